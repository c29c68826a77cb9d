import { useEffect, useMemo, useState } from 'react';
import { type Appeal, fieldText } from '../api/useAppeals.ts';
import { valuesAt } from '../state/path.ts';
import { useScreen } from '../state/screen.ts';
import { type AreaPart, areaLayers } from './areaLayers.ts';
import { type CellOutline, cellLayers } from './cellLayer.ts';
import { DeckMap, type Picked, useSize } from './DeckMap.tsx';
import { MapNotes } from './MapNotes.tsx';
import { MapTooltip } from './MapTooltip.tsx';
import { namesThatFit } from './names.ts';
import type { Bounds } from './outline.ts';
import { located, pointLayer } from './pointLayer.ts';
import { isCount, shadingOf } from './shading.ts';
import { areaName, isAbout, type MapAreas } from './useMapAreas.ts';
import { type MapCells, useMapPoints } from './useMapCells.ts';
import { useMapView } from './useMapView.ts';
import { type Size, sameView } from './view.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const largest = 40;

function useLayers(areas: MapAreas, zoom: number, cells: MapCells, points: readonly Appeal[]) {
  const screen = useScreen();
  const { state, palette } = screen;
  const { drill, view } = areas;
  const inCells = cells.wanted;
  const shading = useMemo(
    () =>
      drill.level && isAbout(view.answer, drill.level) ? shadingOf(view.answer, drill.level, palette) : null,
    [view.answer, drill.level, palette],
  );
  const symbols = shading !== null && isCount(shading.metric);
  const step = Math.round(zoom * 2) / 2;
  const names = useMemo(
    () => namesThatFit(areas.areas, (area) => areaName(area, { language: screen.language }), step),
    [areas.areas, screen.language, step],
  );
  const chosenCells = valuesAt(state.where, 'cell');
  const layers = useMemo(
    () => [
      ...(inCells && cells.shading ? cellLayers(cells.outlines, cells.shading, chosenCells, palette) : []),
      ...areaLayers({
        areas: areas.areas,
        around: areas.around,
        bare: inCells,
        symbols,
        circles: symbols && !isLeaf(areas),
        shading,
        chosen: drill.chosen,
        names,
        palette,
        largest,
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
    ],
  );
  return { layers, shading, symbols };
}

export interface MapCanvasProps {
  areas: MapAreas;
  cells: MapCells;
  onZoom: (zoom: number) => void;
}

/** One subdistrict fills the map: its appeals are drawn, and a circle for all of them would hide some. */
const isLeaf = ({ drill }: MapAreas) => drill.level === 'subdistrict' && drill.chosen.length === 1;

const noPoints: readonly Appeal[] = [];

function SizedMap({ areas, cells, onZoom, size, bounds }: MapCanvasProps & { size: Size; bounds: Bounds }) {
  const screen = useScreen();
  const { messages, change, toggle } = screen;
  const inCells = cells.wanted;
  const [failed, setFailed] = useState(false);
  const { view, moving, move, whole } = useMapView(bounds, size);
  useEffect(() => onZoom(moving.zoom), [onZoom, moving.zoom]);
  const points = useMapPoints(view, size);
  const appeals = points.wanted ? (points.answer?.rows ?? noPoints) : noPoints;
  const { layers, shading, symbols } = useLayers(areas, moving.zoom, cells, appeals);
  const pick = ({ layer, object }: Picked) => {
    if (layer === 'points') change({ appeal: fieldText(object as Appeal, 'id') });
    else if (layer === 'cells') toggle([{ dimension: 'cell', value: (object as CellOutline).code }], 'cell');
    else if (layer === 'around')
      toggle([{ dimension: 'district', value: (object as AreaPart).area.properties.code }], 'areas');
    else if (areas.drill.level) {
      const step = { dimension: areas.drill.level, value: (object as AreaPart).area.properties.code };
      toggle([...areas.drill.above, step], 'areas');
    }
  };
  if (failed) return <p className="panel-message">{messages.map.failed}</p>;
  return (
    <>
      <DeckMap
        view={view}
        layers={layers}
        label={messages.map.label}
        onMove={move}
        onPick={pick}
        describe={(picked) => <MapTooltip picked={picked} areas={shading} cells={cells.shading} />}
        onFailed={() => setFailed(true)}
      />
      <ZoomButtons
        onZoom={(step) =>
          change({ view: { ...moving, zoom: Math.min(18, Math.max(6, moving.zoom + step)) } }, 'replace')
        }
        onWhole={() => change({ view: null })}
        isWhole={sameView(moving, whole)}
      />
      <MapNotes
        shading={inCells ? cells.shading : symbols && isLeaf(areas) ? null : shading}
        symbols={!inCells && symbols}
        largest={largest}
        schematic={areas.schematic}
        resolution={inCells ? cells.resolution : null}
        points={
          points.wanted && points.answer
            ? { shown: located(appeals).length, more: points.answer.meta.next_cursor !== null }
            : null
        }
        limited={inCells && (cells.view.answer?.meta.limited ?? false)}
      />
    </>
  );
}

/** The map with its legend and buttons. */
export function MapCanvas(props: MapCanvasProps) {
  const { host, size } = useSize();
  const { bounds } = props.areas;
  return (
    <div className="map-canvas" ref={host} data-testid="map">
      {size && bounds && <SizedMap {...props} size={size} bounds={bounds} />}
    </div>
  );
}
