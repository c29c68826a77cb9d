import { falseDiscovery } from '../space/false-discovery.ts';
import { twoSidedP } from '../two-sided-p.ts';

/** Standard scores of units with their two-sided p, and q over all of them; shapes n. */
export interface DeviationScores {
  z: Float64Array;
  p: Float64Array;
  /** After Benjamini and Hochberg. */
  q: Float64Array;
}

/**
 * How far units lie off what is expected of them, in standard deviations of chance and of the usual spread
 * between units.
 *
 * Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202; Benjamini & Hochberg (1995), J. R. Stat.
 * Soc. B 57, 289-300.
 *
 * @param deviations shape n; NaN is no test and stays NaN
 * @param errors shape n, standard errors by chance
 * @param variance between units; 0 judges against chance alone
 */
export function deviationScores(
  deviations: Float64Array,
  errors: Float64Array,
  variance = 0,
): DeviationScores {
  const z = deviations.map((value, unit) => value / Math.sqrt((errors[unit] ?? 0) ** 2 + variance));
  const p = z.map(twoSidedP);
  return { z, p, q: falseDiscovery(p).q };
}
