import normalPdf from '@stdlib/stats-base-dists-normal-pdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

const tenth = 0.1;

const isNumber = (value: number): boolean => !Number.isNaN(value);

/**
 * Mean square of values of which a share at either end was drawn in, as a share of what is left so of a
 * standard normal.
 */
function winsorisedSquare(values: Float64Array, share: number): number {
  const sorted = values.filter(isNumber).sort();
  const cut = Math.floor(share * sorted.length);
  const [lowest, highest] = [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
  const square = sorted.reduce((sum, value) => sum + Math.min(highest, Math.max(lowest, value)) ** 2, 0);
  return square / sorted.length / normalSquareLeft(cut / sorted.length);
}

/** Mean square of a standard normal whose tails, each of this share, were drawn in. */
function normalSquareLeft(tail: number): number {
  if (tail === 0) return 1;
  const bound = normalQuantile(1 - tail, 0, 1);
  return 1 - 2 * tail - 2 * bound * normalPdf(bound, 0, 1) + 2 * tail * bound ** 2;
}

/**
 * How much more units differ than chance explains, as a factor of the variance (multiplicative
 * overdispersion): the mean square of standard scores, lowest and highest tenth drawn in so that true
 * outliers do not hide themselves. About 1 where there is only chance: divided by what drawing in leaves of a
 * standard normal, which Spiegelhalter does not do.
 *
 * Spiegelhalter, D. J. (2005), Quality and Safety in Health Care 14, 347-351, and Statistics in Medicine 24,
 * 1185-1202.
 *
 * @param scores shape n, deviation over standard error; NaN is passed over
 */
export const dispersionRatio = (scores: Float64Array): number => winsorisedSquare(scores, tenth);

/**
 * Variance between units beyond chance (additive overdispersion): that with which scores of deviation over
 * √(error² + variance) spread as standard normal ones do, lowest and highest tenth drawn in. 0 where they
 * differ no more than chance explains. Unlike a factor it does not widen what is known of small units where
 * only large ones show the spread, and unlike moments of the raw scores it holds for units of very different
 * size.
 *
 * Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202 (random effects, winsorised); the
 * equation is that of Paule, R. C. & Mandel, J. (1982), J. Res. National Bureau of Standards 87, 377-385.
 *
 * @param deviations shape n, from what is expected; NaN is passed over
 * @param errors shape n, standard errors by chance
 * @param winsorised share drawn in at either end; 0 takes outliers for what they are, as empirical Bayes
 *   needs
 */
export function betweenVariance(deviations: Float64Array, errors: Float64Array, winsorised = tenth): number {
  const ratioAt = (variance: number) =>
    winsorisedSquare(
      deviations.map((value, unit) => value / Math.sqrt((errors[unit] ?? 0) ** 2 + variance)),
      winsorised,
    );
  if (!(ratioAt(0) > 1)) return 0;
  let [low, high] = [0, Math.max(...deviations.filter(isNumber).map((value) => value ** 2)) * 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (ratioAt(middle) > 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
