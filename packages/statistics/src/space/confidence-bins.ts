const levels = [
  [0.01, 99],
  [0.05, 95],
  [0.1, 90],
] as const;

/** Bin of one place: ±99, ±95, ±90 by the sign of z, or 0. */
export const confidenceBin = (z: number, p: number): number =>
  Math.sign(z) * (levels.find(([most]) => p <= most)?.[1] ?? 0) || 0;

/**
 * How sure a hot (positive) or cold (negative) place is, in per cent: ±99, ±95, ±90, or 0 for not significant.
 *
 * @param z shape n: gives the sign
 * @param p shape n: two-sided p, or q after false-discovery control; NaN gives 0
 * @returns shape n
 */
export const confidenceBins = (z: Float64Array, p: Float64Array): Int8Array =>
  Int8Array.from(z, (value, place) => confidenceBin(value, p[place] ?? Number.NaN));
