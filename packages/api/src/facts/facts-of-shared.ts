import { floorTo, isGrain, type LocalDate, shift } from '@hotline-atlas/model';
import { storedSumsOf } from '../compile/parts.ts';
import type { Side } from '../compile/source.ts';
import type { Plan } from '../plan/plan.ts';
import { monthOf } from '../plan/reading.ts';
import { type Counts, nothing } from './counts.ts';
import { inOrderOf } from './every-bucket.ts';
import {
  countsOf,
  type Dimensions,
  dimensionsOf,
  type Fact,
  type FactRow,
  nothingCounted,
  together,
} from './fact.ts';
import type { SharedReading } from './share-readings.ts';

/** The months a side of a plan counts. */
const generationsOf = (plan: Plan, side: Side): ReadonlySet<number> =>
  new Set((plan[side] ?? []).flatMap(({ reading }) => reading.generations));

/** The day a month begins, on the time axis of the answer. */
function dayOf(generation: number, side: Side, { comparison }: Plan): LocalDate {
  const { from } = monthOf(generation);
  return side === 'before' && comparison ? shift(from, comparison.move.unit, comparison.move.amount) : from;
}

/** What a row counts as in the answer to a plan. */
function dimensionsIn(row: FactRow, day: LocalDate, { query }: Plan): Dimensions {
  const grain = query.by.find(isGrain);
  const dimensions = dimensionsOf(row, { query });
  return grain ? { ...dimensions, [grain]: floorTo(day, grain) } : dimensions;
}

/** Takes from the counts of a shared reading those of one of its plans. */
function countsFor({ query }: Plan, { metrics }: SharedReading): (row: FactRow) => Counts {
  const order = storedSumsOf(metrics);
  const places = storedSumsOf(query.metrics).map((stored) => order.indexOf(stored));
  return (row) => {
    const { sums, histogram } = countsOf(row);
    return { ...nothing, sums: places.map((place) => sums[place] ?? 0), histogram };
  };
}

/** The facts of one of the plans of a shared reading, in the order of their dimensions. */
export function factsOfShared(rows: readonly FactRow[], reading: SharedReading, plan: Plan): Fact[] {
  const facts = new Map<string, Fact>();
  const counts = countsFor(plan, reading);
  for (const side of ['now', 'before'] as const) {
    const counted = generationsOf(plan, side);
    for (const row of rows) {
      const generation = Number(row.generation);
      if (!counted.has(generation)) continue;
      const dimensions = dimensionsIn(row, dayOf(generation, side, plan), plan);
      const key = JSON.stringify(dimensions);
      const known = facts.get(key) ?? { dimensions, now: nothing, before: nothing };
      facts.set(key, { ...known, [side]: together(known[side], counts(row)) });
    }
  }
  if (plan.query.by.length === 0 && facts.size === 0) return [nothingCounted];
  return [...facts.values()].sort(inOrderOf(plan.query.by));
}
