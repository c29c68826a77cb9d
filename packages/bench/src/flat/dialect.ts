import type { DictionaryField, Grain, Resolution } from '@hotline-atlas/model';

/** How an engine writes what every question of the flat table is made of. Times are local to the city. */
export interface Dialect {
  /** A placeholder for a value compared with a word column. */
  word(column: DictionaryField, parameter: string): string;
  /** A word of the model's own vocabulary. */
  literal(column: DictionaryField, value: string): string;
  moment(parameter: string): string;
  received: string;
  number(parameter: string): string;
  isKnown(column: 'closed' | 'due' | 'visited'): string;
  /** Beginning of the bucket of a moment. */
  bucket(grain: Grain, moment: string): string;
  addMonths(moment: string, months: number): string;
  hourOfDay: string;
  dayOfWeek: string;
  cell(resolution: Resolution): string;
  countIf(condition: string): string;
  /** Different callers by the sketch people use there, as ours are. */
  distinctCallers(condition: string): string;
  quantileOfHours(quantile: number, condition: string): string;
  shownBucket(grain: Grain, column: string): string;
  shownCell(column: string): string;
}

/**
 * The numbers that make the parent of a cell as H3 defines it: the resolution in bits 52 to 55, unused digits
 * all ones.
 * @returns what is kept of the cell (and), and what is put in (or)
 */
export function parentBits(resolution: Resolution): { kept: bigint; added: bigint } {
  const everything = 2n ** 64n - 1n;
  return {
    kept: everything ^ (15n << 52n),
    added: (BigInt(resolution) << 52n) | (2n ** BigInt(3 * (15 - resolution)) - 1n),
  };
}
