import type { Layer } from '@deck.gl/core';
import { PolygonLayer } from '@deck.gl/layers';
import { thinEdges } from '@hotline-atlas/ui/map/edges.ts';
import { type Area, polygonsOf } from '@hotline-atlas/ui/map/outline.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';

interface Part {
  index: number;
  rings: [number, number][][];
}

/** Areas in the order of their places; those without a place are left out. */
export function partsOf(areas: readonly Area[], places: readonly string[]): Part[] {
  const order = new Map(places.map((place, index) => [place, index]));
  return areas.flatMap((area) => {
    const index = order.get(area.properties.code);
    if (index === undefined) return [];
    return polygonsOf(area).map((rings) => ({ index, rings: rings as [number, number][][] }));
  });
}

/** Areas in their colours. */
export const areaHotspotLayer = (
  parts: readonly Part[],
  colors: Uint8ClampedArray,
  palette: Palette,
): Layer =>
  new PolygonLayer<Part>({
    id: 'hotspots',
    data: [...parts],
    getPolygon: ({ rings }) => rings,
    getFillColor: ({ index }) => {
      const [red = 0, green = 0, blue = 0, opacity = 255] = colors.subarray(index * 4, index * 4 + 4);
      return [red, green, blue, opacity];
    },
    ...thinEdges(palette),
    updateTriggers: { getFillColor: [colors] },
  });
