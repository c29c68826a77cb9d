import type { Zones } from './zones.ts';

/** Counts or baselines summed over windows of time: shape windows × places, flat. */
export interface WindowSums {
  values: Float64Array;
  places: number;
  windows: number;
}

/** The best zone and duration found. */
export interface Candidate {
  /** Row of the zones. */
  row: number;
  /** How many places of the row it holds. */
  size: number;
  /** Position among the windows. */
  window: number;
  score: number;
  observed: number;
  expected: number;
}

/** Log-likelihood ratio of an expectation-based Poisson scan: c·ln(c/b) − (c − b) where c > b, else 0. */
export const poissonScore = (observed: number, expected: number): number =>
  observed > expected ? observed * Math.log(observed / expected) - (observed - expected) : 0;

/** Twice, less what rounding may take. */
const tight = 2 - 1e-9;

/**
 * The highest score over zones and windows. A zone that holds a place of `taken` is passed over.
 * The logarithm is only taken where the score can win: it never exceeds (c − b)² / 2b.
 */
export function bestCandidate(
  counts: WindowSums,
  baselines: WindowSums,
  zones: Zones,
  taken?: Uint8Array,
): Candidate {
  const best = { row: -1, size: 0, window: 0, score: 0, observed: 0, expected: 0 };
  const { offsets, places: members, nested } = zones;
  const rows = offsets.length - 1;
  const [all, usual] = [counts.values, baselines.values];
  let least = 0;
  for (let window = 0; window < counts.windows; window++) {
    const start = window * counts.places;
    for (let row = 0; row < rows; row++) {
      const from = offsets[row] as number;
      const to = offsets[row + 1] as number;
      let observed = 0;
      let expected = 0;
      for (let member = from; member < to; member++) {
        const place = members[member] as number;
        if (taken !== undefined && taken[place] === 1) break;
        observed += all[start + place] as number;
        expected += usual[start + place] as number;
        const excess = observed - expected;
        if (excess <= 0 || excess * excess <= least * expected || (!nested && member < to - 1)) continue;
        const score = poissonScore(observed, expected);
        if (score <= best.score) continue;
        Object.assign(best, { row, size: member - from + 1, window, score, observed, expected });
        least = tight * score;
      }
    }
  }
  return best;
}
