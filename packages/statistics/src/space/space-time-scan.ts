import gumbelLogCdf from '@stdlib/stats-base-dists-gumbel-logcdf';
import { poissonDraw } from '../poisson-draw.ts';
import { seededRandom } from '../random.ts';
import { bestCandidate, type Candidate, type WindowSums } from './space-time-search.ts';
import { sumsOver, type Window, windowsOf } from './space-time-windows.ts';
import type { Zones } from './zones.ts';

/** What is scanned. */
export interface ScanInput {
  /** Shape steps × places, flat: the places of one step side by side, **oldest step first**. */
  counts: Float64Array;
  /**
   * What was to be expected, same shape and order; from a forecast, a season or a long mean, not from the
   * counts themselves.
   */
  baselines: Float64Array;
  places: number;
  zones: Zones;
}

/** How to scan. */
export interface ScanOptions {
  /** Longest cluster in steps; default: all steps. */
  mostSteps?: number;
  /** Whether clusters reach the last step (default: is anything going on now?), or may have ended before. */
  ends?: 'last' | 'any';
  /** Most clusters to return; default 10. */
  mostClusters?: number;
  /** Simulated histories; default 999, 0 for none (p is then NaN). */
  replicates?: number;
  seed?: number;
}

/** A zone in which, over the last steps, more was counted than expected. */
export interface Cluster {
  zone: number;
  places: Uint32Array;
  /** Position after its last step: the number of all steps where it reaches the last. */
  end: number;
  /** Steps up to `end`. */
  steps: number;
  score: number;
  observed: number;
  expected: number;
  /** Share of simulated histories, the true one included, whose best score is at least this one. */
  p: number;
  /**
   * The same from a Gumbel distribution fitted to the simulated best scores: resolves p below 1 / (1 +
   * replicates).
   */
  gumbelP: number;
}

function check({ counts, baselines, places, zones }: ScanInput): void {
  if (!(Number.isInteger(places) && places > 0 && counts.length % places === 0))
    throw new RangeError(`${counts.length} counts do not divide among ${places} places.`);
  if (baselines.length !== counts.length)
    throw new RangeError(`${counts.length} counts need as many baselines; got ${baselines.length}.`);
  if (!counts.every((count) => count >= 0 && Number.isFinite(count)))
    throw new RangeError('Counts must be finite and not negative; give 0 where nothing was counted.');
  if (!baselines.every((baseline, index) => baseline > 0 || (baseline === 0 && counts[index] === 0)))
    throw new RangeError('Where something was counted the baseline must be above 0; give a small one.');
  if (!baselines.every(Number.isFinite)) throw new RangeError('Baselines must be finite.');
  if (zones.places.some((place) => place >= places))
    throw new RangeError(`A zone names a place beyond the ${places} places there are.`);
}

/** Fills `counts` with one history in which nothing happens but chance; the latest step is drawn first. */
function simulate(
  counts: Float64Array,
  baselines: Float64Array,
  places: number,
  first: number,
  draw: (mean: number) => number,
): void {
  for (let step = counts.length / places - 1; step >= first; step--)
    for (let index = step * places; index < (step + 1) * places; index++) {
      const mean = baselines[index] ?? 0;
      counts[index] = mean > 0 ? draw(mean) : 0;
    }
}

/** Best scores of simulated histories. */
function simulatedScores(
  { baselines, places, zones }: ScanInput,
  windows: readonly Window[],
  expected: WindowSums,
  replicates: number,
  seed: number,
): Float64Array {
  const draw = poissonDraw(seededRandom(seed));
  const counts = new Float64Array(baselines.length);
  const first = Math.min(...windows.map(({ end, steps }) => end - steps));
  return new Float64Array(replicates).map(() => {
    simulate(counts, baselines, places, first, draw);
    return bestCandidate(sumsOver(counts, places, windows), expected, zones).score;
  });
}

/**
 * Upper tail of a Gumbel distribution with the mean and variance of the sample (Abrams, Kulldorff & Kleinman
 * 2010).
 */
function gumbelTail(score: number, sample: Float64Array): number {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
  if (!(variance > 0)) return Number.NaN;
  const scale = Math.sqrt(6 * variance) / Math.PI;
  return -Math.expm1(gumbelLogCdf(score, mean - 0.5772156649015329 * scale, scale));
}

function clusterOf(
  { row, size, window, ...found }: Candidate,
  zones: Zones,
  { end, steps }: Window,
  simulated: Float64Array,
): Cluster {
  const from = zones.offsets[row] ?? 0;
  const beaten = simulated.reduce((count, score) => count + (score >= found.score ? 1 : 0), 0);
  return {
    ...found,
    zone: row,
    places: zones.places.slice(from, from + size),
    end,
    steps,
    p: simulated.length === 0 ? Number.NaN : (1 + beaten) / (1 + simulated.length),
    gumbelP: gumbelTail(found.score, simulated),
  };
}

/**
 * Space-time scan: the zones and spans of steps in which most more was counted than expected. The best is the
 * most likely cluster; the others share no place with a better one, and their p compares them with the best
 * of each simulated history (so it is cautious). Counts are taken as independent Poisson around the
 * baselines: overdispersed counts give too small a p. No excess anywhere: no cluster. O(replicates · windows
 * · members of zones), with `mostSteps` windows, or that many for every end.
 *
 * Kulldorff (2001), J. R. Stat. Soc. A 164, 61-72; Neill, Moore, Sabhnani & Daniel (2005), KDD, 218-227
 * (expectation-based); Abrams, Kulldorff & Kleinman (2010), Int. J. Health Geogr. 9, 61 (Gumbel).
 *
 * @throws RangeError for shapes that do not fit, counts that are no counts, or a count where the baseline is
 *   0
 */
export function spaceTimeScan(input: ScanInput, options: ScanOptions = {}): Cluster[] {
  check(input);
  const { counts, baselines, places, zones } = input;
  const steps = counts.length / places;
  const { mostSteps = steps, ends = 'last', mostClusters = 10, replicates = 999, seed = 1 } = options;
  const windows = windowsOf(steps, mostSteps, ends);
  const observed = sumsOver(counts, places, windows);
  const expected = sumsOver(baselines, places, windows);
  const taken = new Uint8Array(places);
  const found: Candidate[] = [];
  while (found.length < mostClusters) {
    const best = bestCandidate(observed, expected, zones, taken);
    if (best.score === 0) break;
    found.push(best);
    const from = zones.offsets[best.row] ?? 0;
    for (const place of zones.places.subarray(from, from + best.size)) taken[place] = 1;
  }
  const simulated =
    found.length === 0 ? new Float64Array() : simulatedScores(input, windows, expected, replicates, seed);
  return found.map((candidate) =>
    clusterOf(candidate, zones, windows[candidate.window] ?? { end: steps, steps: 0 }, simulated),
  );
}
