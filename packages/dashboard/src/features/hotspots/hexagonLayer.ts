import type { Layer } from '@deck.gl/core';
import { ColumnLayer } from '@deck.gl/layers';
import { rgba } from '@hotline-atlas/ui/map/colors.ts';
import type { Bounds } from '@hotline-atlas/ui/map/outline.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';

type H3 = typeof import('h3-js');

/** Hexagons as the graphics take them: where each lies, and the one shape all have. */
export interface Hexagons {
  length: number;
  /** Longitude, latitude and height of each, once for all steps. */
  positions: Float64Array;
  /** Metres from the middle. */
  vertices: [number, number][];
}

const metresPerDegree = 111_320;

/** The corners of a cell in metres from its middle. */
function cornersOf(cell: string, h3: H3): [number, number][] {
  const [latitude, longitude] = h3.cellToLatLng(cell);
  const east = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  return h3.cellToBoundary(cell).map(([y, x]) => [(x - longitude) * east, (y - latitude) * metresPerDegree]);
}

/** Positions of cells, made once; within a city all have nearly the shape of the one in the middle. */
export function hexagonsOf(cells: readonly string[], h3: H3): Hexagons | null {
  const [first] = cells;
  if (first === undefined) return null;
  const positions = new Float64Array(cells.length * 3);
  const bounds: Bounds = [180, 90, -180, -90];
  cells.forEach((cell, at) => {
    const [latitude, longitude] = h3.cellToLatLng(cell);
    positions.set([longitude, latitude, 0], at * 3);
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  });
  const middle = h3.latLngToCell(
    (bounds[1] + bounds[3]) / 2,
    (bounds[0] + bounds[2]) / 2,
    h3.getResolution(first),
  );
  return { length: cells.length, positions, vertices: cornersOf(middle, h3) };
}

/**
 * The hexagons in their colours. Another step is another `colors`; positions are the same buffer and stay
 * where they are.
 */
export const hexagonLayer = (hexagons: Hexagons, colors: Uint8ClampedArray, palette: Palette): Layer =>
  new ColumnLayer({
    id: 'hotspots',
    data: {
      length: hexagons.length,
      attributes: {
        getPosition: { value: hexagons.positions, size: 3 },
        getFillColor: { value: colors, size: 4 },
      },
    },
    diskResolution: 6,
    vertices: hexagons.vertices,
    radius: 1,
    radiusUnits: 'meters',
    extruded: false,
    filled: true,
    stroked: false,
    pickable: true,
    autoHighlight: true,
    highlightColor: rgba(palette.text, 0.27),
  });
