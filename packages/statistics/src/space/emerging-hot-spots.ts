/** Codes 1 … 8 for hot spots; the same, negative, for cold spots; 0 for no pattern. */
export const emergingHotSpotNames = [
  'none',
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
  'oscillating',
  'historical',
] as const;

/** Mann-Kendall's verdict on the series of a place's Gi* scores. */
export interface Trend {
  z: number;
  p: number;
}

/** Shares of steps from here up are "nearly always". */
const nearlyAlways = 0.9;

/** What the rules ask about one side (hot, or cold seen as hot). */
interface History {
  steps: number;
  hot: number;
  cold: number;
  /** Length of the run of hot steps that ends with the last step. */
  run: number;
}

function historyOf(bins: Int8Array, sign: 1 | -1): History {
  const history = { steps: bins.length, hot: 0, cold: 0, run: 0 };
  for (const bin of bins) {
    const side = Math.sign(bin) * sign;
    if (side > 0) history.hot++;
    if (side < 0) history.cold++;
    history.run = side > 0 ? history.run + 1 : 0;
  }
  return history;
}

/** -1 down, 1 up, 0 without a significant trend. */
const direction = ({ z, p }: Trend, alpha: number): number => (p < alpha ? Math.sign(z) : 0);

function codeOf({ steps, hot, cold, run }: History, trend: number): number {
  if (hot === 0) return 0;
  if (hot === 1 && run === 1) return 1;
  if (hot / steps >= nearlyAlways) {
    if (run === 0) return 8;
    return trend > 0 ? 3 : trend < 0 ? 5 : 4;
  }
  if (run >= 2 && hot === run) return 2;
  if (cold === 0) return 6;
  return run > 0 ? 7 : 0;
}

/**
 * Which of the 17 emerging hot spot patterns a place shows. Hot: bin > 0. f: share of steps that are hot. The
 * first rule that holds:
 *
 * 1. **new**: hot in the last step and never before (cold before or not);
 * 2. f ≥ 0.9: **historical** (8) if the last step is not hot, else by the trend of its scores
 *    **intensifying** (3, significantly up), **diminishing** (5, significantly down) or **persistent** (4);
 * 3. f < 0.9: **consecutive** (2) if all hot steps form one run of two or more that ends with the last;
 *    **sporadic** (6) if it was never cold, whether or not the last step is hot; **oscillating** (7) if it
 *    was cold and the last step is hot.
 *
 * Cold spots by the same rules with signs turned. Where both sides would match, the side of the last step
 * wins, then the hot one. Choices where implementations differ: *new* does not ask for a calm past,
 * *historical* and *intensifying* ask only for the share and the last step, *sporadic* does not ask for the
 * last step (as in Esri's first definition).
 *
 * Esri, "How Emerging Hot Spot Analysis works" (ArcGIS Pro documentation).
 *
 * @param bins shape steps, oldest first: ±90, ±95, ±99 or 0
 * @param trend a NaN p counts as no significant trend
 */
export function emergingHotSpot(bins: Int8Array, trend: Trend, alpha = 0.05): number {
  const upwards = direction(trend, alpha);
  const hot = codeOf(historyOf(bins, 1), upwards);
  const cold = -codeOf(historyOf(bins, -1), -upwards);
  const last = bins[bins.length - 1] ?? 0;
  return (last < 0 ? cold || hot : hot || cold) || 0;
}

/**
 * {@link emergingHotSpot} for many places.
 *
 * @param bins shape places × steps, the steps of one place side by side, oldest first
 * @param z shape places: Mann-Kendall's z of each place's scores
 * @param p shape places
 * @returns shape places: −8 … 8
 * @throws RangeError when bins do not divide into as many places as there are trends
 */
export function emergingHotSpots(bins: Int8Array, z: Float64Array, p: Float64Array, alpha = 0.05): Int8Array {
  const steps = z.length === 0 ? 0 : bins.length / z.length;
  if (!Number.isInteger(steps) || p.length !== z.length)
    throw new RangeError(
      `${bins.length} bins do not divide among ${z.length} places with ${p.length} p values.`,
    );
  return Int8Array.from(z, (score, place) =>
    emergingHotSpot(
      bins.subarray(place * steps, (place + 1) * steps),
      { z: score, p: p[place] ?? Number.NaN },
      alpha,
    ),
  );
}
