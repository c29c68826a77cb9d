import { gammaQuantile } from '../distributions/index.ts';

/** Rates of places, drawn towards the rate of all; shapes n. */
export interface SmoothedRates {
  /**
   * Events per unit of population. A place without population gets the overall rate, one without a count
   * (NaN) NaN.
   */
  rates: Float64Array;
  /** Share of its own rate in a place's smoothed rate, 0 (all borrowed) … 1. */
  ownShare: Float64Array;
  /** Σ counts / Σ populations. */
  overall: number;
  /** Variance of the true rates between places; 0 where the counts vary no more than chance does. */
  variance: number;
}

const isKnown = (count: number | undefined, population: number | undefined): boolean =>
  Number.isFinite(count) && Number.isFinite(population);

function check(counts: Float64Array, populations: Float64Array): void {
  if (counts.length !== populations.length)
    throw new RangeError(`${counts.length} counts need as many populations; got ${populations.length}.`);
  if (counts.some((count) => count < 0) || populations.some((population) => population < 0))
    throw new RangeError('Counts and populations must not be negative.');
}

/** Overall rate and variance between places by moments. */
function moments(counts: Float64Array, populations: Float64Array): { overall: number; variance: number } {
  let [events, people, places, squares] = [0, 0, 0, 0];
  counts.forEach((count, place) => {
    const population = populations[place] ?? Number.NaN;
    if (!isKnown(count, population) || population === 0) return;
    events += count;
    people += population;
    places++;
  });
  if (people === 0) return { overall: Number.NaN, variance: 0 };
  const overall = events / people;
  counts.forEach((count, place) => {
    const population = populations[place] ?? Number.NaN;
    if (isKnown(count, population) && population > 0)
      squares += population * (count / population - overall) ** 2;
  });
  return { overall, variance: Math.max(0, squares / people - overall / (people / places)) };
}

/**
 * Empirical-Bayes rates: the rate of a small place says little, so it is drawn towards the rate of all, the
 * more the smaller the place. Assumes Poisson counts around true rates that vary between places with one mean
 * and variance. The overall rate is the mean of the smoothed rates weighted by population + overall /
 * variance (what a place has and what it borrows); weighted by population alone it is so only nearly. No
 * population at all: every rate is NaN.
 *
 * Marshall, R. J. (1991), Applied Statistics 40, 283-294 (global).
 *
 * @param counts shape n, events; NaN where unknown
 * @param populations shape n, people, hours or any exposure
 * @throws RangeError for negative input or lengths that differ
 */
export function empiricalBayes(counts: Float64Array, populations: Float64Array): SmoothedRates {
  check(counts, populations);
  const { overall, variance } = moments(counts, populations);
  const ownShare = populations.map((population, place) => {
    if (!isKnown(counts[place], population)) return Number.NaN;
    return variance === 0 || population === 0 ? 0 : variance / (variance + overall / population);
  });
  const rates = ownShare.map((share, place) => {
    if (!(share > 0)) return share === 0 ? overall : Number.NaN;
    return share * ((counts[place] ?? 0) / (populations[place] ?? 0)) + (1 - share) * overall;
  });
  return { rates, ownShare, overall, variance };
}

/** Bounds of each place; shapes n. */
export interface RateIntervals {
  lower: Float64Array;
  upper: Float64Array;
}

/**
 * Credible intervals of empirical-Bayes rates. The same estimate read as a posterior: with a gamma
 * distribution of mean m and variance A between places, the rate of a place with c events among p people is
 * gamma(c + m²/A, p + m/A), whose mean is Marshall's. The uncertainty of m and A is left out. Where A is 0
 * both bounds are the overall rate.
 *
 * Clayton, D. & Kaldor, J. (1987), Biometrics 43, 671-681.
 *
 * @param counts shape n, as given to `empiricalBayes`
 * @param populations shape n, as given to `empiricalBayes`
 */
export function empiricalBayesIntervals(
  counts: Float64Array,
  populations: Float64Array,
  { rates, overall, variance }: SmoothedRates,
  confidence = 0.95,
): RateIntervals {
  const bound = (probability: number) =>
    rates.map((rate, place) => {
      if (variance === 0 || Number.isNaN(rate)) return rate;
      const shape = (counts[place] ?? 0) + overall ** 2 / variance;
      return gammaQuantile(probability, shape, (populations[place] ?? 0) + overall / variance);
    });
  return { lower: bound((1 - confidence) / 2), upper: bound((1 + confidence) / 2) };
}
