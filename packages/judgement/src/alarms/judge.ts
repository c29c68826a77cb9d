import {
  type Alarm,
  type FarringtonHistory,
  farringtonFlexibleAlarm,
  farringtonHistory,
  recentLevelAlarm,
  recentMeanAlarm,
  type SeasonCurve,
  seasonCurve,
  UnusableSeries,
} from '@hotline-atlas/statistics';
import { besideGap, inRegime, kept, withoutData } from './watch-steps.ts';

/** Many series over the same steps. */
export interface AlarmsInput {
  /** Shape series × steps, the steps of one series side by side. */
  counts: Uint32Array;
  steps: number;
  /** Last day of each step, days since 1970. */
  days: Int32Array;
  /** By step: kept, in a regime or beside a gap and left out of baselines, or without data. */
  leftOut: Uint8Array;
  alpha: number;
  /** Which step is judged; the last where it is not said. */
  current?: number;
  seasons?: Seasons;
}

/** Seasons of larger series, and which of them each series is held to: −1 for none. */
export interface Seasons {
  curves: readonly SeasonCurve[];
  of: Int32Array;
}

export const rules = ['none', 'farrington', 'short_series', 'recent_level'] as const;

/** Shapes series. NaN where a series could not be judged. */
export interface AlarmsJudged {
  expected: Float64Array;
  upper: Float64Array;
  score: Float64Array;
  dispersion: Float64Array;
  p: Float64Array;
  /** Position in `rules`. */
  rule: Uint8Array;
  milliseconds: number;
}

/** What every series of a date is compared with. */
export interface ComparedWith {
  history: FarringtonHistory;
  /**
   * First step after the last regime, where that is too near for Farrington: its level is that of the last
   * weeks.
   */
  levelSince: number | null;
}

/**
 * Farrington's trend takes three years, after the half year it leaves out: until then it cannot follow a
 * change of level.
 */
const stepsUntilTrend = 3 * 52 + 26;
/** Fewest steps of the present level, including the two that the method leaves out. */
const fewestSince = 6;
/**
 * A quarter of a year. A shorter span left out (a flood, holidays) interrupts a level; a longer one begins a
 * new level.
 */
const shortestRegime = 13;

/**
 * First step after the last long span left out that ended lately; null where there is none, or it has only
 * just ended.
 */
function levelSince(leftOut: ArrayLike<number>, current: number): number | null {
  const isLeft = (step: number) => leftOut[step] === inRegime;
  let since = current;
  let length = 0;
  for (let step = current - 1; step >= 0 && length < shortestRegime; step--) {
    if (leftOut[step] === withoutData || leftOut[step] === besideGap) continue;
    length = isLeft(step) ? length + 1 : 0;
    if (length === 1) since = step + 1;
  }
  const after = current - since;
  const inside = isLeft(current) && since === current;
  return length >= shortestRegime && !inside && after >= fewestSince && after < stepsUntilTrend
    ? since
    : null;
}

/** The history every series of a date is compared with; null where the series are younger than a year. */
export function historyOf(
  days: Int32Array,
  current: number,
  leftOut: ArrayLike<number>,
): ComparedWith | null {
  try {
    const since = levelSince(leftOut, current);
    const history = farringtonHistory(days, current, since === null ? {} : { leftOut: 0 });
    return { history, levelSince: since };
  } catch (error) {
    if (error instanceof UnusableSeries && error.reason === 'too-short') return null;
    throw error;
  }
}

/** A step with fewer appeals raises no alarm: it gives an official nothing to act on. */
const fewestAppeals = 5;
const enoughCases = { cases: fewestAppeals, steps: 1 };

/** The regression has eleven coefficients and needs at least so many past counts. */
const fewestReferences = 20;

