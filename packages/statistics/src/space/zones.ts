import type { Neighbours } from './neighbours.ts';
import type { PlaneCoordinates } from './plane-coordinates.ts';
import { pointIndex } from './point-index.ts';

/**
 * Where a cluster may be, in compressed rows: zone i holds `places[offsets[i]]` … `places[offsets[i + 1] -
 * 1]`. `nested`: not only the whole row is a zone but every beginning of it (the nearest one, two, three …
 * places).
 */
export interface Zones {
  offsets: Uint32Array;
  places: Uint32Array;
  nested: boolean;
}

/** How far a circular zone may grow. */
export interface ZoneLimits {
  /** Most places in a zone, the centre included. */
  mostPlaces: number;
  /** Most distance from the centre, in the unit of the coordinates. */
  mostDistance?: number;
  /** Most share of all population in a zone, with the population of each place (shape n). */
  mostShare?: { share: number; population: Float64Array };
}

/** Zones from lists of places, each as given. */
export function zonesFromLists(lists: readonly Iterable<number>[]): Zones {
  const rows = lists.map((list) => [...list]);
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, zone) => {
    offsets[zone + 1] = (offsets[zone] ?? 0) + row.length;
  });
  return { offsets, places: Uint32Array.from(rows.flat()), nested: false };
}

/** One zone a place: it and its neighbours. */
export const zonesFromNeighbours = ({ offsets, neighbours }: Neighbours): Zones =>
  zonesFromLists(
    Array.from({ length: offsets.length - 1 }, (_, place) => [
      place,
      ...neighbours.subarray(offsets[place], offsets[place + 1]),
    ]),
  );

/** How many of the nearest places stay within the share of population; the centre always does. */
function withinShare(row: readonly number[], population: Float64Array, most: number): readonly number[] {
  let held = 0;
  const end = row.findIndex((place, rank) => {
    held += population[place] ?? 0;
    return rank > 0 && held > most;
  });
  return end < 0 ? row : row.slice(0, end);
}

/**
 * Circles about every place, growing from the nearest neighbour outwards up to the limits. Places at the same
 * distance enter in the order of their number. O(n · mostPlaces · log n).
 *
 * Kulldorff, M. (1997), Communications in Statistics 26, 1481-1496.
 *
 * @param points shapes n, in a plane (degrees: see `planeCoordinates`)
 * @throws RangeError for a position that is not finite, or limits that leave no zone
 */
export function circularZones(points: PlaneCoordinates, limits: ZoneLimits): Zones {
  const { x, y } = points;
  const { mostPlaces, mostDistance = Number.POSITIVE_INFINITY, mostShare } = limits;
  if (!(mostPlaces >= 1))
    throw new RangeError(`A zone holds at least one place; mostPlaces is ${mostPlaces}.`);
  if (
    mostShare &&
    !(mostShare.population.length === x.length && mostShare.population.every((each) => each >= 0))
  )
    throw new RangeError(
      'A share of population needs the population of every place; give 0 where it is unknown.',
    );
  const index = pointIndex(points);
  const most = mostShare ? mostShare.share * mostShare.population.reduce((sum, each) => sum + each, 0) : 0;
  const rows = Array.from(x, (centreX, centre) => {
    const centreY = y[centre] ?? 0;
    const distance = (place: number) =>
      place === centre ? -1 : Math.hypot((x[place] ?? 0) - centreX, (y[place] ?? 0) - centreY);
    const row = index
      .neighbors(centreX, centreY, mostPlaces, mostDistance, (place) => place !== centre)
      .slice(0, mostPlaces - 1)
      .sort((one, other) => distance(one) - distance(other) || one - other);
    return mostShare ? withinShare([centre, ...row], mostShare.population, most) : [centre, ...row];
  });
  return { ...zonesFromLists(rows), nested: true };
}
