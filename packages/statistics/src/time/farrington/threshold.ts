import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { negativeBinomialQuantile, negativeBinomialTails } from '../../distributions/index.ts';

/** A power that makes counts look normal: 2/3 takes out their skewness, 1/2 evens out their variance. */
export type PowerTransformation = 'none' | '1/2' | '2/3';

export interface Prediction {
  mean: number;
  /** Of the mean. */
  standardError: number;
  dispersion: number;
}

export interface Threshold {
  lower: number;
  upper: number;
  /** Chance of the observed count or more. */
  p: number;
  /** Chance of the observed count or fewer. */
  pBelow: number;
}

const exponents: Record<PowerTransformation, number> = { none: 1, '1/2': 1 / 2, '2/3': 2 / 3 };

/**
 * Limits of the next count, normal on a power's scale, with the uncertainty of the mean.
 *
 * @param z how many standard deviations: the normal quantile of 1 − alpha (one-sided) or 1 − alpha/2
 *   (Farrington's original)
 *
 * Farrington et al. (1996), 3.5.
 */
export function powerThreshold(
  { mean, standardError, dispersion }: Prediction,
  observed: number,
  power: PowerTransformation,
  z: number,
): Threshold {
  const exponent = exponents[power];
  const variance = dispersion + standardError ** 2 / mean;
  const deviation = exponent * Math.sqrt(mean ** (2 * exponent - 1) * variance);
  const centre = mean ** exponent;
  const back = (value: number) => Math.max(0, value) ** (1 / exponent);
  return {
    lower: back(centre - z * deviation),
    upper: back(centre + z * deviation),
    p: normalCdf(centre - observed ** exponent, 0, deviation),
    pBelow: normalCdf(observed ** exponent - centre, 0, deviation),
  };
}

/**
 * Quantiles of the negative binomial distribution (Poisson without overdispersion) with the predicted mean
 * and dispersion. Noufaily et al. (2013), Statistics in Medicine 32, 2.2.
 */
export function countThreshold({ mean, dispersion }: Prediction, observed: number, alpha: number): Threshold {
  const spread = Math.max(1, dispersion);
  return {
    lower: negativeBinomialQuantile(alpha, mean, spread),
    upper: negativeBinomialQuantile(1 - alpha, mean, spread),
    p: observed > 0 ? negativeBinomialTails(observed - 1, mean, spread).upper : 1,
    pBelow: negativeBinomialTails(observed, mean, spread).lower,
  };
}
