import type { LevelSpans } from './level-spans.ts';

export interface LevelFit {
  fitted: Float64Array;
  /** Pearson's estimate over all counts, each with its full weight; at least 1. */
  dispersion: number;
  /** Weighted cases of the recent level, and the steps they took, each as long as its season is high. */
  recent: { cases: number; exposure: number };
  /** The latest level before the recent one; 0 where there is none, or never was a case. */
  before: number;
  /** Factor of the present season. */
  seasonNow: number;
  /** Cases it rests on, those it is held to 1 with included. */
  seasonCases: number;
}

/** Cases at the factor 1 every season has beforehand, times the dispersion: without cases there is no season. */
const casesOfNoSeason = 5;
const rounds = 12;

/**
 * log mean = level of the year + season: the two-way Poisson model, fitted by raising levels and seasons to their margins in turn
 * (iterative proportional fitting; Deming & Stephan 1940), seasons held towards 1 by a gamma prior.
 *
 * @param weights n prior weights
 * @param dispersion by which the prior is widened
 */
export function fitLevels(spans: LevelSpans, weights: Float64Array, dispersion = 1): LevelFit {
  const { counts, levels, groups, levelCount, groupCount } = spans;
  const prior = casesOfNoSeason * dispersion;
  const season = new Float64Array(groupCount).fill(1);
  const level = new Float64Array(levelCount);
  const levelCases = sums(levels, levelCount, (i) => (weights[i] ?? 0) * (counts[i] ?? 0));
  const groupCases = sums(groups, groupCount, (i) => (weights[i] ?? 0) * (counts[i] ?? 0));
  const exposureOf = () => sums(levels, levelCount, (i) => (weights[i] ?? 0) * (season[groups[i] ?? 0] ?? 1));
  for (let round = 0; round < rounds; round++) {
    const exposure = exposureOf();
    for (let at = 0; at < levelCount; at++)
      level[at] = (exposure[at] ?? 0) > 0 ? (levelCases[at] ?? 0) / (exposure[at] ?? 1) : 0;
    const mass = sums(groups, groupCount, (i) => (weights[i] ?? 0) * (level[levels[i] ?? 0] ?? 0));
    for (let at = 0; at < groupCount; at++)
      season[at] = ((groupCases[at] ?? 0) + prior) / ((mass[at] ?? 0) + prior);
  }
  const fitted = counts.map((_, i) => (level[levels[i] ?? 0] ?? 0) * (season[groups[i] ?? 0] ?? 1));
  return {
    fitted,
    dispersion: pearson(counts, fitted, levelCount + groupCount - 1),
    recent: { cases: levelCases[0] ?? 0, exposure: exposureOf()[0] ?? 0 },
    before: level.subarray(1).find((value) => value > 0) ?? 0,
    seasonNow: season[0] ?? 1,
    seasonCases: (groupCases[0] ?? 0) + prior,
  };
}

function sums(keys: Uint8Array, length: number, value: (i: number) => number): Float64Array {
  const total = new Float64Array(length);
  for (let i = 0; i < keys.length; i++) total[keys[i] ?? 0] = (total[keys[i] ?? 0] ?? 0) + value(i);
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
