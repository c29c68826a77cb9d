/** Days within which another order makes one a repeat. */
export const repeatDays = 30;

/**
 * What is counted of the rows of orders alone: no rollup holds it, so that loads and rollups stay as they
 * are, and only months whose scheme counts it pay for it (docs/decisions/0036).
 */
const rowMeasures = {
  sign_due: 'orders the unit has signed for, or had to when loaded; none where no file says who signs',
  signed_in_time: 'of those, signed for within the hours the scheme gives from dispatch on',
  return_known: 'orders of which it is known how often units sent them back',
  returned: 'of those, sent back at least once',
  repeat_known: 'orders of a known caller and topic',
  repeated: `of those, followed within ${repeatDays} days by another order of the same caller about the same topic`,
} as const satisfies Record<string, string>;

export type RowMeasure = keyof typeof rowMeasures;
export const rowMeasureNames = Object.keys(rowMeasures) as [RowMeasure, ...RowMeasure[]];

/** What a row measure counts, in words. */
export const rowMeasureMeaning = (measure: RowMeasure): string => rowMeasures[measure];

/** Whether something counted is of rows alone. */
export const isRowMeasure = (of: unknown): of is RowMeasure =>
  rowMeasureNames.some((measure) => measure === of);
