import {
  confidenceBins,
  emergingHotSpots,
  falseDiscovery,
  getisOrdStar,
  globalMoran,
  mannKendall,
  type Neighbours,
  negativeBinomialDispersion,
  quantileResiduals,
  rowStandardised,
} from '@hotline-atlas/statistics';

/** What is judged; shapes places × steps, place by place. */
export interface HotspotsInput {
  counts: Float64Array;
  expected: Float64Array;
  places: number;
  steps: number;
  neighbours: Neighbours;
  /**
   * One number a place and one a step that stay the same whatever else is asked: they fix what chance
   * decides.
   */
  placeSeeds: Uint32Array;
  stepSeeds: Uint32Array;
  alpha: number;
}

interface Moran {
  value: number;
  expected: number;
  z: number;
  p: number;
}

/** Shapes: z, q, bins places × steps; the rest places. */
export interface HotspotsJudged {
  dispersion: number;
  z: Float64Array;
  q: Float64Array;
  /** ±99, ±95, ±90 or 0. */
  bins: Int8Array;
  /** Of the latest step. */
  p: Float64Array;
  trendZ: Float64Array;
  trendP: Float64Array;
  classes: Int8Array;
  moran: Moran | null;
  milliseconds: number;
}

/** A number in (0, 1) from two seeds (the finalizer of MurmurHash3). */
function uniform(place: number, step: number): number {
  let mixed = place ^ Math.imul(step, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 0x1_0000_0000;
}

function uniforms({ placeSeeds, stepSeeds, places, steps }: HotspotsInput): Float64Array {
  const drawn = new Float64Array(places * steps);
  for (let place = 0; place < places; place++)
    for (let step = 0; step < steps; step++)
      drawn[place * steps + step] = uniform(placeSeeds[place] ?? 0, stepSeeds[step] ?? 0);
  return drawn;
}

function ofStep(values: Float64Array, step: number, steps: number): Float64Array {
  const own = new Float64Array(values.length / steps);
  for (let place = 0; place < own.length; place++) own[place] = values[place * steps + step] ?? 0;
  return own;
}

function trends(
  z: Float64Array,
  places: number,
  steps: number,
): { trendZ: Float64Array; trendP: Float64Array } {
  const [trendZ, trendP] = [new Float64Array(places), new Float64Array(places).fill(1)];
  for (let place = 0; steps > 1 && place < places; place++) {
    const trend = mannKendall(z.subarray(place * steps, (place + 1) * steps));
    trendZ[place] = trend.z;
    trendP[place] = trend.p;
  }
  return { trendZ, trendP };
}

/**
 * Judges a matrix of counts against its expectations. Gi* is taken of quantile residuals: of counts
 * themselves its p would be wrong wherever counts are small or places of different size. False discoveries
 * are controlled over all places of all steps: a question about twelve months looks twelve times.
 */
export function judgeHotspots(input: HotspotsInput): HotspotsJudged {
  const began = performance.now();
  const { counts, expected, places, steps, neighbours, alpha } = input;
  const dispersion = negativeBinomialDispersion(counts, expected, steps);
  const residuals = quantileResiduals(counts, expected, dispersion, uniforms(input));
  const [z, p] = [new Float64Array(places * steps), new Float64Array(places * steps)];
  for (let step = 0; step < steps; step++) {
    const scores = getisOrdStar(ofStep(residuals, step, steps), neighbours);
    for (let place = 0; place < places; place++) {
      z[place * steps + step] = scores.z[place] ?? 0;
      p[place * steps + step] = scores.p[place] ?? 1;
    }
  }
  const { q } = falseDiscovery(p, 'benjamini-hochberg', alpha);
  const bins = confidenceBins(z, q);
  const { trendZ, trendP } = trends(z, places, steps);
  const {
    value,
    expected: chance,
    z: moranZ,
    p: moranP,
  } = globalMoran(ofStep(residuals, steps - 1, steps), rowStandardised(neighbours));
  return {
    dispersion,
    z,
    q,
    bins,
    p: ofStep(p, steps - 1, steps),
    trendZ,
    trendP,
    classes: emergingHotSpots(bins, trendZ, trendP, alpha),
    moran: places < 4 ? null : { value, expected: chance, z: moranZ, p: moranP },
    milliseconds: performance.now() - began,
  };
}
