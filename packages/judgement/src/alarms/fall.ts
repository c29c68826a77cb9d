import type { Fall } from '@hotline-atlas/model';
import { probability, rounded } from '../answer/numbers.ts';
import { type AlarmsInput, historyOf, judgeSeries, type Seasons, withGaps } from './judge.ts';
import type { WatchedSeries } from './watched-series.ts';

/** Level of the test: about one false fall in three years of days. */
const alpha = 0.001;
/** A fall is below this share of what was expected. A failed feed halves appeals; a holiday does not. */
const farBelow = 0.5;
/** Below this many expected appeals no fall is looked for. */
const fewestExpected = 30;

/**
 * Whether all appeals of everything watched are far below what was to be expected on the newest step: fewer
 * than half of it, and fewer than the method's lower limit of one in a thousand. Null where they are not, or
 * where there is too little history.
 *
 * The expectation and its distribution are those of the alarms (Noufaily et al. 2013), read at the lower end.
 */
export function fallOf(
  series: readonly WatchedSeries[],
  { counts, steps, days, leftOut }: AlarmsInput,
  seasons: Seasons,
): Fall | null {
  const row = series.findIndex(({ topic, area }) => topic.level === 0 && area.level === 'city');
  if (row < 0) return null;
  const current = steps - 1;
  const own = withGaps(counts.subarray(row * steps, (row + 1) * steps), leftOut, current);
  const season = seasons.curves[seasons.of[row] ?? -1];
  const judged = judgeSeries(own, current, historyOf(days, current, leftOut), alpha, season);
  if (!judged) return null;
  const { observed, expected, lower, pBelow } = judged.alarm;
  if (expected < fewestExpected || observed >= farBelow * expected || pBelow >= alpha) return null;
  return {
    observed,
    expected: rounded(expected, 2) ?? 0,
    threshold: lower,
    p: probability(pBelow) ?? 0,
  };
}
