/** Whether one row is nowhere lower than another, and somewhere higher. */
const dominates = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, at) => value >= (other[at] ?? 0)) && one.some((value, at) => value > (other[at] ?? 0));

/**
 * Rows that no other row dominates: none is as high everywhere and higher somewhere (Pareto). A row with a
 * value that is not known (NaN) dominates nobody, and of itself nothing is told.
 * @param rows values of which more speaks for a row
 * @returns one a row; null where a value is not known
 */
export function undominated(rows: readonly (readonly number[])[]): (boolean | null)[] {
  const known = rows.filter((row) => !row.some(Number.isNaN));
  return rows.map((row) => (row.some(Number.isNaN) ? null : !known.some((other) => dominates(other, row))));
}
