/**
 * Whole numbers in proportion to weights that sum to exactly `total`: largest remainders first, earlier ones
 * before later.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) throw new RangeError('Weights must have a sum above zero');
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const missing = total - counts.reduce((a, b) => a + b, 0);
  exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => {
      counts[index] = (counts[index] ?? 0) + 1;
    });
  return counts;
}

/**
 * A wheel: `slots` whole numbers in which each index of the weights stands as often as it is likely. `offset`
 * (0 to 1) says where the rounding begins, so that over many wheels with different offsets rare indices get
 * their due; `first` is what the first index is called.
 */
export function wheel(weights: readonly number[], slots: number, offset: number, first = 0): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) throw new RangeError('Weights must have a sum above zero');
  const turned: number[] = [];
  let reached = 0;
  weights.forEach((weight, index) => {
    reached += weight;
    const end = Math.min(slots, Math.floor((reached / sum) * slots + offset));
    while (turned.length < end) turned.push(index + first);
  });
  const last = weights.findLastIndex((weight) => weight > 0);
  while (turned.length < slots) turned.push(last + first);
  return turned;
}
