/** What is known of the season of one group from earlier years; shapes periods. */
export interface SeasonKnown {
  /** Counted in the same periods of earlier years, all years together. */
  counts: Float64Array;
  /** Of all groups together, or a smoother guess of the course: only its proportions count. */
  course: Float64Array;
  /** How much more than chance the counts vary, as a multiple. */
  factor: number;
}

/** Appeals that a group borrows of the course of the whole, were it to vary by chance alone. */
const borrowed = 30;

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/**
 * The course of a group through some periods of the year, in counts: its own in earlier years, drawn towards
 * that of the whole, the more the fewer they are and the more they vary.
 *
 * @returns shape periods; the course of the whole where nothing was counted
 */
export function seasonalCourse({ counts, course, factor }: SeasonKnown): Float64Array {
  const [all, lent] = [sum(course), borrowed * factor];
  return counts.map((count, period) => count + (lent * (course[period] ?? 0)) / all);
}
