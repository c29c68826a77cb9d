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
  const tested = Uint32Array.from(p.keys()).filter((test) => !Number.isNaN(p[test]));
  tested.sort((one, other) => (p[one] ?? 0) - (p[other] ?? 0));
  const factor = tested.length * penalty(tested.length, method);
  const q = new Float64Array(p.length).fill(Number.NaN);
  let smallest = 1;
  for (let rank = tested.length; rank > 0; rank--) {
    const test = tested[rank - 1] ?? 0;
    smallest = Math.min(smallest, ((p[test] ?? 0) * factor) / rank);
    q[test] = smallest;
  }
  return { q, rejected: Uint8Array.from(q, (value) => (value <= rate ? 1 : 0)) };
}
