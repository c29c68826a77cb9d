import { closingTimeEdges } from '@hotline-atlas/model';

/**
 * Quantile of a histogram of times to close in hours, interpolated in its class; the lower edge in the last, open one. Null where
 * nothing was closed. `compile/metric.ts` says the same in SQL.
 */
export function hoursWithin(histogram: readonly number[], quantile: number): number | null {
  const cases = histogram.reduce((sum, count) => sum + count, 0);
  if (cases === 0) return null;
  const wanted = quantile * cases;
  let [hours, below] = [0, 0];
  for (const [index, count] of histogram.entries()) {
    const edge = closingTimeEdges[index] ?? 0;
    const width = (closingTimeEdges[index + 1] ?? edge) - edge;
    hours += width * Math.min(1, Math.max(0, wanted - below) / Math.max(count, 0.5));
    below += count;
  }
  return hours;
}
