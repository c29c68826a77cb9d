function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/**
 * How much of what moves is this part and not the remainder, 0 to 1: 1 − Var(remainder) / Var(part +
 * remainder). Wang, Smith & Hyndman (2006), Data Mining and Knowledge Discovery 13, 335-364.
 */
export function strengthOf(part: Float64Array, remainder: Float64Array): number {
  const both = variance(Array.from(part, (value, step) => value + (remainder[step] ?? 0)));
  return both > 0 ? Math.max(0, 1 - variance([...remainder]) / both) : 0;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * Which remainders lie beyond three standard deviations, estimated by the median absolute deviation of those
 * that were not bridged.
 */
export function unusualSteps(remainder: Float64Array, bridged: Uint8Array): boolean[] {
  const own = [...remainder].filter((_, step) => bridged[step] === 0);
  const centre = own.length > 0 ? median(own) : 0;
  const deviation = own.length > 0 ? 1.4826 * median(own.map((value) => Math.abs(value - centre))) : 0;
  return Array.from(
    remainder,
    (value, step) => deviation > 0 && bridged[step] === 0 && Math.abs(value - centre) > 3 * deviation,
  );
}
