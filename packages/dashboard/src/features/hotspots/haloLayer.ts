import type { Layer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import type { Hexagons } from './hexagonLayer.ts';

/** So many rings still point at something. */
const mostHalos = 200;

/**
 * Rings around the hexagons that are not plain, so that a single one is found on the map of a whole city.
 * @param codes of each hexagon its bin or class; 0 is plain
 * @param colors of all hexagons as bytes, four each
 */
export function haloLayer(
  { length, positions }: Hexagons,
  codes: (place: number) => number,
  colors: Uint8ClampedArray,
): Layer | null {
  const marked: number[] = [];
  for (let place = 0; place < length && marked.length <= mostHalos; place += 1)
    if (codes(place) !== 0) marked.push(place);
  if (marked.length > mostHalos) return null;
  return new ScatterplotLayer<number>({
    id: 'halos',
    data: marked,
    getPosition: (place) => [positions[place * 3] ?? 0, positions[place * 3 + 1] ?? 0],
    getRadius: 900,
    radiusMinPixels: 9,
    filled: false,
    stroked: true,
    getLineColor: (place) =>
      [...colors.subarray(place * 4, place * 4 + 4)] as [number, number, number, number],
    lineWidthUnits: 'pixels',
    getLineWidth: 2,
  });
}
