/** Values less their mean, and their second moment about it. */
export interface Deviations {
  deviations: Float64Array;
  mean: number;
  /** Sum of squared deviations; exactly 0 where all values are equal. */
  sumOfSquares: number;
}

/** Values less their mean. All equal (or none): deviations and sum of squares exactly 0. */
export function deviationsOf(values: Float64Array): Deviations {
  const first = values[0] ?? 0;
  let [sum, flat] = [0, true];
  for (const value of values) {
    sum += value;
    flat &&= value === first;
  }
  const mean = flat ? first : sum / values.length;
  const deviations = new Float64Array(values.length);
  let sumOfSquares = 0;
  for (let index = 0; index < values.length; index++) {
    const deviation = (values[index] ?? Number.NaN) - mean;
    deviations[index] = deviation;
    sumOfSquares += deviation ** 2;
  }
  return { deviations, mean, sumOfSquares };
}
