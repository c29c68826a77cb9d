/**
 * Ranks from 1, ties given their mean rank.
 *
 * @param values n finite values
 * @returns n ranks
 */
export function meanRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (const [start, size] of tieGroups(values)) {
    for (let i = start; i < start + size; i++) ranks[order[i] ?? 0] = start + (size + 1) / 2;
  }
  return ranks;
}

/** Groups of equal values in ascending order, as [position of the first in the sorted values, how many]. */
function tieGroups(values: Float64Array): [start: number, size: number][] {
  const sorted = values.slice().sort();
  const groups: [number, number][] = [];
  let start = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue;
    groups.push([start, i - start]);
    start = i;
  }
  return groups;
}
