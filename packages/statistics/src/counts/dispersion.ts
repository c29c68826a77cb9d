/** Counts expected below tell next to nothing about dispersion, and one of them by chance much too much. */
const leastExpected = 0.5;
/** Squared residuals beyond four standard deviations count as four: an outbreak is no dispersion. */
const mostSquared = 16;
const most = 1e6;
const mostSteps = 60;

/** Counts large enough to tell, as squared deviations (x − E)² beside their expectations. */
interface Deviations {
  squares: Float64Array;
  means: Float64Array;
}

function deviationsOf(counts: Float64Array, expected: Float64Array): Deviations {
  const [means, squares] = [new Float64Array(expected.length), new Float64Array(expected.length)];
  let told = 0;
  for (let index = 0; index < expected.length; index++) {
    const mean = expected[index] ?? 0;
    if (!(mean >= leastExpected)) continue;
    means[told] = mean;
    squares[told] = ((counts[index] ?? 0) - mean) ** 2;
    told++;
  }
  return { squares: squares.subarray(0, told), means: means.subarray(0, told) };
}

/**
 * Σ (x − E)² / (E + φE²), each at most 16: near the number of counts where φ is right; and how fast it falls
 * as φ grows.
 */
function pearson({ squares, means }: Deviations, dispersion: number): { sum: number; slope: number } {
  let [sum, slope] = [0, 0];
  for (let index = 0; index < means.length; index++) {
    const mean = means[index] ?? 0;
    const variance = mean + dispersion * mean * mean;
    const squared = (squares[index] ?? 0) / variance;
    if (squared < mostSquared) slope -= (squared * mean * mean) / variance;
    sum += Math.min(mostSquared, squared);
  }
  return { sum, slope };
}

/**
 * How much more counts vary than Poisson counts would: φ of a negative binomial with variance E + φE², so
 * that the squared Pearson residuals, outliers cut off, sum to the degrees of freedom; 0 where counts vary no
 * more than Poisson counts, or are too small to tell. O(n) a step, some ten steps of Newton's within bounds.
 *
 * Breslow, N. E. (1984), Extra-Poisson variation in log-linear models, Applied Statistics 33, 38-44; cut off
 * as in Huber's proposal 2 (Huber 1981, Robust Statistics, 6.4).
 *
 * @param counts shape n
 * @param expected shape n; counts with an expectation below 0.5 or NaN are passed over
 * @param fitted parameters that were fitted to get the expectations
 * @returns φ, 0 … 10⁶
 */
export function negativeBinomialDispersion(counts: Float64Array, expected: Float64Array, fitted = 1): number {
  const data = deviationsOf(counts, expected);
  const freedom = data.means.length - fitted;
  if (freedom <= 0 || pearson(data, 0).sum <= freedom) return 0;
  let [low, high, dispersion] = [0, most, 0];
  for (let step = 0; step < mostSteps; step++) {
    const { sum, slope } = pearson(data, dispersion);
    if (sum > freedom) low = dispersion;
    else high = dispersion;
    const straight = dispersion - (sum - freedom) / slope;
    const next = straight > low && straight < high ? straight : (low + high) / 2;
    if (Math.abs(next - dispersion) <= 1e-7 * next) return next;
    dispersion = next;
  }
  return dispersion;
}

/**
 * How many times the variance of Poisson counts the counts have: the mean squared Pearson residual, outliers
 * cut off; at least 1, and 1 where counts are too small to tell. Counts and expectations divided by it can be
 * judged as Poisson counts (quasi-likelihood).
 *
 * McCullagh, P. & Nelder, J. A. (1989), Generalized Linear Models, 6.2.
 *
 * @param counts shape n
 * @param expected shape n; counts with an expectation below 0.5 or NaN are passed over
 */
export function quasiPoissonDispersion(counts: Float64Array, expected: Float64Array): number {
  const data = deviationsOf(counts, expected);
  return data.means.length === 0 ? 1 : Math.max(1, pearson(data, 0).sum / data.means.length);
}
