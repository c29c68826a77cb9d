/**
 * How many equal parts would be as concentrated as some counts: 1 ÷ Σ share² (Simpson 1949, Nature 163, 688;
 * Laakso & Taagepera 1979, Comparative Political Studies 12, 3-27). NaN where nothing was counted.
 */
export function effectiveNumber(counts: readonly number[]): number {
  const sum = counts.reduce((all, count) => all + count, 0);
  return sum === 0 ? Number.NaN : sum ** 2 / counts.reduce((all, count) => all + count ** 2, 0);
}
