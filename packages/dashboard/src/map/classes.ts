/** Edges that part values into classes of equal numbers; fewer where values coincide. */
export function quantileEdges(values: readonly number[], classes: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = Array.from({ length: classes - 1 }, (_, at) => {
    const index = Math.ceil((sorted.length * (at + 1)) / classes);
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

/** Colours spread over a ramp, so that few classes still reach both ends. */
export function classColors(ramp: readonly string[], classes: number): string[] {
  if (classes <= 1) return [ramp[Math.floor(ramp.length / 2)] ?? '#888888'];
  return Array.from(
    { length: classes },
    (_, at) => ramp[Math.round((at * (ramp.length - 1)) / (classes - 1))] ?? '#888888',
  );
}
