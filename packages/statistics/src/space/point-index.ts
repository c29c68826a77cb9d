import Flatbush from 'flatbush';
import type { PlaneCoordinates } from './plane-coordinates.ts';

/**
 * A search tree over points.
 *
 * @throws RangeError when a coordinate is missing or not finite
 */
export function pointIndex({ x, y }: PlaneCoordinates): Flatbush {
  if (x.length !== y.length || !x.every(Number.isFinite) || !y.every(Number.isFinite))
    throw new RangeError('Every place needs a finite x and y; leave out places without a position.');
  const index = new Flatbush(Math.max(1, x.length));
  x.forEach((value, place) => {
    index.add(value, y[place] ?? 0);
  });
  if (x.length === 0) index.add(0, 0);
  index.finish();
  return index;
}
