/** 95 % to either side. */
export const reach = 1.959963984540054;

/** What is known of one part of a score, in points. */
export interface PartInterval {
  points: number;
  lower: number;
  upper: number;
}

/** Length of a sum of deviations that go together. */
function together(deviations: readonly number[], correlation: readonly (readonly number[])[]): number {
  let square = 0;
  for (const [one, first] of deviations.entries())
    for (const [other, second] of deviations.entries())
      square += (correlation[one]?.[other] ?? Number(one === other)) * first * second;
  return Math.sqrt(Math.max(0, square));
}

/**
 * Interval of a score from the intervals of its parts, and its variance. Each part reaches as far as its own
 * interval, so a score near the most possible has a short upper and a long lower side. The parts of a unit
 * rest on the same orders: an order that is not resolved seldom satisfies. How they go together is the
 * correlation.
 *
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702 (MOVER), with correlated parts.
 *
 * @param correlation of the outcomes of one order, indicators × indicators
 */
export function scoreInterval(
  parts: readonly PartInterval[],
  correlation: readonly (readonly number[])[],
): { lower: number; upper: number; variance: number } {
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  const below = together(
    parts.map(({ points, lower }) => points - lower),
    correlation,
  );
  const above = together(
    parts.map(({ points, upper }) => upper - points),
    correlation,
  );
  return { lower: score - below, upper: score + above, variance: ((below + above) / (2 * reach)) ** 2 };
}
