import { closingTimeEdges } from '@hotline-atlas/model';

/**
 * Quantile of a histogram of times to close in hours, interpolated in the class in which it is reached; the
 * lower edge in the last, open one. Null where nothing was closed. `compile/metric.ts` says the same in SQL.
 */
export function hoursWithin(histogram: readonly number[], quantile: number): number | null {
  const all = histogram.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const wanted = quantile * all;
  let below = 0;
  for (const [index, cases] of histogram.entries()) {
    if (below + cases >= wanted) {
      const edge = closingTimeEdges[index] ?? 0;
      const width = (closingTimeEdges[index + 1] ?? edge) - edge;
      return edge + (width * (wanted - below)) / cases;
    }
    below += cases;
  }
  return null;
}
