/**
 * Benjamini-Hochberg, for independent or positively dependent tests; Benjamini-Yekutieli, for any dependence.
 */
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
 * Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300; Benjamini & Yekutieli (2001), Ann. Stat. 29,
 * 1165-1188; for local statistics Caldas de Castro & Singer (2006), Geographical Analysis 38, 180-208.
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
  const { sorted, certain } = inOrder(p);
  const tests = sorted.length + certain;
  const factor = tests * penalty(tests, method);
  const controlled = new Float64Array(sorted.length);
  let smallest = 1;
  for (let rank = sorted.length; rank > 0; rank--) {
    smallest = Math.min(smallest, ((sorted[rank - 1] ?? 0) * factor) / rank);
    controlled[rank - 1] = smallest;
  }
  const stretches = stretchesOf(sorted);
  const q = new Float64Array(p.length);
  for (let test = 0; test < p.length; test++) {
    const value = p[test] ?? Number.NaN;
    q[test] = value < 1 ? (controlled[lastRank(sorted, stretches, value)] ?? 1) : value;
  }
  const rejected = new Uint8Array(q.length);
  for (let test = 0; test < q.length; test++) if ((q[test] ?? 1) <= rate) rejected[test] = 1;
  return { q, rejected };
}

/** The probabilities below 1 in order, and how many are 1, of which q is 1 too. */
function inOrder(p: Float64Array): { sorted: Float64Array; certain: number } {
  const numbers = new Float64Array(p.length);
  let [length, certain] = [0, 0];
  for (const value of p) {
    if (value < 0 || value > 1) throw new RangeError(`A probability lies between 0 and 1; got ${value}.`);
    if (value < 1) numbers[length++] = value;
    else if (value === 1) certain++;
  }
  return { sorted: numbers.subarray(0, length).sort(), certain };
}

/** Stretches of equal length probabilities are sought in: as many as there may be values, within reason. */
const stretchCount = 65_536;

const stretchOf = (value: number): number => Math.min(stretchCount - 1, Math.floor(value * stretchCount));

/** Where in order the values of each stretch begin; one more entry for the end. */
function stretchesOf(sorted: Float64Array): Uint32Array {
  const begins = new Uint32Array(stretchCount + 1);
  for (let at = 0; at < sorted.length; at++) {
    const next = stretchOf(sorted[at] ?? 0) + 1;
    begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let at = 1; at <= stretchCount; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
  return begins;
}

/** Position of the last value in order that is no greater than one that occurs. */
function lastRank(sorted: Float64Array, stretches: Uint32Array, value: number): number {
  const stretch = stretchOf(value);
  let [low, high] = [stretches[stretch] ?? 0, stretches[stretch + 1] ?? sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
