import type { Value } from '@hotline-atlas/model';

/** Floating-point sums depend on the order of their terms, which differs between tables and threads. */
export const rounded = (rows: readonly Readonly<Record<string, Value>>[]) =>
  rows.map((row) =>
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'number' ? Number(value.toPrecision(9)) : value,
    ]),
  );
