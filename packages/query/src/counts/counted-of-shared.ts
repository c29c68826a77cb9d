import { floorTo, isGrain, type LocalDate, shift } from '@hotline-atlas/model';
import { storedSumsOf } from '../compile/counters.ts';
import { bitOf } from '../compile/scan-sql.ts';
import { daysOf } from '../plan/months.ts';
import type { Plan } from '../plan/plan.ts';
import { isEarlier, type Side, sidesRead } from '../plan/side.ts';
import { generationsOf } from './compile-shared.ts';
import {
  type CountedRow,
  countsOf,
  type Dimensions,
  dimensionsOf,
  type EngineRow,
  nothingCounted,
  withCounts,
} from './counted-row.ts';
import { type Counts, nothing } from './counts.ts';
import { inOrderOf } from './every-bucket.ts';
import { besidesOf, type SharedScan, writtenBeside } from './share-scans.ts';

/** Tells whether a row counts for a side of a plan. */
function isOfSide(plan: Plan, side: Side, { byMonth, besides }: SharedScan): (row: EngineRow) => boolean {
  if (side !== 'now' && side !== 'before') {
    const own = new Set(besidesOf(plan, side).map(writtenBeside));
    const parts = new Set(besides.flatMap((beside, at) => (own.has(writtenBeside(beside)) ? [at + 1] : [])));
    return ({ part }) => parts.has(Number(part));
  }
  const counted = new Set(generationsOf(plan, side));
  return byMonth
    ? ({ part, generation }) => !part && counted.has(Number(generation))
    : ({ part, sides }) => !part && (Number(sides) & bitOf(side)) > 0;
}

/** Tells whether a row is of the appeals a plan is about. */
function isAbout({ query }: Plan, { by, wheres }: SharedScan): (row: EngineRow) => boolean {
  if (wheres.length === 1) return () => true;
  const told = query.where.filter(({ dimension }) => by.includes(dimension));
  return (row) =>
    told.every(({ dimension, values, exclude }) => values.includes(String(row[dimension])) !== exclude);
}

/** The day a row's month or year begins, on the time axis of the answer. */
function dayOf({ generation }: EngineRow, side: Side, { comparison }: Plan): LocalDate {
  const { from } = daysOf(Number(generation));
  return isEarlier(side) && comparison ? shift(from, comparison.move.unit, comparison.move.amount) : from;
}

/** What a row counts as in the answer to a plan. */
function dimensionsIn(row: EngineRow, side: Side, plan: Plan): Dimensions {
  const dimensions = dimensionsOf(row, plan);
  const grain = plan.query.by.find(isGrain);
  return grain ? { ...dimensions, [grain]: floorTo(dayOf(row, side, plan), grain) } : dimensions;
}

/** Takes from the counts of a shared scan those of one of its plans. */
function countsFor({ query }: Plan, { metrics }: SharedScan): (row: EngineRow) => Counts {
  const order = storedSumsOf(metrics);
  const places = storedSumsOf(query.metrics).map((stored) => order.indexOf(stored));
  return (row) => {
    const { sums, histogram } = countsOf(row);
    return { ...nothing, sums: places.map((place) => sums[place] ?? 0), histogram };
  };
}

/** The counted rows of one of the plans of a shared scan, in the order of their dimensions. */
export function countedOfShared(rows: readonly EngineRow[], scan: SharedScan, plan: Plan): CountedRow[] {
  const counted = new Map<string, CountedRow>();
  const counts = countsFor(plan, scan);
  const about = rows.filter(isAbout(plan, scan));
  for (const side of sidesRead(plan)) {
    for (const row of about.filter(isOfSide(plan, side, scan))) {
      const dimensions = dimensionsIn(row, side, plan);
      const key = JSON.stringify(dimensions);
      counted.set(key, withCounts(counted.get(key) ?? { dimensions, sides: {} }, counts(row), bitOf(side)));
    }
  }
  if (plan.query.by.length === 0 && counted.size === 0) return [nothingCounted];
  return [...counted.values()].sort(inOrderOf(plan.query.by));
}
