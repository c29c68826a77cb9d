/**
 * How much of a move each of some causes made: its mean effect over all orders in which the causes could have
 * come one after the other (Shapley's value), so that no order is preferred. The parts add up to the move
 * exactly: they are whole numbers of `1 / denominator`.
 *
 * Shapley, L. S. (1953), Contributions to the Theory of Games II, 307-317; for decompositions: Shorrocks, A.
 * F. (2013), J. Economic Inequality 11, 99-126.
 *
 * @param causes how many, at most 6
 * @param value a whole number, with those causes at work that are true
 */
export function sharesOfMove(
  causes: number,
  value: (isAtWork: readonly boolean[]) => number,
): { shares: number[]; denominator: number } {
  const factorial = (number: number): number => (number <= 1 ? 1 : number * factorial(number - 1));
  const values = Array.from({ length: 2 ** causes }, (_, set) =>
    value(Array.from({ length: causes }, (_, cause) => (set & (1 << cause)) !== 0)),
  );
  const sizeOf = (set: number) =>
    Array.from({ length: causes }, (_, cause) => cause).filter((cause) => set & (1 << cause)).length;
  const shares = Array.from({ length: causes }, (_, cause) =>
    values.reduce((sum, without, set) => {
      if (set & (1 << cause)) return sum;
      const size = sizeOf(set);
      const orders = factorial(size) * factorial(causes - size - 1);
      return sum + orders * ((values[set | (1 << cause)] ?? 0) - without);
    }, 0),
  );
  return { shares, denominator: factorial(causes) };
}

/**
 * Whole numbers whose sum is that of some fractions, which is whole: each is rounded down, and those that
 * lose most get one more (largest remainders). Worked out in whole numbers.
 *
 * @param shares whole numbers of `1 / denominator`
 * @param scale rounded to `1 / scale`
 */
export function wholeShares(shares: readonly number[], denominator: number, scale: number): number[] {
  const lost = shares.map((share) => (((share * scale) % denominator) + denominator) % denominator);
  const whole = shares.map((share, at) => (share * scale - (lost[at] ?? 0)) / denominator);
  const missing = lost.reduce((sum, each) => sum + each, 0) / denominator;
  const byLoss = lost
    .map((loss, at) => ({ at, loss }))
    .sort((one, other) => other.loss - one.loss || one.at - other.at);
  for (const { at } of byLoss.slice(0, Math.floor(missing))) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}
