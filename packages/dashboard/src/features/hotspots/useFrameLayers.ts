import type { Layer } from '@deck.gl/core';
import { PolygonLayer } from '@deck.gl/layers';
import { areaLayers } from '@hotline-atlas/ui/map/areaLayers.ts';
import { rgba } from '@hotline-atlas/ui/map/colors.ts';
import { namesThatFit } from '@hotline-atlas/ui/map/names.ts';
import type { Area } from '@hotline-atlas/ui/map/outline.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { areaName } from '../map/useMapAreas.ts';

/** Outer ring and holes. */
export type Rings = [number, number][][];

/** Outlines and names to find one's way by, and what is chosen. */
export function useFrameLayers(outlines: readonly Area[], zoom: number, chosen: readonly Rings[]): Layer[] {
  const { palette, language } = useScreen();
  const step = Math.round(zoom * 2) / 2;
  const names = useMemo(
    () => namesThatFit(outlines, (area) => areaName(area, { language }), step),
    [outlines, language, step],
  );
  return useMemo(
    () => [
      ...areaLayers({
        areas: outlines,
        around: [],
        bare: true,
        schematic: outlines.some(({ properties }) => properties.schematic),
        symbols: false,
        circles: false,
        shading: null,
        chosen: [],
        names,
        palette,
        largest: 0,
        zoom: step,
      }),
      new PolygonLayer<Rings>({
        id: 'chosen-place',
        data: [...chosen],
        getPolygon: (rings) => rings,
        filled: false,
        getLineColor: rgba(palette.text),
        lineWidthUnits: 'pixels',
        getLineWidth: 3,
      }),
    ],
    [outlines, names, palette, chosen, step],
  );
}
