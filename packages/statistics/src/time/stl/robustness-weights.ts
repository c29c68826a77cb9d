/**
 * Bisquare weights of the residuals: 1 near the fit, 0 beyond six times their median size.
 *
 * @param values, fitted n each
 * @returns n weights in [0, 1]; all 1 where more than half the residuals are zero
 */
export function robustnessWeights(values: Float64Array, fitted: Float64Array): Float64Array {
  const sizes = values.map((value, i) => Math.abs(value - (fitted[i] ?? 0)));
  const sorted = sizes.slice().sort();
  const n = sizes.length;
  const limit = 3 * ((sorted[Math.floor(n / 2)] ?? 0) + (sorted[n - Math.floor(n / 2) - 1] ?? 0));
  if (limit === 0) return sizes.fill(1);
  return sizes.map((size) => {
    if (size <= 0.001 * limit) return 1;
    return size <= 0.999 * limit ? (1 - (size / limit) ** 2) ** 2 : 0;
  });
}
