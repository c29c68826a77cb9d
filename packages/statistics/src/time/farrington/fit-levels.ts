import type { LevelSpans } from './level-spans.ts';

export interface LevelFit {
  fitted: Float64Array;
  /** Pearson's estimate over all counts, each with its full weight; at least 1. */
  dispersion: number;
  /**
   * Weighted cases of the recent level, and the steps they took, each as long as its season is high; only of
   * weeks not far out of season.
   */
  recent: { cases: number; exposure: number };
  /** Shape levels. */
  level: Float64Array;
  /** The latest level before the recent one; 0 where there is none, or never was a case. */
  before: number;
  /** Factor of each seasonal group, on top of what was known. */
  seasons: Float64Array;
  /** Factor of the present season, what was known of it included. */
  seasonNow: number;
  /** Cases it rests on, those it is held to 1 with included. */
  seasonCases: number;
}

/** What is known of the season beforehand, by the count it belongs to. */
export interface KnownSeason {
  /** Shape n: of each past count. */
  past: Float64Array;
  /** Of the newest. */
  now: number;
}

/**
 * Cases at the factor 1 every season has beforehand, times the dispersion: without cases there is no season.
 */
const casesOfNoSeason = 5;
const rounds = 12;

/**
 * log mean = level of the year + season (+ the season known beforehand): the two-way Poisson model, fitted by
 * raising levels and seasons to their margins in turn (iterative proportional fitting; Deming & Stephan
 * 1940), seasons held towards 1 by a gamma prior.
 *
 * @param weights n prior weights
 * @param dispersion by which the prior is widened
 * @param known what seasons come on top of; level everywhere where it is not given
 */
export function fitLevels(
  spans: LevelSpans,
  weights: Float64Array,
  dispersion = 1,
  known?: KnownSeason,
): LevelFit {
  const { counts, levels, groups, levelCount, groupCount } = spans;
  const prior = casesOfNoSeason * dispersion;
  const season = new Float64Array(groupCount).fill(1);
  const level = new Float64Array(levelCount);
  const cases = products(weights, counts);
  const levelCases = sums(levels, levelCount, cases);
  const groupCases = sums(groups, groupCount, cases);
  const exposed = known ? products(weights, known.past) : weights;
  for (let round = 0; round < rounds; round++) {
    const exposure = sumsOfProducts(levels, levelCount, exposed, groups, season);
    for (let at = 0; at < levelCount; at++)
      level[at] = (exposure[at] ?? 0) > 0 ? (levelCases[at] ?? 0) / (exposure[at] ?? 1) : 0;
    const mass = sumsOfProducts(groups, groupCount, exposed, levels, level);
    for (let at = 0; at < groupCount; at++)
      season[at] = ((groupCases[at] ?? 0) + prior) / ((mass[at] ?? 0) + prior);
  }
  const fitted = new Float64Array(counts.length);
  for (let i = 0; i < fitted.length; i++)
    fitted[i] = (level[levels[i] ?? 0] ?? 0) * (season[groups[i] ?? 0] ?? 1) * (known?.past[i] ?? 1);
  return {
    fitted,
    dispersion: pearson(counts, fitted, levelCount + groupCount - 1),
    recent: recentOf(
      spans,
      weights,
      (i) => (season[groups[i] ?? 0] ?? 1) * (known?.past[i] ?? 1),
      (season[0] ?? 1) * (known?.now ?? 1),
    ),
    level,
    seasons: season,
    before: level.subarray(1).find((value) => value > 0) ?? 0,
    seasonNow: (season[0] ?? 1) * (known?.now ?? 1),
    seasonCases: (groupCases[0] ?? 0) + prior,
  };
}

/**
 * Weeks whose season is lower than this share of the present one's tell nothing of the level it will have.
 */
const outOfSeason = 0.5;

/** Cases and exposure of the recent level, in weeks whose season is like the present one. */
function recentOf(
  { counts, levels }: LevelSpans,
  weights: Float64Array,
  seasonAt: (i: number) => number,
  seasonNow: number,
): LevelFit['recent'] {
  const recent = { cases: 0, exposure: 0 };
  for (let i = 0; i < counts.length; i++) {
    if (levels[i] !== 0 || seasonAt(i) < outOfSeason * seasonNow) continue;
    recent.cases += (weights[i] ?? 0) * (counts[i] ?? 0);
    recent.exposure += (weights[i] ?? 0) * seasonAt(i);
  }
  return recent;
}

function products(some: Float64Array, others: Float64Array): Float64Array {
  const product = new Float64Array(some.length);
  for (let i = 0; i < product.length; i++) product[i] = (some[i] ?? 0) * (others[i] ?? 0);
  return product;
}

/** Sums of values by key, below `length`. */
function sums(keys: Uint8Array, length: number, values: Float64Array): Float64Array {
  const total = new Float64Array(length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    total[key] = (total[key] ?? 0) + (values[i] ?? 0);
  }
  return total;
}

/** Sums by key of values times the factor of their other key. */
function sumsOfProducts(
  keys: Uint8Array,
  length: number,
  values: Float64Array,
  others: Uint8Array,
  factors: Float64Array,
): Float64Array {
  const total = new Float64Array(length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    total[key] = (total[key] ?? 0) + (values[i] ?? 0) * (factors[others[i] ?? 0] ?? 0);
  }
  return total;
}

function pearson(counts: Float64Array, fitted: Float64Array, coefficients: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const mean = fitted[i] ?? 0;
    if (mean > 0) sum += ((counts[i] ?? 0) - mean) ** 2 / mean;
  }
  return Math.max(1, sum / Math.max(1, counts.length - coefficients));
}
