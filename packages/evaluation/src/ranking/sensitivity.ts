import { ranksOf } from './ranks.ts';

/** Between which ranks a unit stands with other weights; shapes units, NaN without a score. */
export interface WeightReach {
  best: Float64Array;
  worst: Float64Array;
}

/** Each weight is made so much smaller and larger, as a share of itself. */
export const weightChange = 0.2;

/** Factors of the parts: each indicator weighs less, or more, and the others take up the difference. */
function variants(weights: readonly number[]): number[][] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const moved = weights.flatMap((weight, at) =>
    [1 - weightChange, 1 + weightChange].map((factor) => {
      const rest = (all - weight * factor) / (all - weight);
      return weights.map((_, other) => (other === at ? factor : rest));
    }),
  );
  const even = weights.map((weight) => all / weights.length / weight);
  return weights.length > 1 ? [...moved, even] : [];
}

/**
 * How ranks move with other weights: every weight a fifth smaller and a fifth larger, the others making up
 * for it in proportion, and all weights equal. A rank that holds through all of them does not hang on the
 * choice of weights, which is a matter of opinion.
 *
 * Saisana, M., Saltelli, A. & Tarantola, S. (2005), J. R. Stat. Soc. A 168, 307-323; OECD & JRC (2008),
 * Handbook on Constructing Composite Indicators, step 7.
 *
 * @param parts shapes indicators × units: in units of the last decimal, NaN without a score
 * @param weights shape indicators
 */
export function weightReach(parts: readonly Float64Array[], weights: readonly number[]): WeightReach {
  const units = parts[0]?.length ?? 0;
  const reranked = [weights.map(() => 1), ...variants(weights)].map((factors) => {
    const scores = Float64Array.from({ length: units }, (_, unit) =>
      Math.round(parts.reduce((sum, part, at) => sum + (part[unit] ?? 0) * (factors[at] ?? 1), 0)),
    );
    return ranksOf(scores);
  });
  const extreme = (of: (...ranks: number[]) => number) =>
    Float64Array.from({ length: units }, (_, unit) =>
      of(...reranked.map((ranks) => ranks[unit] ?? Number.NaN)),
    );
  return { best: extreme(Math.min), worst: extreme(Math.max) };
}
