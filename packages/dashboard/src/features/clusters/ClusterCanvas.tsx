import type { Layer } from '@deck.gl/core';
import { PolygonLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Cluster } from '@hotline-atlas/model';
import type { CellOutline } from '@hotline-atlas/ui/map/cellLayer.ts';
import { rgba } from '@hotline-atlas/ui/map/colors.ts';
import type { Picked } from '@hotline-atlas/ui/map/DeckMap.tsx';
import { thinEdges } from '@hotline-atlas/ui/map/edges.ts';
import { MapBox, type MapRoom } from '@hotline-atlas/ui/map/MapBox.tsx';
import { MapSurface } from '@hotline-atlas/ui/map/MapSurface.tsx';
import { useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { binColor } from '../hotspots/paint.ts';
import { type Rings, useFrameLayers } from '../hotspots/useFrameLayers.ts';
import type { HotspotAreas } from '../hotspots/useHotspotAreas.ts';
import { useHomeCells } from '../map/useHome.ts';
import { useMapView } from '../map/useMapView.ts';
import { ClusterSentence } from './ClusterSentence.tsx';

interface ClusterCell {
  cluster: Cluster;
  rank: number;
  ring: [number, number][];
}

/** Clusters less likely than this to be chance are drawn strongest. */
const sure = 0.05;

const clusterColor = ({ p }: Cluster, rank: number, { hot }: Palette): string =>
  hot[p > sure ? 0 : rank === 0 ? 2 : 1];

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
        getFillColor: ({ cluster, rank }) => rgba(clusterColor(cluster, rank, palette), 0.9),
        ...thinEdges(palette),
      }),
    [cells, palette],
  );
  return { layer, cells };
}

/** The circle of each cluster, so that one of few hexagons is found on the map of a whole city. */
function useCircles(clusters: readonly Cluster[]): Layer {
  const { palette } = useScreen();
  return useMemo(
    () =>
      new ScatterplotLayer<Cluster>({
        id: 'circles',
        data: [...clusters],
        getPosition: ({ centre }) => [centre.longitude, centre.latitude],
        getRadius: ({ radius_km }) => radius_km * 1000,
        radiusMinPixels: 10,
        filled: false,
        stroked: true,
        getLineColor: (cluster) => rgba(clusterColor(cluster, clusters.indexOf(cluster), palette)),
        lineWidthUnits: 'pixels',
        getLineWidth: ({ p }) => (p > sure ? 1 : 2),
      }),
    [clusters, palette],
  );
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

function RoomyMap({ clusters, areas, size, bounds }: ClusterCanvasProps & MapRoom) {
  const { state, meta, change, label } = useScreen();
  const motion = useMapView(bounds, size);
  const { layer, cells } = useClusterLayer(clusters);
  const { place } = state.hotspots;
  const chosen = useMemo(
    (): Rings[] => cells.filter(({ cluster }) => cluster.centre.place === place).map(({ ring }) => [ring]),
    [cells, place],
  );
  const frame = useFrameLayers(areas.outlines, motion.moving.zoom, chosen);
  const ground = useGround(areas.outlines.length === 0);
  const circles = useCircles(clusters);
  const layers = useMemo(() => [ground, layer, circles, ...frame], [ground, layer, circles, frame]);
  const pick = ({ layer: id, object }: Picked) => {
    if (id !== 'clusters') return;
    const centre = (object as ClusterCell).cluster.centre.place;
    change({ hotspots: { place: place === centre ? '' : centre }, appeals: { cursor: '' } });
  };
  return (
    <MapSurface
      within={meta.bounds}
      motion={motion}
      layers={layers}
      onPick={pick}
      describe={({ layer: id, object }) =>
        id === 'clusters' && (
          <>
            <strong>{label('cell', (object as ClusterCell).cluster.centre.place)}</strong>
            <ClusterSentence cluster={(object as ClusterCell).cluster} />
          </>
        )
      }
    />
  );
}

/** The map of clusters. */
export function ClusterCanvas(props: ClusterCanvasProps) {
  return <MapBox bounds={props.areas.bounds}>{(room) => <RoomyMap {...props} {...room} />}</MapBox>;
}
