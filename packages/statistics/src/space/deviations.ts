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
  const flat = values.every((value) => value === first);
  const mean = flat ? first : values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviations = values.map((value) => value - mean);
  return { deviations, mean, sumOfSquares: deviations.reduce((sum, value) => sum + value ** 2, 0) };
}
