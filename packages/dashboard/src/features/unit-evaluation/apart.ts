/** A score with its interval of 95 %. */
export interface Scored {
  score: number;
  lower: number;
  upper: number;
}

/** The difference of two scores, and whether chance may explain it. */
export interface Difference {
  one: string;
  other: string;
  /** The first less the second, in points. */
  by: number;
  lower: number;
  upper: number;
  isApart: boolean;
}

/** Two-sided limits of a normal deviate at 0.05 / k, for k pairs. */
const limits = [1.96, 2.2414, 2.394, 2.4977, 2.5758, 2.6383, 2.6901, 2.7344, 2.7729, 2.807];

/**
 * Every pair of some scores of different units: the difference with its interval from those of the two
 * scores (MOVER), told apart family-wise over all pairs shown (Holm).
 *
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702; Holm, S. (1979), Scandinavian J.
 * Statistics 6, 65-70.
 *
 * @param scores of at most five units; those without a score are in no pair
 */
export function differencesOf(scores: ReadonlyMap<string, Scored | null>): Difference[] {
  const known = [...scores].flatMap(([code, scored]) => (scored ? [{ code, ...scored }] : []));
  const pairs = known.flatMap((one, at) =>
    known.slice(at + 1).map((other) => {
      const by = one.score - other.score;
      const down = Math.hypot(one.score - one.lower, other.upper - other.score);
      const up = Math.hypot(one.upper - one.score, other.score - other.lower);
      const towardsZero = by > 0 ? down : up;
      const size = towardsZero > 0 ? (limits[0] ?? 0) * (Math.abs(by) / towardsZero) : 0;
      return { one: one.code, other: other.code, by, lower: by - down, upper: by + up, size };
    }),
  );
  const bySize = [...pairs].sort((first, second) => second.size - first.size);
  const firstHeld = bySize.findIndex(({ size }, at) => size < (limits[bySize.length - 1 - at] ?? Infinity));
  const apart = new Set(bySize.slice(0, firstHeld < 0 ? bySize.length : firstHeld));
  return pairs.map((pair) => {
    const { size: _, ...told } = pair;
    return { ...told, isApart: apart.has(pair) };
  });
}
