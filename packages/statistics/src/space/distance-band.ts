import { type Neighbours, neighboursFromLists } from './neighbours.ts';
import type { PlaneCoordinates } from './plane-coordinates.ts';
import { pointIndex } from './point-index.ts';

/**
 * Neighbours at most `distance` apart (the distance itself included), ascending; O(n·k). Points at one spot
 * are neighbours.
 *
 * @param points shapes n, in a plane (degrees: see `planeCoordinates`)
 * @param distance in the unit of the coordinates
 * @throws RangeError for a position that is not finite
 */
export function distanceBand(points: PlaneCoordinates, distance: number): Neighbours {
  const { x, y } = points;
  const index = pointIndex(points);
  const lists = Array.from(x, (centre, place) => {
    const middle = y[place] ?? 0;
    return index
      .search(centre - distance, middle - distance, centre + distance, middle + distance)
      .filter((other) => Math.hypot((x[other] ?? 0) - centre, (y[other] ?? 0) - middle) <= distance)
      .sort((one, other) => one - other);
  });
  return neighboursFromLists(lists);
}
