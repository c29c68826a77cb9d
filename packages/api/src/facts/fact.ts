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

const countsOf = (row: FactRow, prefix: '' | 'before_'): Counts => ({
  sums: numbers(row[`${prefix}sums`]),
  histogram: numbers(row[`${prefix}close_histogram`]),
  callers: Number(row[`${prefix}callers`] ?? 0),
});

/** A row as it came from the engine, taken apart. */
export const factOf = (row: FactRow, { query }: Pick<Plan, 'query'>): Fact => ({
  dimensions: Object.fromEntries(
    query.by.map((dimension) => {
      const value = row[dimension];
      return [dimension, value === undefined || Array.isArray(value) ? null : value];
    }),
  ),
  now: countsOf(row, ''),
  before: countsOf(row, 'before_'),
});
