import type { UsualDispersion } from './usual-dispersion.ts';

/** How the counts of one group were spread over some earlier periods. */
export interface EarlierSpread {
  /** All of them together. */
  total: number;
  /** Pearson's statistic of the counts, given their total, and its degrees of freedom. */
  statistic: number;
  freedom: number;
}

/**
 * Squared deviations of a group count as no more than so many times their degrees of freedom where groups are
 * taken together: a few outbreaks are not the rule.
 */
const mostOfGroup = 4;
/** Groups with fewer counts say nothing of how much counts vary. */
const fewestCounted = 8;
/** Relative variance that is never exceeded: its concentration stays above 1. */
const mostVariance = 4;
const halvings = 50;
/** Degrees of freedom that a group borrows of all groups. */
const borrowedFreedom = 8;

/**
 * The spread of some counts that would be proportional to their exposures were it not for chance.
 *
 * @param counts shape periods
 * @param exposures shape periods, above 0
 */
export function earlierSpread(counts: Float64Array, exposures: Float64Array): EarlierSpread {
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const [total, exposed] = [sum(counts), sum(exposures)];
  const freedom = counts.length - 1;
  if (total === 0) return { total, statistic: 0, freedom };
  let statistic = 0;
  counts.forEach((count, period) => {
    const expected = (total * (exposures[period] ?? 0)) / exposed;
    statistic += (count - expected) ** 2 / expected;
  });
  return { total, statistic, freedom };
}

/**
 * The variance of counts given their total, as a multiple of that of chance, where a count has the relative
 * variance `variance` besides chance: Dirichlet-multinomial with the concentration periods ÷ variance
 * (Mosimann 1962).
 */
export function factorAt(total: number, variance: number, periods: number): number {
  if (variance <= 0 || total <= 1) return 1;
  const concentration = periods / variance;
  return (total + concentration) / (1 + concentration);
}

/**
 * The relative variance besides chance that all groups have in common: that with which Pearson's statistics
 * together are as large as their degrees of freedom. 0 where chance explains them.
 *
 * Moments: Breslow, N. E. (1984), Applied Statistics 33, 38-44; given the totals: Mosimann, J. E. (1962),
 * Biometrika 49, 65-82.
 *
 * @param periods earlier periods of each group
 */
export function commonVariance(groups: readonly EarlierSpread[], periods: number): number {
  const telling = groups.filter(({ total }) => total >= fewestCounted);
  const excess = (variance: number) =>
    telling.reduce((sum, { total, statistic, freedom }) => {
      const scaled = statistic / factorAt(total, variance, periods);
      return sum + Math.min(scaled, mostOfGroup * freedom) - freedom;
    }, 0);
  if (telling.length === 0 || excess(0) <= 0) return 0;
  let [low, high] = [0, mostVariance];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * How much more than chance a group varies between periods: its own earlier periods, and what all groups have
 * in common as if it were eight more; never less than what they have in common, for a group that was quiet so
 * far is not known to stay so.
 */
export function drawnDispersion(
  { total, statistic, freedom }: EarlierSpread,
  variance: number,
  periods: number,
): UsualDispersion {
  const common = factorAt(total, variance, periods);
  const drawn = (statistic + borrowedFreedom * common) / (freedom + borrowedFreedom);
  return { factor: Math.max(1, common, drawn), freedom: freedom + borrowedFreedom };
}
