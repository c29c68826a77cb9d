import { requireFinite, requireLength, requireWhole } from '../unusable-series.ts';
import { type MannKendall, mannKendall, verdict } from './mann-kendall.ts';
import { meanRanks } from './ranks.ts';

export interface SeasonalTrend extends MannKendall {
  /** Change a step: the median of the slopes between values of the same season. */
  slope: number;
  /**
   * Correlation of neighbouring values, corrected for what was fitted; 0 where they are not positively
   * correlated.
   */
  correlation: number;
  /** What the variance of independent values was multiplied with, at least 1. */
  correction: number;
}

/** No series is taken to remember more: nearer to 1 it wanders, and no trend can be told in it. */
const mostCorrelation = 0.98;
/** Correlations below add nothing to the variance. */
const leastCorrelation = 1e-4;

/** Steps of one season that have a value, in order. */
type Season = readonly number[];

function seasonsOf(values: Float64Array, period: number): Season[] {
  const seasons: number[][] = Array.from({ length: period }, () => []);
  values.forEach((value, step) => {
    if (!Number.isNaN(value)) seasons[step % period]?.push(step);
  });
  return seasons.filter((steps) => steps.length > 1);
}

/** The median of sorted values. */
const middleOf = (sorted: Float64Array): number => {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

function slopeOf(values: Float64Array, seasons: readonly Season[]): number {
  const slopes = new Float64Array(seasons.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0));
  let count = 0;
  for (const steps of seasons)
    for (let i = 0; i < steps.length; i++)
      for (let j = i + 1; j < steps.length; j++) {
        const [from, to] = [steps[i] ?? 0, steps[j] ?? 0];
        slopes[count++] = ((values[to] ?? 0) - (values[from] ?? 0)) / (to - from);
      }
  return middleOf(slopes.sort());
}

/** Values without the line and the mean of their season; NaN where there is none. */
function restOf(values: Float64Array, seasons: readonly Season[], slope: number): Float64Array {
  const rest = new Float64Array(values.length).fill(Number.NaN);
  for (const steps of seasons) {
    const own = steps.map((step) => (values[step] ?? 0) - step * slope);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    steps.forEach((step, at) => {
      rest[step] = (own[at] ?? 0) - mean;
    });
  }
  return rest;
}

/**
 * Correlation of the ranks of neighbouring steps that both have a value. Taking out a line draws it down by
 * (2 + 4ρ)/n (Marriott & Pope 1954), which is put back; means of seasons draw numerator and denominator down
 * alike.
 */
function neighbouring(rest: Float64Array): number {
  const present = Int32Array.from(rest.keys()).filter((step) => !Number.isNaN(rest[step]));
  const ranks = meanRanks(Float64Array.from(present, (step) => rest[step] ?? 0));
  const mean = (ranks.length + 1) / 2;
  let [products, squares, pairs] = [0, 0, 0];
  ranks.forEach((rank, i) => {
    squares += (rank - mean) ** 2;
    if (i === 0 || (present[i] ?? 0) - (present[i - 1] ?? 0) !== 1) return;
    products += (rank - mean) * ((ranks[i - 1] ?? 0) - mean);
    pairs += 1;
  });
  if (pairs < 5 || squares === 0) return 0;
  const found = products / pairs / (squares / ranks.length);
  return Math.max(0, Math.min(mostCorrelation, (found + 2 / pairs) / Math.max(0.5, 1 - 4 / pairs)));
}

/** Correlation of the ranks of normal values whose own is given (Pearson 1907). */
const ofRanks = (correlation: number): number => (6 / Math.PI) * Math.asin(correlation / 2);

/**
 * How much larger the variance of S is than of independent values, where correlation falls by a power a step:
 * S is nearly Σ cᵢ Rᵢ, cᵢ being the rank of a step within its season less the mean rank (Hájek's projection),
 * so it is Σᵢⱼ cᵢ cⱼ ρ(tᵢ − tⱼ) / Σᵢ cᵢ².
 */
function inflation(length: number, seasons: readonly Season[], correlation: number): number {
  const c = new Float64Array(length);
  for (const steps of seasons)
    steps.forEach((step, at) => {
      c[step] = at - (steps.length - 1) / 2;
    });
  let [sum, own] = [0, 0];
  for (const value of c) own += value * value;
  let power = correlation;
  for (let lag = 1; lag < length && power > leastCorrelation; lag++, power *= correlation) {
    let products = 0;
    for (let step = lag; step < length; step++) products += (c[step] ?? 0) * (c[step - lag] ?? 0);
    sum += products * ofRanks(power);
  }
  return own > 0 ? Math.max(1, 1 + (2 * sum) / own) : 1;
}

/**
 * The seasonal Kendall test for a monotonic trend: values are compared with those of the same season only, so
 * no season has to be estimated, and a gap is no value. S and its variance with ties are summed over the
 * seasons. Values depend on those before them: without the line and the means of their seasons they are taken
 * for a first-order autoregressive process, whose correlation enlarges the variance at all lags. Negative
 * correlation does not shrink it.
 *
 * It keeps its level where the sum of significant correlations (Hamed & Rao 1998) does not, in short series
 * and in those of which a season was taken out; `test/trial/trend-level.ts` measures it.
 *
 * Hirsch, R. M., Slack, J. R. & Smith, R. A. (1982), Water Resources Research 18, 107-121; Hamed, K. H.
 * (2009), Journal of Hydrology 368, 143-155 (variance by the corrected correlation of an autoregressive
 * process); Marriott, F. H. C. & Pope, J. A. (1954), Biometrika 41, 390-402.
 *
 * @param values n values at equal steps, NaN where missing; at least two have to be there
 * @param period steps in a season; 1 for none
 * @returns the slope in the values' unit per step; with no season that has two values: S 0, p 1
 * @throws UnusableSeries with fewer than two values, or infinite ones
 */
export function seasonalTrend(values: Float64Array, period: number, alpha = 0.05): SeasonalTrend {
  requireWhole(period, 1, 'The period');
  const present = values.filter((value) => !Number.isNaN(value));
  requireLength(present, 2, 'A trend');
  requireFinite(present, 'A trend');
  const seasons = seasonsOf(values, period);
  let [s, variance, pairs] = [0, 0, 0];
  for (const steps of seasons) {
    const own = mannKendall(
      Float64Array.from(steps, (step) => values[step] ?? 0),
      alpha,
    );
    s += own.s;
    variance += own.variance;
    pairs += (steps.length * (steps.length - 1)) / 2;
  }
  const slope = pairs > 0 ? slopeOf(values, seasons) : 0;
  const correlation = pairs > 0 ? neighbouring(restOf(values, seasons, slope)) : 0;
  const correction = inflation(values.length, seasons, correlation);
  const found = verdict(s, variance * correction, present.length, alpha);
  return { ...found, tau: pairs > 0 ? s / pairs : 0, slope, correlation, correction };
}
