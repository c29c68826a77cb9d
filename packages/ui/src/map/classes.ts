/** Edges that part values into classes of equal numbers; fewer where values coincide. */
export function quantileEdges(values: readonly number[], classes: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = Array.from({ length: classes - 1 }, (_, at) => {
    const index = Math.round((sorted.length * (at + 1)) / classes);
    return sorted[Math.min(index, sorted.length - 1)] ?? 0;
  });
  return [...new Set(edges)].filter((edge) => edge > (sorted[0] ?? edge));
}

/** Edges evenly spaced on a logarithmic scale: cells differ by orders of magnitude. */
export function logarithmicEdges(values: readonly number[], classes: number): number[] {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [];
  const [low, high] = [Math.min(...positive), Math.max(...positive)];
  const edges = Array.from({ length: classes - 1 }, (_, at) =>
    Math.round(low * (high / low) ** ((at + 1) / classes)),
  );
  return [...new Set(edges)].filter((edge) => edge > low);
}

/** The class of a value: the number of edges it has reached. */
export const classOf = (value: number, edges: readonly number[]): number =>
  edges.reduce((reached, edge) => (value >= edge ? reached + 1 : reached), 0);

/** What a class holds: the least and the greatest of its values, and how many. */
export interface ClassRange {
  low: number;
  high: number;
  count: number;
}

/**
 * The classes of some values, each from its least value to its greatest, so that no limit stands in two of
 * them. A class without a value
 * is left out.
 */
export function classRanges(values: readonly number[], edges: readonly number[]): (ClassRange | null)[] {
  const ranges = Array.from({ length: edges.length + 1 }, (): ClassRange | null => null);
  for (const value of values) {
    const at = classOf(value, edges);
    const known = ranges[at];
    ranges[at] = {
      low: Math.min(value, known?.low ?? value),
      high: Math.max(value, known?.high ?? value),
      count: (known?.count ?? 0) + 1,
    };
  }
  return ranges;
}

/** Colours spread over a ramp, so that few classes still reach both ends. */
export function classColors(ramp: readonly string[], classes: number): string[] {
  if (classes <= 1) return [ramp[Math.floor(ramp.length / 2)] ?? '#888888'];
  return Array.from(
    { length: classes },
    (_, at) => ramp[Math.round((at * (ramp.length - 1)) / (classes - 1))] ?? '#888888',
  );
}
