import type { Value } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { type Counts, nothing } from './counts.ts';

/** The values of the dimensions a row stands for. */
export type Dimensions = Readonly<Record<string, Value>>;

/** What was counted for one combination of the dimensions, on both sides of a question. */
export interface Fact {
  dimensions: Dimensions;
  now: Counts;
  before: Counts;
}

/** A row of the statement of `compileFacts`. */
export type FactRow = Record<string, Value | number[]>;

const numbers = (value: FactRow[string] | undefined): readonly number[] =>
  Array.isArray(value) ? value : nothing.sums;

/** The counts in a row, on one side of it where both lie beside each other. */
export const countsOf = (row: FactRow, prefix: '' | 'before_' = ''): Counts => ({
  sums: numbers(row[`${prefix}sums`]),
  histogram: numbers(row[`${prefix}close_histogram`]),
  callers: Number(row[`${prefix}callers`] ?? 0),
});

const added = (some: readonly number[], others: readonly number[]): readonly number[] => {
  const [longer, shorter] = some.length < others.length ? [others, some] : [some, others];
  return longer.map((each, index) => each + (shorter[index] ?? 0));
};

/** Counts added up. */
export const together = (some: Counts, others: Counts): Counts =>
  some === nothing
    ? others
    : {
        sums: added(some.sums, others.sums),
        histogram: added(some.histogram, others.histogram),
        callers: some.callers + others.callers,
      };

/** The whole of nothing, which is a fact too. */
export const nothingCounted: Fact = { dimensions: {}, now: nothing, before: nothing };

/** The values of the dimensions in a row. */
export const dimensionsOf = (row: FactRow, { query }: Pick<Plan, 'query'>): Dimensions =>
  Object.fromEntries(
    query.by.map((dimension) => {
      const value = row[dimension];
      return [dimension, value === undefined || Array.isArray(value) ? null : value];
    }),
  );

/** A row with both sides beside each other. */
export const factOf = (row: FactRow, plan: Pick<Plan, 'query'>): Fact => ({
  dimensions: dimensionsOf(row, plan),
  now: countsOf(row, ''),
  before: countsOf(row, 'before_'),
});

/** A fact with the counts of one more row, which are of the sides it names. */
function withRow(fact: Fact, row: FactRow): Fact {
  const [counts, sides] = [countsOf(row), Number(row.sides)];
  return {
    dimensions: fact.dimensions,
    now: sides === 2 ? fact.now : together(fact.now, counts),
    before: sides === 1 ? fact.before : together(fact.before, counts),
  };
}

/** Rows as they came from the engine, in the order of their dimensions, with both sides of a combination together. */
export function factsOf(rows: readonly FactRow[], plan: Pick<Plan, 'query'>): Fact[] {
  const { by } = plan.query;
  if (rows.some((row) => row.sides === undefined)) return rows.map((row) => factOf(row, plan));
  const facts: Fact[] = [];
  for (const row of rows) {
    const last = facts.at(-1);
    const isSame = last && by.every((dimension) => last.dimensions[dimension] === row[dimension]);
    const fact = isSame ? last : { dimensions: dimensionsOf(row, plan), now: nothing, before: nothing };
    facts.splice(isSame ? -1 : facts.length, 1, withRow(fact, row));
  }
  return by.length === 0 && facts.length === 0 ? [nothingCounted] : facts;
}
