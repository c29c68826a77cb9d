/** Benjamini-Hochberg, for independent or positively dependent tests; Benjamini-Yekutieli, for any dependence. */
export type FalseDiscoveryMethod = 'benjamini-hochberg' | 'benjamini-yekutieli';

/** Shapes n. */
export interface FalseDiscovery {
  /** The smallest rate of false discoveries at which this test would be rejected; NaN where p is NaN. */
  q: Float64Array;
  /** 1 where q ≤ rate. */
  rejected: Uint8Array;
}

const penalty = (tests: number, method: FalseDiscoveryMethod): number => {
  if (method === 'benjamini-hochberg') return 1;
  let sum = 0;
  for (let rank = 1; rank <= tests; rank++) sum += 1 / rank;
  return sum;
};

/**
 * Keeps the expected share of false alarms among all alarms at `rate`, over many tests at once; O(n log n).
 * A p that is NaN was no test: it is not counted, gets q NaN and is never rejected.
 *
 * Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300; Benjamini & Yekutieli (2001), Ann. Stat. 29, 1165-1188;
 * for local statistics Caldas de Castro & Singer (2006), Geographical Analysis 38, 180-208.
 *
 * @param p shape n, each 0 … 1 or NaN
 * @param rate of false discoveries to allow, 0 … 1
 * @throws RangeError for a p outside 0 … 1
 */
export function falseDiscovery(
  p: Float64Array,
  method: FalseDiscoveryMethod = 'benjamini-hochberg',
  rate = 0.05,
): FalseDiscovery {
  const wrong = p.find((value) => value < 0 || value > 1);
  if (wrong !== undefined) throw new RangeError(`A probability lies between 0 and 1; got ${wrong}.`);
  const sorted = p.filter((value) => !Number.isNaN(value)).sort();
  const factor = sorted.length * penalty(sorted.length, method);
  const controlled = new Float64Array(sorted.length);
  let smallest = 1;
  for (let rank = sorted.length; rank > 0; rank--) {
    smallest = Math.min(smallest, ((sorted[rank - 1] ?? 0) * factor) / rank);
    controlled[rank - 1] = smallest;
  }
  const q = p.map((value) => (Number.isNaN(value) ? Number.NaN : (controlled[lastRank(sorted, value)] ?? 1)));
  return { q, rejected: Uint8Array.from(q, (value) => (value <= rate ? 1 : 0)) };
}

/** Position of the last value in order that is no greater than one that occurs. */
function lastRank(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
