import type { UnalarmedSeries } from '@hotline-atlas/model';
import { falseDiscovery } from '@hotline-atlas/statistics';
import { probability, rounded } from '../answer/numbers.ts';
import type { AlarmsJudged } from './judge.ts';
import { type Exceeding, mergeUpwards, type Touching } from './merge.ts';
import type { WatchedSeries } from './watched-series.ts';

/** All series with what was found of each; NaN where one could not be judged. */
export function measuredSeries(series: readonly WatchedSeries[], judged: AlarmsJudged): Exceeding[] {
  const { q } = falseDiscovery(judged.p);
  const at = (values: ArrayLike<number>, row: number) => values[row] ?? Number.NaN;
  return series.map(({ topic, area, district, path, counts }, row) => ({
    row,
    topic,
    area,
    district,
    path,
    observed: counts.at(-1) ?? 0,
    expected: at(judged.expected, row),
    upper: at(judged.upper, row),
    dispersion: at(judged.dispersion, row),
    p: at(judged.p, row),
    q: at(q, row),
  }));
}

const exceeds = ({ q, observed, upper }: Exceeding, level: number): boolean => q < level && observed > upper;

/** Series beyond their threshold, and so surprising that the share of false ones stays below the level. */
export const exceedingOf = (measured: readonly Exceeding[], level: number): Exceeding[] =>
  measured.filter((each) => exceeds(each, level));

function shape({ topic, area, observed, expected, upper, p, q }: Exceeding): UnalarmedSeries {
  const known = !Number.isNaN(expected);
  return {
    topic,
    area,
    observed,
    expected: rounded(expected, 2),
    threshold: rounded(upper, 2),
    p: known ? probability(p) : null,
    q: known ? probability(q) : null,
  };
}

const mostNearest = 5;
/** Candidates that are merged: several series may show one happening. */
const mostLookedAt = 60;

/**
 * Happenings that came nearest to an alarm: least likely by chance, more than expected, and no part of what
 * raised one.
 */
export function nearestOf(
  measured: readonly Exceeding[],
  level: number,
  touching: Touching,
): UnalarmedSeries[] {
  const raised = exceedingOf(measured, level);
  const near = measured
    .filter((each) => each.observed > each.expected && !exceeds(each, level))
    .sort((a, b) => a.p - b.p || a.row - b.row)
    .slice(0, mostLookedAt);
  return mergeUpwards([...raised, ...near], touching)
    .filter(({ best, members }) => ![best, ...members].some((each) => exceeds(each, level)))
    .map(({ best }) => best)
    .sort((a, b) => a.p - b.p || a.row - b.row)
    .slice(0, mostNearest)
    .map(shape);
}

/** The series of all topics in everything watched. */
export function wholeOf(measured: readonly Exceeding[]): UnalarmedSeries | null {
  const whole = measured.find(({ topic, area }) => topic.level === 0 && area.level === 'city');
  return whole ? shape(whole) : null;
}
