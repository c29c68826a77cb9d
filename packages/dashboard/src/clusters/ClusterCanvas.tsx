import type { Layer } from '@deck.gl/core';
import { PolygonLayer } from '@deck.gl/layers';
import type { Cluster } from '@hotline-atlas/model';
import { useMemo, useState } from 'react';
import { binColor } from '../hotspots/paint.ts';
import { type Rings, useFrameLayers } from '../hotspots/useFrameLayers.ts';
import type { HotspotAreas } from '../hotspots/useHotspotAreas.ts';
import type { CellOutline } from '../map/cellLayer.ts';
import { rgba } from '../map/colors.ts';
import { DeckMap, useSize } from '../map/DeckMap.tsx';
import type { Bounds } from '../map/outline.ts';
import { useH3 } from '../map/useCells.ts';
import { useHomeCells } from '../map/useHome.ts';
import { useMapView } from '../map/useMapView.ts';
import { type Size, sameView } from '../map/view.ts';
import { ZoomButtons } from '../map/ZoomButtons.tsx';
import { useScreen } from '../state/screen.ts';
import { ClusterSentence } from './ClusterSentence.tsx';

interface ClusterCell {
  cluster: Cluster;
  rank: number;
  ring: [number, number][];
}

/** Clusters less likely than this to be chance are drawn strongest. */
const sure = 0.05;

function useClusterLayer(clusters: readonly Cluster[]): { layer: Layer; cells: ClusterCell[] } {
  const { palette } = useScreen();
  const h3 = useH3(true);
  const cells = useMemo(
    () =>
      h3
        ? clusters.flatMap((cluster, rank) =>
            cluster.places.map((place) => ({
              cluster,
              rank,
              ring: h3.cellToBoundary(place, true) as [number, number][],
            })),
          )
        : [],
    [clusters, h3],
  );
  const layer = useMemo(
    () =>
      new PolygonLayer<ClusterCell>({
        id: 'clusters',
        data: cells,
        getPolygon: ({ ring }) => ring,
        getFillColor: ({ cluster, rank }) =>
          rgba(palette.hot[cluster.p > sure ? 0 : rank === 0 ? 2 : 1], 0.9),
        getLineColor: rgba(palette.surface),
        lineWidthUnits: 'pixels',
        getLineWidth: 1,
        pickable: true,
        autoHighlight: true,
        highlightColor: rgba(palette.text, 0.25),
      }),
    [cells, palette],
  );
  return { layer, cells };
}

/** A city without outlines has the hexagons of all its appeals to see clusters against. */
function useGround(wanted: boolean): Layer {
  const { palette } = useScreen();
  const { outlines } = useHomeCells(wanted);
  return useMemo(
    () =>
      new PolygonLayer<CellOutline>({
        id: 'ground',
        data: wanted ? outlines : [],
        getPolygon: ({ ring }) => ring,
        getFillColor: rgba(binColor(0, palette)),
        stroked: false,
      }),
    [wanted, outlines, palette],
  );
}

export interface ClusterCanvasProps {
  clusters: readonly Cluster[];
  areas: HotspotAreas;
}

function SizedMap({ clusters, areas, size, bounds }: ClusterCanvasProps & { size: Size; bounds: Bounds }) {
  const { state, messages, change } = useScreen();
  const [failed, setFailed] = useState(false);
  const { view, moving, move, whole } = useMapView(bounds, size);
  const { layer, cells } = useClusterLayer(clusters);
  const { place } = state.hotspots;
  const chosen = useMemo(
    (): Rings[] => cells.filter(({ cluster }) => cluster.centre.place === place).map(({ ring }) => [ring]),
    [cells, place],
  );
  const frame = useFrameLayers(areas.outlines, moving.zoom, chosen);
  const ground = useGround(areas.outlines.length === 0);
  const layers = useMemo(() => [ground, layer, ...frame], [ground, layer, frame]);
  if (failed) return <p className="panel-message">{messages.map.failed}</p>;
  return (
    <>
      <DeckMap
        view={view}
        layers={layers}
        label={messages.map.label}
        onMove={move}
        onPick={({ layer: id, object }) => {
          if (id !== 'clusters') return;
          const centre = (object as ClusterCell).cluster.centre.place;
          change({ hotspots: { ...state.hotspots, place: place === centre ? '' : centre }, cursor: '' });
        }}
        describe={({ layer: id, object }) =>
          id === 'clusters' && <ClusterSentence cluster={(object as ClusterCell).cluster} />
        }
        onFailed={() => setFailed(true)}
      />
      <ZoomButtons
        onZoom={(step) =>
          change({ view: { ...moving, zoom: Math.min(18, Math.max(6, moving.zoom + step)) } }, 'replace')
        }
        onWhole={() => change({ view: null })}
        isWhole={sameView(moving, whole)}
      />
    </>
  );
}

/** The map of clusters. */
export function ClusterCanvas(props: ClusterCanvasProps) {
  const { host, size } = useSize();
  const { bounds } = props.areas;
  return (
    <div className="map-canvas" ref={host} data-testid="map">
      {size && bounds && <SizedMap {...props} size={size} bounds={bounds} />}
    </div>
  );
}
