/**
 * Ranks of scores, the highest first: 1 and how many are higher. Units of equal score share a rank, and the
 * ranks behind it are passed over. NaN where there is no score.
 */
export function ranksOf(scores: Float64Array): Float64Array {
  const sorted = scores.filter((score) => !Number.isNaN(score)).sort();
  return scores.map((score) =>
    Number.isNaN(score) ? Number.NaN : 1 + sorted.length - countUpTo(sorted, score),
  );
}

/** How many of an ascending list are no greater than a value. */
function countUpTo(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
