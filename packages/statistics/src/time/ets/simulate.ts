import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { seededRandom } from '../../random.ts';
import { continuation } from './continuation.ts';
import type { EtsFit } from './fit.ts';
import { forecastAt, learnAt } from './path.ts';

const simulations = 5000;

/**
 * One future of a fitted model.
 *
 * @param errors one a step: in the values' unit (A) or relative (M)
 */
export function simulateEts(fit: EtsFit, errors: Float64Array): Float64Array {
  const path = continuation(fit, errors.length);
  return errors.map((error, h) => {
    const forecast = forecastAt(fit.model, fit.parameters.phi, path, h);
    const value = fit.model.error === 'A' ? forecast + error : forecast * (1 + error);
    learnAt(fit.model, fit.parameters, path, h, value);
    return value;
  });
}

/** Quantiles of simulated futures, step by step. */
export function simulatedInterval(
  fit: EtsFit,
  horizon: number,
  confidence: number,
  seed: number,
): { lower: Float64Array; upper: Float64Array } {
  const random = seededRandom(seed);
  const deviation = Math.sqrt(fit.variance);
  const futures = Array.from({ length: horizon }, () => new Float64Array(simulations));
  const errors = new Float64Array(horizon);
  for (let i = 0; i < simulations; i++) {
    for (let h = 0; h < horizon; h++) errors[h] = deviation * normalQuantile(random(), 0, 1);
    const future = simulateEts(fit, errors);
    for (let h = 0; h < horizon; h++) (futures[h] ?? errors)[i] = future[h] ?? 0;
  }
  for (const values of futures) values.sort();
  const quantile = (probability: number) =>
    Float64Array.from(futures, (values) => values[Math.round(probability * (simulations - 1))] ?? 0);
  return { lower: quantile(0.5 - confidence / 2), upper: quantile(0.5 + confidence / 2) };
}
