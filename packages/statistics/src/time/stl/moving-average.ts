/**
 * Moving average of a fixed length.
 *
 * @param values n values
 * @returns n − length + 1 means
 */
export function movingAverage(values: Float64Array, length: number): Float64Array {
  const means = new Float64Array(values.length - length + 1);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i] ?? 0;
  means[0] = sum / length;
  for (let i = 1; i < means.length; i++) {
    sum += (values[i + length - 1] ?? 0) - (values[i - 1] ?? 0);
    means[i] = sum / length;
  }
  return means;
}
