/** Counts of one group in earlier years on the days that are compared, all those years together. */
export interface EarlierCounts {
  now: number;
  before: number;
}

/**
 * How many appeals of the season of the whole every group borrows: what few earlier appeals say is drawn to
 * it.
 */
const borrowed = 30;

/**
 * The change of a count that the season alone explains: the ratio the same days had in earlier years, drawn
 * towards that of the whole where the group had few.
 *
 * @param before of the group, in the years compared
 * @param whole of all groups; NaN where nothing was counted of it before
 */
export function seasonalCountChange(before: number, earlier: EarlierCounts, whole: EarlierCounts): number {
  const ratio = whole.now / whole.before;
  if (!Number.isFinite(ratio)) return Number.NaN;
  return before * ((earlier.now + borrowed * ratio) / (earlier.before + borrowed) - 1);
}
