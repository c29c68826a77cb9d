/**
 * A quantile of Student's t from that of the normal distribution; to three digits from five degrees of
 * freedom on. Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
 *
 * @param z quantile of the standard normal distribution
 */
export function studentReach(z: number, freedom: number): number {
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
