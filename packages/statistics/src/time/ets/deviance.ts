import type { EtsModel } from './model.ts';
import type { EtsPath } from './path.ts';

/** Minus twice the log-likelihood; smallest where the errors are. */
export function etsDeviance(model: EtsModel, { fitted, errors }: EtsPath): number {
  const n = errors.length;
  let squares = 0;
  let size = 0;
  let jacobian = 0;
  for (let t = 0; t < n; t++) {
    const forecast = fitted[t] ?? 0;
    const error = errors[t] ?? 0;
    squares += error * error;
    size += forecast * forecast;
    if (model.error === 'M') {
      if (!(forecast > 0)) return Number.POSITIVE_INFINITY;
      jacobian += Math.log(forecast);
    }
  }
  const exact = 1e-24 * (model.error === 'M' ? n : size + Number.MIN_VALUE);
  return n * Math.log(Math.max(squares, exact, Number.MIN_VALUE)) + 2 * jacobian;
}
