import { type AreaPart, areaLayers } from '@hotline-atlas/ui/map/areaLayers.ts';
import { type CellOutline, cellLayers } from '@hotline-atlas/ui/map/cellLayer.ts';
import type { Picked } from '@hotline-atlas/ui/map/DeckMap.tsx';
import type { WholeFigure } from '@hotline-atlas/ui/map/Legend.tsx';
import { MapBox, type MapRoom } from '@hotline-atlas/ui/map/MapBox.tsx';
import { MapSurface } from '@hotline-atlas/ui/map/MapSurface.tsx';
import { namesThatFit } from '@hotline-atlas/ui/map/names.ts';
import { SchematicNote } from '@hotline-atlas/ui/map/SchematicNote.tsx';
import { extremes, inCircles, shadingOf } from '@hotline-atlas/ui/map/shading.ts';
import { usualShading } from '@hotline-atlas/ui/map/usual.ts';
import { hasLegendRoom } from '@hotline-atlas/ui/map/view.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useMemo } from 'react';
import { valuesAt } from '../../address/path.ts';
import { isOwnDistrict } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import { type Appeal, fieldText } from '../appeals/useAppeals.ts';
import { MapNotes } from './MapNotes.tsx';
import { MapTooltip } from './MapTooltip.tsx';
import { located, pointLayer } from './pointLayer.ts';
import { areaName, isAbout, type MapAreas } from './useMapAreas.ts';
import type { MapCells } from './useMapCells.ts';
import { useMapPoints } from './useMapPoints.ts';
import { useMapView } from './useMapView.ts';
import { mapWords } from './words.ts';

const largest = 40;

function useLayers(areas: MapAreas, zoom: number, cells: MapCells, points: readonly Appeal[]) {
  const screen = useScreen();
  const { state, palette } = screen;
  const { drill, view } = areas;
  const inCells = cells.wanted;
  const shading = useMemo(() => {
    if (!drill.level || !isAbout(view.answer, drill.level)) return null;
    const shade = areas.usualYears === null ? shadingOf : usualShading;
    return shade(view.answer, drill.level, palette);
  }, [view.answer, drill.level, palette, areas.usualYears]);
  const symbols = shading !== null && inCircles(shading);
  const step = Math.round(zoom * 2) / 2;
  const names = useMemo(
    () =>
      namesThatFit(areas.areas, (area) => areaName(area, { language: screen.language }), step, {
        first: [...drill.chosen, ...(shading ? extremes(shading) : [])],
        figureOf: (code) => shading?.figures.get(code)?.value ?? null,
      }),
    [areas.areas, screen.language, step, drill.chosen, shading],
  );
  const chosenCells = valuesAt(state.where, 'cell');
  const layers = useMemo(
    () => [
      ...(inCells && cells.shading ? cellLayers(cells.outlines, cells.shading, chosenCells, palette) : []),
      ...areaLayers({
        areas: areas.areas,
        around: areas.around,
        bare: inCells,
        schematic: areas.schematic,
        symbols,
        circles: symbols && !isLeaf(areas),
        shading,
        chosen: drill.chosen,
        names,
        palette,
        largest,
        zoom: step,
      }),
      ...(points.length > 0 ? [pointLayer(points, palette)] : []),
    ],
    [
      inCells,
      cells.outlines,
      cells.shading,
      chosenCells,
      palette,
      areas,
      shading,
      symbols,
      drill.chosen,
      names,
      points,
      step,
    ],
  );
  return { layers, shading, symbols };
}

export interface MapCanvasProps {
  areas: MapAreas;
  cells: MapCells;
  onZoom: (zoom: number) => void;
  /** The figure of everything together, for rates. */
  whole: WholeFigure | null;
}

/** One subdistrict fills the map: its appeals are drawn, and a circle for all of them would hide some. */
const isLeaf = ({ drill }: MapAreas) => drill.level === 'subdistrict' && drill.chosen.length === 1;

const noPoints: readonly Appeal[] = [];

function RoomyMap({ areas, cells, onZoom, whole, size, bounds }: MapCanvasProps & MapRoom) {
  const words = useWords(mapWords);
  const { meta, person, change, toggle } = useScreen();
  const inCells = cells.wanted;
  const motion = useMapView(bounds, size);
  const { view, moving } = motion;
  useEffect(() => onZoom(moving.zoom), [onZoom, moving.zoom]);
  const points = useMapPoints(view, size);
  const appeals = points.wanted ? (points.answer?.rows ?? noPoints) : noPoints;
  const { layers, shading, symbols } = useLayers(areas, moving.zoom, cells, appeals);
  const isOpen = (code: string) => isOwnDistrict(person, code);
  const pick = ({ layer, object }: Picked) => {
    if (layer === 'points') change({ appeals: { open: fieldText(object as Appeal, 'id') } });
    else if (layer === 'cells') toggle([{ dimension: 'cell', value: (object as CellOutline).code }], 'cell');
    else if (layer === 'around') {
      const { code } = (object as AreaPart).area.properties;
      if (isOpen(code)) toggle([{ dimension: 'district', value: code }], 'areas');
    } else if (areas.drill.level) {
      const step = { dimension: areas.drill.level, value: (object as AreaPart).area.properties.code };
      if (step.dimension === 'district' && !isOpen(step.value)) return;
      toggle([...areas.drill.above, step], 'areas');
    }
  };
  const codes = inCells
    ? cells.outlines.map(({ code }) => code)
    : areas.areas.map(({ properties }) => properties.code);
  return (
    <>
      <MapSurface
        within={meta.bounds}
        motion={motion}
        layers={layers}
        onPick={pick}
        describe={(picked) => <MapTooltip picked={picked} areas={shading} cells={cells.shading} />}
      />
      {areas.schematic && <SchematicNote />}
      <MapNotes
        shading={inCells ? cells.shading : symbols && isLeaf(areas) ? null : shading}
        symbols={!inCells && symbols}
        largest={largest}
        codes={codes}
        resolution={inCells ? cells.resolution : null}
        points={
          points.wanted && points.answer
            ? { shown: located(appeals).length, more: points.answer.meta.next_cursor !== null }
            : null
        }
        title={shading?.of === 'usual' ? words.usual : undefined}
        isRoomy={hasLegendRoom(size)}
        whole={inCells ? null : whole}
        limited={inCells && (cells.view.answer?.meta.limited ?? false)}
      />
    </>
  );
}

/** The map with its legend and buttons. */
export function MapCanvas(props: MapCanvasProps) {
  return <MapBox bounds={props.areas.bounds}>{(room) => <RoomyMap {...props} {...room} />}</MapBox>;
}
