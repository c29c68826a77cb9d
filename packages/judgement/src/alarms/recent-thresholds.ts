import { type ComparedWith, historyOf, judgeSeries, seasonsFor, withGaps } from './judge.ts';
import { withoutData } from './watch-steps.ts';

/** The days of some series, and the steps to look at. */
export interface RecentInput {
  /** Shape series × days. */
  daily: Uint32Array;
  days: number;
  /**
   * The same of the series whose seasons they share, the first that of all topics in the city; and which of
   * them each shares.
   */
  seasons: { daily: Uint32Array; of: Int32Array };
  /** Days since 1970 of the first day. */
  firstDay: number;
  /** By day: kept, in a regime or beside a gap and left out of baselines, or without data. */
  leftOut: Uint8Array;
  /** Last days of the steps shown, in order, days since 1970. */
  ends: Int32Array;
  /** Days in a step. */
  width: 1 | 7;
  /** How many of the last steps get a threshold. */
  judged: number;
  alpha: number;
}

/** Shapes series × steps; NaN where there is no threshold, or no count because a day has no data. */
export interface RecentThresholds {
  counts: Float64Array;
  expected: Float64Array;
  upper: Float64Array;
  milliseconds: number;
}

const mostSteps = 265;

/** Sums of the days of each step that ends on `end`, a week apart, oldest first. */
function stepsUpTo(values: ArrayLike<number>, end: number, width: number): Uint32Array {
  const count = Math.max(0, Math.min(mostSteps, Math.floor((end - width + 1) / 7) + 1));
  return Uint32Array.from({ length: count }, (_, step) => {
    const last = end - 7 * (count - 1 - step);
    let sum = 0;
    for (let day = last - width + 1; day <= last; day++) sum += values[day] ?? 0;
    return sum;
  });
}

/** States of the steps up to `end`: a step has the worst state of its days. */
const statesUpTo = (days: Uint8Array, end: number, width: number): Uint8Array => {
  const count = Math.max(0, Math.min(mostSteps, Math.floor((end - width + 1) / 7) + 1));
  return Uint8Array.from({ length: count }, (_, step) => {
    const last = end - 7 * (count - 1 - step);
    return Math.max(...days.subarray(last - width + 1, last + 1));
  });
};

/** Sums by step of several series, one row a series. */
function matrixUpTo(values: Uint32Array, days: number, end: number, width: number): Uint32Array[] {
  return Array.from({ length: days > 0 ? values.length / days : 0 }, (_, row) =>
    stepsUpTo(values.subarray(row * days, (row + 1) * days), end, width),
  );
}

/** Counts of the latest steps of some series, and what each of the last was judged by on its day. */
export function recentThresholds(input: RecentInput): RecentThresholds {
  const began = performance.now();
  const { daily, days, firstDay, leftOut, ends, width, judged, alpha } = input;
  const series = days > 0 ? daily.length / days : 0;
  const unknown = () => new Float64Array(series * ends.length).fill(Number.NaN);
  const [counts, expected, upper] = [unknown(), unknown(), unknown()];
  ends.forEach((end, step) => {
    const left = statesUpTo(leftOut, end - firstDay, width);
    const current = left.length - 1;
    const own = matrixUpTo(daily, days, end - firstDay, width);
    if (current < 0 || left[current] === withoutData) return;
    own.forEach((each, row) => {
      counts[row * ends.length + step] = each[current] ?? 0;
    });
    if (step < ends.length - judged) return;
    const stepDays = Int32Array.from(left, (_, index) => end - 7 * (current - index));
    const compared = historyOf(stepDays, current, left);
    const curves = seasonsOf(input, end, left, compared);
    own.forEach((each, row) => {
      const season = curves[input.seasons.of[row] ?? -1];
      const found = judgeSeries(withGaps(each, left, current), current, compared, alpha, season);
      if (!found) return;
      expected[row * ends.length + step] = found.alarm.expected;
      upper[row * ends.length + step] = found.alarm.upper;
    });
  });
  return { counts, expected, upper, milliseconds: performance.now() - began };
}

function seasonsOf(
  { seasons, days, firstDay, width }: RecentInput,
  end: number,
  left: Uint8Array,
  compared: ComparedWith | null,
) {
  const own = matrixUpTo(seasons.daily, days, end - firstDay, width);
  return seasonsFor(
    own.map((counts) => withGaps(counts, left, left.length - 1)),
    compared,
  );
}
