/**
 * Stirling's error: ln Γ(n + 1) less Stirling's approximation ½ ln(2πn) + n ln n − n. Below 16 by its
 * recurrence δ(n) = δ(n + 1) + (n + ½) ln(1 + 1/n) − 1, above by its asymptotic series.
 *
 * @param n above 0
 */
function stirlingError(n: number): number {
  let [error, at] = [0, n];
  for (; at < 16; at++) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const squared = at * at;
  return (
    error +
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / squared) / squared) / squared) / squared) / at
  );
}

/** x ln(x / mean) + mean − x without cancellation where the two are close. Both above 0. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * The probability mean^x e^−mean / Γ(x + 1) of a Poisson distribution, for any x.
 *
 * Loader, C. (2000), Fast and accurate computation of binomial probabilities.
 *
 * @param x 0 or more, whole or not
 * @param mean above 0
 */
export const poissonProbability = (x: number, mean: number): number =>
  x === 0 ? Math.exp(-mean) : Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);

/**
 * The probability Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) · share^x · rest^(n − x) of a binomial distribution, for
 * any x and n. Loader (2000).
 *
 * @param x above 0 and below n
 * @param rest 1 − share, given apart so that neither loses digits
 */
export function binomialProbability(x: number, n: number, share: number, rest: number): number {
  const others = n - x;
  const log =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(others) -
    deviance(x, n * share) -
    deviance(others, n * rest);
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * others));
}
