import { UnusableSeries } from './unusable-series.ts';

/** Box-Cox: (y^λ − 1) / λ, the logarithm at λ = 0. Values above zero. */
export const boxCox = (values: Float64Array, lambda: number): Float64Array =>
  values.map((value) => (lambda === 0 ? Math.log(value) : (value ** lambda - 1) / lambda));

/** Back again; a value the transformation cannot have given becomes 0 (λ > 0) or infinite (λ < 0). */
export const inverseBoxCox = (values: Float64Array, lambda: number): Float64Array =>
  values.map((value) => (lambda === 0 ? Math.exp(value) : Math.max(0, lambda * value + 1) ** (1 / lambda)));

/**
 * The λ in [−2, 2] under which values look most like a normal sample (profile likelihood, golden section).
 *
 * @throws UnusableSeries with values that are not above zero
 *
 * Box & Cox (1964), JRSS B 26.
 */
export function boxCoxLambda(values: Float64Array): number {
  if (values.length < 2 || values.some((value) => !(value > 0)))
    throw new UnusableSeries('not-positive', 'Box-Cox needs at least two values, all above zero.');
  const logarithms = values.reduce((sum, value) => sum + Math.log(value), 0);
  const likelihood = (lambda: number) =>
    (lambda - 1) * logarithms - (values.length / 2) * Math.log(variance(boxCox(values, lambda)));
  return maximum(likelihood, -2, 2);
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** Golden section: the greatest value of a function with one hill. */
function maximum(height: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  while (high - low > 1e-7) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (height(left) > height(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
