import type { Value } from '@hotline-atlas/model';

export type Row = Readonly<Record<string, Value>>;

/** A number of a row, or null where it is unknown. */
export const numberIn = (row: Row | undefined, column: string): number | null => {
  const value = row?.[column];
  return typeof value === 'number' ? value : null;
};

/** A text of a row; unknown is empty. */
export const textIn = (row: Row | undefined, column: string): string => {
  const value = row?.[column];
  return value === null || value === undefined ? '' : String(value);
};
