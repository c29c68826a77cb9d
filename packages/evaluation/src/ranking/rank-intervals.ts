import { spreadsOf } from './hierarchy.ts';
import { type NormalNumbers, normalNumbers } from './normal-numbers.ts';
import { drawRanker } from './rank-draw.ts';

/** Between which ranks a unit may truly stand; shapes units, NaN where it has no score. */
export interface RankReach {
  first: Float64Array;
  last: Float64Array;
}

const confidence = 0.95;
/** Of a single unit. */
const least = 0.85;
/** A score is never surer than this part of a point: rounding alone takes as much. */
const leastVariance = 1e-6;

/** What is known of the true scores at one spread: how far each is its own, and how unsure; shapes units. */
interface Posterior {
  own: Float64Array;
  error: Float64Array;
}

/** Works out what is known at a spread, in place. */
function posteriorAt({ own, error }: Posterior, between: number, variances: Float64Array): void {
  for (let unit = 0; unit < own.length; unit++) {
    const variance = variances[unit] ?? 0;
    const share = between ** 2 / (between ** 2 + variance);
    own[unit] = share;
    error[unit] = Math.sqrt(share * variance);
  }
}

/** One draw of the true scores, drawn in towards a mean. */
function drawInto(
  values: Float64Array,
  { own, error }: Posterior,
  scores: Float64Array,
  mean: number,
  numbers: NormalNumbers,
): void {
  for (let unit = 0; unit < values.length; unit++)
    values[unit] =
      mean + (own[unit] ?? 0) * ((scores[unit] ?? 0) - mean) + (error[unit] ?? 0) * numbers.next();
}

/** Counts of ranks over draws; shape units × ranks, row by row. */
function countRanks(
  scores: Float64Array,
  variances: Float64Array,
  draws: number,
  numbers: NormalNumbers,
): Uint32Array {
  const units = scores.length;
  const counts = new Uint32Array(units * units);
  const ranker = drawRanker(units);
  const values = new Float64Array(units);
  const posterior = { own: new Float64Array(units), error: new Float64Array(units) };
  let [likely, drawn] = [0, 0];
  for (const { between, mean, meanError, probability } of spreadsOf(scores, variances)) {
    likely += probability;
    const until = Math.round(likely * draws);
    if (until > drawn) posteriorAt(posterior, between, variances);
    for (; drawn < until; drawn++) {
      numbers.begin();
      drawInto(values, posterior, scores, mean + meanError * numbers.next(), numbers);
      const order = ranker.order(values);
      for (let rank = 0; rank < units; rank++) {
        const place = (order[rank] ?? 0) * units + rank;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
  }
  return counts;
}

interface Run {
  first: number;
  last: number;
  /** Draws it holds. */
  held: number;
}

/** The shortest run of ranks, from 0, that holds so many of the draws of a unit. */
function shortestRun(counts: Uint32Array, from: number, units: number, needed: number): Run {
  let best: Run = { first: 0, last: units - 1, held: Number.POSITIVE_INFINITY };
  let [first, held] = [0, 0];
  for (let last = 0; last < units; last++) {
    held += counts[from + last] ?? 0;
    while (held - (counts[from + first] ?? 0) >= needed) held -= counts[from + first++] ?? 0;
    const isBetter = last - first < best.last - best.first || best.held > held;
    if (held >= needed && last - first <= best.last - best.first && isBetter) best = { first, last, held };
  }
  return best;
}

const runsOf = (counts: Uint32Array, units: number, needed: number): Run[] =>
  Array.from({ length: units }, (_, unit) => shortestRun(counts, unit * units, units, needed));

/**
 * Runs that hold 95 % on average, and each 85 %: ranks are whole numbers, so runs of few units that hold 95 %
 * each hold 99 % on average, and would be wider than they say.
 */
function runsOnAverage(counts: Uint32Array, units: number, draws: number): Run[] {
  for (let share = least; share < confidence - 0.001; share += 0.01) {
    const runs = runsOf(counts, units, share * draws);
    const held = runs.reduce((sum, run) => sum + run.held, 0) / units;
    if (held >= confidence * draws) return runs;
    if (held < (share + 0.01) * draws) break;
  }
  return runsOf(counts, units, confidence * draws);
}

/**
 * Between which ranks each unit truly stands, with 95 %: the shortest run of ranks that holds 95 % (on
 * average over units) of many draws of what the true scores may be. The true scores are taken for normal
 * about one mean; what is known of the spread is drawn too. A score far out is so partly by luck, and is
 * drawn in as far as its luck can reach, or ranks would be surer than they are. The same seed gives the same
 * intervals. O(draws · units).
 *
 * Goldstein, H. & Spiegelhalter, D. J. (1996), J. R. Stat. Soc. A 159, 385-443; Laird, N. M. & Louis, T. A.
 * (1989), J. Educational Statistics 14, 29-46.
 *
 * @param scores shape units, in points; NaN without a score
 * @param variances shape units, in points²
 */
export function rankReach(
  scores: Float64Array,
  variances: Float64Array,
  { draws, seed }: { draws: number; seed: number },
): RankReach {
  const known = [...scores.keys()].filter((unit) => !Number.isNaN(scores[unit]));
  const [first, last] = [scores, scores].map(() => new Float64Array(scores.length).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
  ];
  if (known.length === 0) return { first, last };
  const counts = countRanks(
    Float64Array.from(known, (unit) => scores[unit] ?? 0),
    Float64Array.from(known, (unit) => Math.max(leastVariance, variances[unit] ?? 0)),
    draws,
    normalNumbers(seed),
  );
  for (const [at, run] of runsOnAverage(counts, known.length, draws).entries()) {
    const unit = known[at] ?? 0;
    first[unit] = run.first + 1;
    last[unit] = run.last + 1;
  }
  return { first, last };
}
