import { shareAngles } from '@hotline-atlas/statistics';

/** Shares drawn towards the share of all; shapes units. */
export interface Shrunken {
  shares: Float64Array;
  /** Trials at the share of all that every unit borrows; Infinity where units differ by chance only. */
  borrowed: number;
}

/** Variance between units beyond chance, on the scale of angles, by moments. */
function betweenVariance(angles: Float64Array, errors: Float64Array): number {
  let [weights, squares, weighted, units] = [0, 0, 0, 0];
  angles.forEach((angle, unit) => {
    if (Number.isNaN(angle)) return;
    const weight = 1 / (errors[unit] ?? 1) ** 2;
    weights += weight;
    squares += weight ** 2;
    weighted += weight * angle;
    units += 1;
  });
  const mean = weighted / weights;
  const off = angles.reduce(
    (sum, angle, unit) => (Number.isNaN(angle) ? sum : sum + ((angle - mean) / (errors[unit] ?? 1)) ** 2),
    0,
  );
  return units > 1 ? Math.max(0, (off - (units - 1)) / (weights - squares / weights)) : 0;
}

/**
 * Rates of small units say little, so each is drawn towards the rate of all, the more the smaller the unit:
 * as though it had been asked so many times more, with the answers of all (empirical Bayes, beta-binomial).
 * How many follows from how much units differ beyond chance, by moments on the scale of angles.
 *
 * DerSimonian, R. & Laird, N. (1986), Controlled Clinical Trials 7, 177-188; Kleinman, J. C. (1973), J. Am.
 * Stat. Assoc. 68, 46-54.
 *
 * @param successes shape units
 * @param trials shape units; a unit without any gets the share of all
 */
export function shrunken(successes: Float64Array, trials: Float64Array): Shrunken {
  const [cases, all] = [successes, trials].map((each) => each.reduce((sum, value) => sum + value, 0));
  const mean = all ? (cases ?? 0) / all : Number.NaN;
  const { angles, errors } = shareAngles(successes, trials);
  const borrowed = 1 / (4 * betweenVariance(angles, errors));
  const shares = successes.map((count, unit) =>
    borrowed === Number.POSITIVE_INFINITY
      ? mean
      : (count + borrowed * mean) / ((trials[unit] ?? 0) + borrowed),
  );
  return { shares, borrowed };
}
