/** Shares on a scale on which chance is alike for all of them, 0 … π/2; shapes n. */
export interface ShareAngles {
  /** NaN without any trial. */
  angles: Float64Array;
  /** Standard error by chance alone, known from the trials. */
  errors: Float64Array;
}

/** A share as an angle: arcsin √share. */
export const angleOfShare = (share: number): number => Math.asin(Math.sqrt(Math.min(1, Math.max(0, share))));

/** The share of an angle; angles beyond 0 … π/2 are held at 0 and 1. */
export const shareOfAngle = (angle: number): number =>
  Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;

/** Standard error of the angle of a share of so many trials, whatever the share. */
export const angleError = (trials: number): number => 1 / Math.sqrt(4 * trials + 2);

/**
 * Shares of independent trials as angles: nearly normal, with a variance of 1/(4 n + 2) whatever the share,
 * so that units of any size and with shares near 0 or 1 can be compared.
 *
 * Anscombe, F. J. (1948), Biometrika 35, 246-254.
 *
 * @param successes shape n
 * @param trials shape n
 */
export function shareAngles(successes: Float64Array, trials: Float64Array): ShareAngles {
  const angles = trials.map((size, unit) =>
    size > 0 ? angleOfShare(((successes[unit] ?? 0) + 0.375) / (size + 0.75)) : Number.NaN,
  );
  return { angles, errors: trials.map(angleError) };
}
