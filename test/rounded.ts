import type { Value } from '@hotline-atlas/model';

/** Times to close are added up in another order here and there. */
export const rounded = (rows: readonly Readonly<Record<string, Value>>[]) =>
  rows.map((row) =>
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'number' ? Number(value.toPrecision(9)) : value,
    ]),
  );
