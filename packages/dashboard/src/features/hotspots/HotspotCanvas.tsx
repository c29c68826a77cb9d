import type { Layer } from '@deck.gl/core';
import type { Hotspots } from '@hotline-atlas/model';
import { dashedOutlines } from '@hotline-atlas/ui/map/areaLayers.ts';
import type { Picked } from '@hotline-atlas/ui/map/DeckMap.tsx';
import { MapBox, type MapRoom } from '@hotline-atlas/ui/map/MapBox.tsx';
import { MapSurface } from '@hotline-atlas/ui/map/MapSurface.tsx';
import { polygonsOf } from '@hotline-atlas/ui/map/outline.ts';
import { SchematicNote } from '@hotline-atlas/ui/map/SchematicNote.tsx';
import { useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { useMapView } from '../map/useMapView.ts';
import { areaHotspotLayer, partsOf } from './areaLayer.ts';
import { HotspotTooltip } from './HotspotTooltip.tsx';
import { haloLayer } from './haloLayer.ts';
import { hexagonLayer, hexagonsOf } from './hexagonLayer.ts';
import { paint } from './paint.ts';
import { type Rings, useFrameLayers } from './useFrameLayers.ts';
import type { HotspotAreas } from './useHotspotAreas.ts';

/** The slider of steps stands on the map: kept free of it, in pixels. */
const sliderHeight = 56;

export interface HotspotCanvasProps {
  answer: Hotspots;
  /** Index of the step shown. */
  at: number;
  areas: HotspotAreas;
  nameOf: (place: string) => string;
}

/** The places in their colours: made anew for a step are the colours only. */
function usePlacesLayers({ answer, at, areas }: HotspotCanvasProps): Layer[] {
  const { state, palette } = useScreen();
  const { layer, only } = state.hotspots;
  const { places, series, meta } = answer;
  const inCells = meta.level === 'cell';
  const h3 = useH3(inCells);
  const hexagons = useMemo(
    () => (inCells && h3 ? hexagonsOf(places.place, h3) : null),
    [inCells, h3, places.place],
  );
  const parts = useMemo(() => partsOf(areas.judged, places.place), [areas.judged, places.place]);
  const colors = useMemo(
    () =>
      paint({ layer, bins: series.bin, steps: meta.steps.length, at, classes: places.class, only }, palette),
    [layer, series.bin, meta.steps.length, at, places.class, only, palette],
  );
  const halos = useMemo(() => {
    const steps = meta.steps.length;
    const codeOf = (place: number) =>
      (layer === 'bins' ? series.bin[place * steps + at] : places.class[place]) ?? 0;
    return hexagons && (only === null ? haloLayer(hexagons, codeOf, colors) : null);
  }, [hexagons, layer, series.bin, places.class, meta.steps.length, at, only, colors]);
  return useMemo(() => {
    if (!inCells) return [areaHotspotLayer(parts, colors, palette)];
    if (!hexagons) return [];
    return [hexagonLayer(hexagons, colors, palette), ...(halos ? [halos] : [])];
  }, [inCells, hexagons, halos, parts, colors, palette]);
}

/** The outline of the place chosen. */
function useChosenRings({ answer, areas }: HotspotCanvasProps): Rings[] {
  const { place } = useScreen().state.hotspots;
  const h3 = useH3(answer.meta.level === 'cell');
  return useMemo(() => {
    if (place === '') return [];
    if (answer.meta.level === 'cell')
      return h3?.isValidCell(place) ? [[h3.cellToBoundary(place, true) as [number, number][]]] : [];
    const area = areas.judged.find(({ properties }) => properties.code === place);
    return area ? (polygonsOf(area) as Rings[]) : [];
  }, [place, answer.meta.level, h3, areas.judged]);
}

function RoomyMap(props: HotspotCanvasProps & MapRoom) {
  const { answer, at, size, bounds, nameOf } = props;
  const { state, meta, change, palette } = useScreen();
  const motion = useMapView(bounds, size, sliderHeight);
  const places = usePlacesLayers(props);
  const frame = useFrameLayers(props.areas.outlines, motion.moving.zoom, useChosenRings(props));
  const { judged } = props.areas;
  const isSchematic = judged.some(({ properties }) => properties.schematic);
  const step = Math.round(motion.moving.zoom * 2) / 2;
  const dashed = useMemo(
    () => (isSchematic ? [dashedOutlines({ areas: judged, palette, zoom: step })] : []),
    [isSchematic, judged, palette, step],
  );
  const layers = useMemo(() => [...places, ...dashed, ...frame], [places, dashed, frame]);
  const indexOf = ({ object }: Picked): number =>
    typeof object === 'number' ? object : (object as { index: number }).index;
  const pick = (picked: Picked) => {
    if (picked.layer !== 'hotspots') return;
    const place = answer.places.place[indexOf(picked)] ?? '';
    const same = state.hotspots.place === place;
    change({ hotspots: { place: same ? '' : place }, appeals: { cursor: '' } });
  };
  return (
    <>
      <MapSurface
        within={meta.bounds}
        motion={motion}
        layers={layers}
        onPick={pick}
        describe={(picked) =>
          picked.layer === 'hotspots' && (
            <HotspotTooltip answer={answer} index={indexOf(picked)} at={at} nameOf={nameOf} />
          )
        }
      />
      {isSchematic && <SchematicNote />}
    </>
  );
}

/** The map of hot spots. */
export function HotspotCanvas(props: HotspotCanvasProps) {
  return <MapBox bounds={props.areas.bounds}>{(room) => <RoomyMap {...props} {...room} />}</MapBox>;
}
