import { UnusableSeries } from '../unusable-series.ts';
import { type Alarm, type EnoughCases, fiveInFourWeeks, hasEnoughCases, judge } from './alarm.ts';
import { requireCount } from './counts.ts';
import { fitLevels, type LevelFit } from './fit-levels.ts';
import type { FarringtonHistory } from './history.ts';
import { levelSpans } from './level-spans.ts';
import { outbreakWeights, residualsOf } from './reweight.ts';
import type { SeasonCurve } from './season-curve.ts';
import { countThreshold } from './threshold.ts';

export interface RecentLevelOptions {
  /** One-sided level of the threshold: 0.01 by default. */
  alpha?: number;
  /** Past steps the level is taken over, at most: 26 by default. */
  baseline?: number;
  /** Steps before the newest left out, so that an outbreak does not hide itself: 2 by default. */
  leftOut?: number;
  /** Steps of the present level without which there is no judgement: 4 by default. */
  fewest?: number;
  /** Anscombe residuals above which past counts weigh less: 2.58 by default. */
  reweightAbove?: number;
  enoughCases?: EnoughCases;
  /** The season of a larger series this one is part of: its own then only says how it differs. */
  season?: SeasonCurve;
}

/**
 * No level and season is trusted to better than this share of itself: both have moved since they were seen.
 */
const leastError = 0.1;

/**
 * Cases' worth of the level before in the level now: a rare series keeps its past, a busy one follows its
 * last weeks.
 */
const casesOfBefore = 2;

/**
 * The alarm for a series whose level has changed and whose season has not, as after a span left out of the
 * baselines: the level of the last half year, times the season of all years.
 *
 * @param counts counts at equal steps, NaN where one is missing or left out
 * @param history `farringtonHistory` with `leftOut` 0, made once for all series of a date
 * @param since first step of the present level
 * @throws UnusableSeries with negative or infinite counts, without a newest count, or with fewer than
 *   `fewest` counts of the present level
 *
 * Season and outbreaks as Noufaily et al. (2013), with a level a year in place of their trend; the window of
 * EARS C2 (see `recentMeanAlarm`). The dispersion is Pearson's over all years, past bursts with their full
 * weight: a series that has burst before is not surprising when it bursts again. The limits know how few
 * cases level and season rest on.
 */
export function recentLevelAlarm(
  counts: Float64Array,
  history: FarringtonHistory,
  since: number,
  options: RecentLevelOptions = {},
): Alarm {
  const { alpha = 0.01, baseline = 26, leftOut = 2, fewest = 4, reweightAbove = 2.58, season } = options;
  const { current } = history;
  requireCount(counts[current], current);
  const spans = levelSpans(counts, history, { since, baseline, leftOut });
  if (spans.recent < fewest)
    throw new UnusableSeries(
      'too-short',
      `A recent level needs ${fewest} counts since it began; there are ${spans.recent}.`,
    );
  const known = season && {
    past: Float64Array.from(spans.positions, (t) => season.past[t] ?? 1),
    now: season.now,
  };
  const first = fitLevels(spans, new Float64Array(spans.counts.length).fill(1), 1, known);
  const weights = outbreakWeights(residualsOf(spans.counts, first), reweightAbove);
  const fit = fitLevels(spans, weights, first.dispersion, known);
  const { mean, relativeVariance } = expectedNow(fit, season);
  const observed = counts[current] ?? 0;
  const own = dispersionAt(mean, fit);
  const dispersion = own * (1 + mean * relativeVariance);
  const { lower, upper, p, pBelow } = countThreshold({ mean, standardError: 0, dispersion }, observed, alpha);
  const enough = hasEnoughCases(counts, current, options.enoughCases ?? fiveInFourWeeks);
  return {
    ...judge(observed, mean, upper, enough),
    lower,
    p,
    pBelow,
    dispersion: own,
    trend: false,
    seasonal: true,
    n: spans.recent,
  };
}

/**
 * What goes beyond Poisson grows with the level, as days that are all busy together do; it never shrinks with
 * it.
 */
function dispersionAt(mean: number, { fitted, dispersion }: LevelFit): number {
  const average = fitted.reduce((sum, value) => sum + value, 0) / fitted.length;
  return 1 + (dispersion - 1) * (average > 0 ? Math.max(1, mean / average) : 1);
}

function expectedNow({ recent, before, seasonNow, seasonCases }: LevelFit, season: SeasonCurve | undefined) {
  const known = before > 0 ? casesOfBefore : 0.5;
  const grown = before * (season?.growth ?? 1);
  const exposure = recent.exposure + (before > 0 ? casesOfBefore / grown : 0);
  const cases = recent.cases + known;
  const ofCurve = season ? 1 / season.cases : 0;
  return {
    mean: (cases / exposure) * seasonNow,
    relativeVariance: 1 / cases + 1 / seasonCases + ofCurve + leastError ** 2,
  };
}
