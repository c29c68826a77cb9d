const levels = [
  [0.01, 99],
  [0.05, 95],
  [0.1, 90],
] as const;

/** Bin of one place: ±99, ±95, ±90 by the sign of z, or 0. */
export function confidenceBin(z: number, p: number): number {
  for (const [most, bin] of levels) if (p <= most) return z > 0 ? bin : z < 0 ? -bin : 0;
  return 0;
}

/**
 * How sure a hot (positive) or cold (negative) place is, in per cent: ±99, ±95, ±90, or 0 for not
 * significant.
 *
 * @param z shape n: gives the sign
 * @param p shape n: two-sided p, or q after false-discovery control; NaN gives 0
 * @returns shape n
 */
export function confidenceBins(z: Float64Array, p: Float64Array): Int8Array {
  const bins = new Int8Array(z.length);
  for (let place = 0; place < z.length; place++)
    bins[place] = confidenceBin(z[place] ?? 0, p[place] ?? Number.NaN);
  return bins;
}
