export interface Interval {
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution: an interval of 95 %. */
const usual = 1.959964;

/**
 * Interval of a share (Wilson 1927): honest at small samples and near 0 and 1.
 * @param z standard deviations to either side; without it an interval of 95 %
 */
export function wilson(numerator: number, denominator: number, z = usual): Interval | null {
  if (denominator <= 0) return null;
  const share = numerator / denominator;
  const scale = 1 + z ** 2 / denominator;
  const centre = share + z ** 2 / (2 * denominator);
  const spread = z * Math.sqrt((share * (1 - share)) / denominator + z ** 2 / (4 * denominator ** 2));
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/** Fewer cases than this are shown greyed and take no part in a ranking. */
export const fewestCases = 30;
