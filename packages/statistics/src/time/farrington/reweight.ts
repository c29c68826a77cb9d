import type { QuasiPoissonFit } from './quasi-poisson.ts';

/**
 * Standardised Anscombe residuals: 3/2 · (y^⅔ μ^−⅙ − μ^½) / √(φ(1 − h)), 0 where nothing was expected and
 * nothing came. Farrington, Andrews, Beale & Catchpole (1996), JRSS A 159, 3.6.
 */
export function anscombeResiduals(
  counts: Float64Array,
  fit: QuasiPoissonFit,
  dispersion: number,
): Float64Array {
  return counts.map((count, i) => {
    const mean = fit.fitted[i] ?? 0;
    if (mean === 0) return 0;
    const root = Math.sqrt(mean);
    const raw = 1.5 * (Math.cbrt(count * count) / Math.cbrt(root) - root);
    return raw / Math.sqrt(dispersion * Math.max(1 - (fit.hat[i] ?? 0), 1e-12));
  });
}

/**
 * Weights that let past outbreaks count less: s^−2 for residuals above the threshold, 1 for the others,
 * scaled to a mean of 1.
 *
 * @param threshold 1 in Farrington et al. (1996), 2.58 in Noufaily et al. (2013)
 */
export function outbreakWeights(residuals: Float64Array, threshold: number): Float64Array {
  const weights = residuals.map((s) => (s > threshold ? s ** -2 : 1));
  const scale = residuals.length / weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight * scale);
}

/** Anscombe residuals of counts from their fit, as above without leverage. */
export function residualsOf(
  counts: Float64Array,
  { fitted, dispersion }: { fitted: Float64Array; dispersion: number },
): Float64Array {
  return counts.map((count, i) => {
    const mean = fitted[i] ?? 0;
    if (mean === 0) return 0;
    const root = Math.sqrt(mean);
    return (1.5 * (Math.cbrt(count * count) / Math.cbrt(root) - root)) / Math.sqrt(dispersion);
  });
}