/** Judges one count by the past of its series; null where there is too little to tell. */
export function judgeSeries(
  counts: Float64Array,
  current: number,
  compared: ComparedWith | null,
  alpha: number,
  season?: SeasonCurve,
): { alarm: Alarm; rule: number } | null {
  try {
    if (compared?.levelSince != null) {
      const alarm = recentLevelAlarm(counts, compared.history, compared.levelSince, {
        alpha,
        enoughCases,
        ...(season && { season }),
      });
      return { alarm, rule: rules.indexOf('recent_level') };
    }
    if (compared) {
      const { history } = compared;
      const alarm = farringtonFlexibleAlarm(counts, history, { alpha, enoughCases });
      if (alarm.n >= fewestReferences) return { alarm, rule: rules.indexOf('farrington') };
    }
    return {
      alarm: recentMeanAlarm(counts, current, { alpha, enoughCases }),
      rule: rules.indexOf('short_series'),
    };
  } catch (error) {
    if (error instanceof UnusableSeries) return null;
    throw error;
  }
}

/**
 * Counts of one series as numbers, left-out ones NaN; a step without data is never a count, be it the newest.
 */
export function withGaps(counts: Uint32Array, leftOut: Uint8Array, current: number): Float64Array {
  const values = new Float64Array(counts.length);
  for (let step = 0; step < counts.length; step++)
    values[step] =
      leftOut[step] === withoutData || (leftOut[step] !== kept && step !== current)
        ? Number.NaN
        : (counts[step] ?? 0);
  return values;
}

const recentSpan = { baseline: 26, leftOut: 2 };

/**
 * The seasons of the larger series, week by week; none where the level since a regime is not what a date is
 * judged by. Where one has too few cases to tell how its level moved, it is taken to have moved as the first
 * did.
 * @param series counts, left-out ones NaN; the first that of all appeals
 */
export function seasonsFor(series: readonly Float64Array[], compared: ComparedWith | null): SeasonCurve[] {
  if (compared?.levelSince == null) return [];
  const { history, levelSince: since } = compared;
  const curves = series.map((counts) => seasonCurve(counts, history, { ...recentSpan, since }));
  return curves.map((curve) => ({ ...curve, growth: curve.growth ?? curves[0]?.growth ?? 1 }));
}

/** {@link seasonsFor} of many series over the same steps. */
export function judgeSeasons({ counts, steps, days, leftOut }: Omit<AlarmsInput, 'alpha'>): SeasonCurve[] {
  const current = steps - 1;
  const series = Array.from({ length: steps > 0 ? counts.length / steps : 0 }, (_, row) =>
    withGaps(counts.subarray(row * steps, (row + 1) * steps), leftOut, current),
  );
  return series.length > 0 ? seasonsFor(series, historyOf(days, current, leftOut)) : [];
}

/**
 * Judges one count of every series. One of fewer than {@link fewestAppeals} is never too much: p 1, without a
 * fit.
 */
export function judgeAlarms(input: AlarmsInput): AlarmsJudged {
  const began = performance.now();
  const { counts, steps, days, leftOut, alpha, seasons, current = steps - 1 } = input;
  const series = steps > 0 ? counts.length / steps : 0;
  const history = historyOf(days, current, leftOut);
  const unknown = () => new Float64Array(series).fill(Number.NaN);
  const [expected, upper, score, dispersion, p] = [unknown(), unknown(), unknown(), unknown(), unknown()];
  const rule = new Uint8Array(series);
  for (let row = 0; row < series; row++) {
    const own = counts.subarray(row * steps, (row + 1) * steps);
    if ((own[current] ?? 0) < fewestAppeals) {
      p[row] = 1;
      continue;
    }
    const season = seasons?.curves[seasons.of[row] ?? -1];
    const judged = judgeSeries(withGaps(own, leftOut, current), current, history, alpha, season);
    if (!judged) continue;
    expected[row] = judged.alarm.expected;
    upper[row] = judged.alarm.upper;
    score[row] = judged.alarm.score;
    dispersion[row] = judged.alarm.dispersion;
    p[row] = judged.alarm.p;
    rule[row] = judged.rule;
  }
  return { expected, upper, score, dispersion, p, rule, milliseconds: performance.now() - began };
}
