import type { ComparedSide, Value } from '@hotline-atlas/model';
import { bitOf } from '../compile/scan-sql.ts';
import type { Plan } from '../plan/plan.ts';
import { allSides, besideOf, prefixOf, type Side, sidesRead } from '../plan/side.ts';
import { type Counts, nothing } from './counts.ts';

/** The values of the dimensions a row stands for. */
export type Dimensions = Readonly<Record<string, Value>>;

/** What was counted for one combination of the dimensions, on each side of a question that has any. */
export interface CountedRow {
  dimensions: Dimensions;
  sides: Readonly<Partial<Record<Side, Counts>>>;
}

/** A row of the statement of `compileCounts`. */
export type EngineRow = Record<string, Value | number[]>;

const numbers = (value: EngineRow[string] | undefined): readonly number[] =>
  Array.isArray(value) ? value : nothing.sums;

/** The counts in a row, on one side of it where several lie beside each other. */
export const countsOf = (row: EngineRow, prefix = ''): Counts => ({
  sums: numbers(row[`${prefix}sums`]),
  histogram: numbers(row[`${prefix}close_histogram`]),
  callers: Number(row[`${prefix}callers`] ?? 0),
});

const added = (some: readonly number[], others: readonly number[]): readonly number[] => {
  const [longer, shorter] = some.length < others.length ? [others, some] : [some, others];
  return longer.map((each, index) => each + (shorter[index] ?? 0));
};

/** Counts added up. */
const together = (some: Counts, others: Counts): Counts =>
  some === nothing
    ? others
    : {
        sums: added(some.sums, others.sums),
        histogram: added(some.histogram, others.histogram),
        callers: some.callers + others.callers,
      };

/** Counts without others that are among them. */
const without = (all: Counts, some: Counts): Counts => ({
  sums: all.sums.map((each, index) => each - (some.sums[index] ?? 0)),
  histogram: all.histogram.map((each, index) => each - (some.histogram[index] ?? 0)),
  callers: all.callers - some.callers,
});

/** The whole of nothing: a row, too. */
export const nothingCounted: CountedRow = { dimensions: {}, sides: {} };

/** What was counted on a side. */
export const countsOn = ({ sides }: CountedRow, side: Side): Counts => sides[side] ?? nothing;

/** What was counted on the compared days of a side. */
export function pairedCounts(
  countedRow: CountedRow,
  { pairedBy }: Pick<Plan, 'pairedBy'>,
  side: ComparedSide,
): Counts {
  const all = countsOn(countedRow, side);
  const beside = pairedBy && besideOf(side, pairedBy);
  if (!beside) return all;
  return pairedBy[side] === 'less'
    ? without(all, countsOn(countedRow, beside))
    : countsOn(countedRow, beside);
}

/** The values of the dimensions in a row. */
export const dimensionsOf = (row: EngineRow, { query }: Pick<Plan, 'query'>): Dimensions =>
  Object.fromEntries(
    query.by.map((dimension) => {
      const value = row[dimension];
      return [dimension, value === undefined || Array.isArray(value) ? null : value];
    }),
  );

/** A row with all sides beside each other. */
export const countedRowOf = (row: EngineRow, plan: Pick<Plan, 'query' | 'reads'>): CountedRow => ({
  dimensions: dimensionsOf(row, plan),
  sides: Object.fromEntries(sidesRead(plan).map((side) => [side, countsOf(row, prefixOf(side))])),
});

/** A counted row with more counts, on those sides of which the bits are set. */
export function withCounts({ dimensions, sides }: CountedRow, counts: Counts, bits: number): CountedRow {
  const own = allSides.filter((side) => (bits & bitOf(side)) > 0);
  const added = own.map((side) => [side, together(sides[side] ?? nothing, counts)]);
  return { dimensions, sides: { ...sides, ...Object.fromEntries(added) } };
}

/**
 * Rows as they came from the engine, in the order of their dimensions, with all sides of a combination
 * together.
 */
export function countedRowsOf(rows: readonly EngineRow[], plan: Pick<Plan, 'query' | 'reads'>): CountedRow[] {
  const { by } = plan.query;
  if (rows.some((row) => row.sides === undefined)) return rows.map((row) => countedRowOf(row, plan));
  const counted: CountedRow[] = [];
  for (const row of rows) {
    const last = counted.at(-1);
    const isSame = last && by.every((dimension) => last.dimensions[dimension] === row[dimension]);
    const countedRow: CountedRow = isSame ? last : { dimensions: dimensionsOf(row, plan), sides: {} };
    counted.splice(isSame ? -1 : counted.length, 1, withCounts(countedRow, countsOf(row), Number(row.sides)));
  }
  return by.length === 0 && counted.length === 0 ? [nothingCounted] : counted;
}
