import {
  circularZones,
  planeCoordinates,
  quasiPoissonDispersion,
  spaceTimeScan,
} from '@hotline-atlas/statistics';

/** What is scanned; shapes places × steps, place by place. */
export interface ClustersInput {
  counts: Float64Array;
  baselines: Float64Array;
  places: number;
  steps: number;
  /** Degrees, one a place. */
  latitudes: Float64Array;
  longitudes: Float64Array;
  mostPlaces: number;
  widest: number;
  longest: number;
  ends: 'last' | 'any';
  mostClusters: number;
  replications: number;
  seed: number;
}

/** One cluster by the positions of its places and steps. */
export interface FoundCluster {
  /** The centre first. */
  places: number[];
  radiusMetres: number;
  /** First step, and the one after the last. */
  from: number;
  to: number;
  observed: number;
  expected: number;
  score: number;
  p: number;
  gumbelP: number;
}

export interface ClustersJudged {
  clusters: FoundCluster[];
  dispersion: number;
  milliseconds: number;
}

/** Steps × places from places × steps, divided by a number. */
function turned(values: Float64Array, places: number, steps: number, divisor: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let place = 0; place < places; place++)
    for (let step = 0; step < steps; step++)
      result[step * places + place] = (values[place * steps + step] ?? 0) / divisor;
  return result;
}

const perPlace = ({ baselines, places, steps }: ClustersInput): Float64Array =>
  Float64Array.from({ length: places }, (_, place) =>
    baselines.subarray(place * steps, (place + 1) * steps).reduce((sum, value) => sum + value, 0),
  );

/**
 * The space-time scan of a matrix. Counts that vary more than Poisson counts are divided, with their
 * baselines, by how much more: the scan then judges them by their true variance.
 */
export function judgeClusters(input: ClustersInput): ClustersJudged {
  const began = performance.now();
  const { counts, baselines, places, steps, latitudes, longitudes } = input;
  const dispersion = quasiPoissonDispersion(counts, baselines);
  const points = planeCoordinates(latitudes, longitudes);
  const zones = circularZones(points, {
    mostPlaces: input.mostPlaces,
    mostShare: { share: input.widest, population: perPlace(input) },
  });
  const found = spaceTimeScan(
    {
      counts: turned(counts, places, steps, dispersion),
      baselines: turned(baselines, places, steps, dispersion),
      places,
      zones,
    },
    {
      mostSteps: input.longest,
      ends: input.ends,
      mostClusters: input.mostClusters,
      replicates: input.replications,
      seed: input.seed,
    },
  );
  const distance = (one: number, other: number) =>
    Math.hypot((points.x[one] ?? 0) - (points.x[other] ?? 0), (points.y[one] ?? 0) - (points.y[other] ?? 0));
  return {
    clusters: found.map((cluster) => ({
      places: [...cluster.places],
      radiusMetres: Math.max(...[...cluster.places].map((place) => distance(cluster.places[0] ?? 0, place))),
      from: cluster.end - cluster.steps,
      to: cluster.end,
      observed: cluster.observed * dispersion,
      expected: cluster.expected * dispersion,
      score: cluster.score,
      p: cluster.p,
      gumbelP: cluster.gumbelP,
    })),
    dispersion,
    milliseconds: performance.now() - began,
  };
}
