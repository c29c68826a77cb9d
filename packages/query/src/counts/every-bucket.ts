import {
  buckets,
  type DimensionName,
  isGrain,
  mostRows,
  type Period,
  shift,
  type Value,
} from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import type { TimeAxis } from '../plan/time-axis.ts';
import type { CountedRow, Dimensions } from './counted-row.ts';

/** Whether a bucket begins in one of some spans of days. */
export const beginsIn = (bucket: string, spans: readonly Period[]): boolean =>
  spans.some(({ from, to }) => bucket.slice(0, 10) >= from && bucket.slice(0, 10) < to);

/** Names of the buckets of a time axis. */
function bucketsOfAxis({ grain, first, count }: TimeAxis): string[] {
  const to = grain === 'hour' ? shift(first, 'day', count / 24) : shift(first, grain, count);
  return buckets({ from: first, to }, grain);
}

const surrogate = /[\uD800-\uDFFF]/;

/** Texts in the order of their UTF-8 bytes, as the engine orders them; numbers by size. */
function compare(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string' && (surrogate.test(a) || surrogate.test(b)))
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** The order of counted rows by their dimensions. */
export const inOrderOf = (by: readonly DimensionName[]) => (a: CountedRow, b: CountedRow) => {
  for (const dimension of by) {
    const order = compare(a.dimensions[dimension], b.dimensions[dimension]);
    if (order !== 0) return order;
  }
  return 0;
};

/**
 * The buckets known of each combination of the dimensions besides time; of all together where there is none
 * besides.
 */
function knownBuckets(
  counted: readonly CountedRow[],
  grain: string,
  others: readonly DimensionName[],
): { place: Dimensions; known: Set<Value | undefined> }[] {
  const found = new Map<string, { place: Dimensions; known: Set<Value | undefined> }>();
  if (others.length === 0) found.set('[]', { place: {}, known: new Set() });
  for (const { dimensions } of counted) {
    const values = others.map((dimension) => dimensions[dimension] ?? null);
    const key = JSON.stringify(values);
    const place = () =>
      Object.fromEntries(others.map((dimension, index) => [dimension, values[index] ?? null]));
    const group = found.get(key) ?? { place: place(), known: new Set() };
    group.known.add(dimensions[grain]);
    found.set(key, group);
  }
  return [...found.values()];
}

/**
 * The counted rows with those buckets in which nothing was counted, in order: every bucket for every
 * combination of the other dimensions that occurs, unless that makes more rows than an answer may have.
 * `compile/fill.ts` says the same in SQL.
 */
export function withEveryBucket(
  counted: readonly CountedRow[],
  { query, time }: Plan,
): readonly CountedRow[] {
  if (!time || query.limit !== undefined || time.count > mostRows) return counted;
  const { grain } = time;
  const groups = knownBuckets(
    counted,
    grain,
    query.by.filter((dimension) => !isGrain(dimension)),
  );
  const every = bucketsOfAxis(time);
  if (groups.length * every.length > mostRows) return counted;
  const inQuestion = (values: Dimensions) =>
    Object.fromEntries(query.by.map((dimension) => [dimension, values[dimension] ?? null]));
  const missing = groups.flatMap(({ place, known }) =>
    every
      .filter((bucket) => !known.has(bucket))
      .map((bucket) => ({
        dimensions: inQuestion({ ...place, [grain]: bucket }),
        sides: {},
      })),
  );
  return missing.length > 0 ? [...counted, ...missing].sort(inOrderOf(query.by)) : counted;
}
