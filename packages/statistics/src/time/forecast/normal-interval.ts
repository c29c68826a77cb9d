import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Forecast } from './forecast.ts';

/** The interval of normal errors with the given variances. */
export function normalInterval(mean: Float64Array, variances: Float64Array, confidence: number): Forecast {
  const z = normalQuantile(0.5 + confidence / 2, 0, 1);
  const half = variances.map((variance) => z * Math.sqrt(variance));
  return {
    mean,
    lower: mean.map((value, h) => value - (half[h] ?? 0)),
    upper: mean.map((value, h) => value + (half[h] ?? 0)),
  };
}
