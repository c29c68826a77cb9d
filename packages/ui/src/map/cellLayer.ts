import type { Layer } from '@deck.gl/core';
import { PolygonLayer } from '@deck.gl/layers';
import type { Palette } from '../theme/tokens.ts';
import { rgba } from './colors.ts';
import { colorOf, type Shading, shadeOf } from './shading.ts';

export interface CellOutline {
  code: string;
  ring: [number, number][];
}

/** Hexagons shaded by their figures. */
export function cellLayers(
  cells: readonly CellOutline[],
  shading: Shading,
  chosen: readonly string[],
  palette: Palette,
): Layer[] {
  const hexagons = new PolygonLayer<CellOutline>({
    id: 'cells',
    data: [...cells],
    getPolygon: ({ ring }) => ring,
    getFillColor: ({ code }) => rgba(colorOf(shading, code, palette), 0.85),
    stroked: true,
    // The lowest class is near the ground: its outline carries the shape.
    getLineColor: ({ code }) => {
      const shade = shadeOf(shading, code);
      return typeof shade === 'number' && shade > 0 ? rgba(palette.surface, 0) : rgba(palette.outline);
    },
    lineWidthUnits: 'pixels',
    getLineWidth: 0.75,
    pickable: true,
    autoHighlight: true,
    highlightColor: rgba(palette.text, 0.25),
    updateTriggers: { getFillColor: [shading, palette], getLineColor: [shading, palette] },
  });
  const outlines = new PolygonLayer<CellOutline>({
    id: 'chosen-cells',
    data: cells.filter(({ code }) => chosen.includes(code)),
    getPolygon: ({ ring }) => ring,
    filled: false,
    getLineColor: rgba(palette.accent),
    lineWidthUnits: 'pixels',
    getLineWidth: 3,
  });
  return [hexagons, outlines];
}
