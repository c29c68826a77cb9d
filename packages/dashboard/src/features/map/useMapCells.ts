import type { Resolution } from '@hotline-atlas/model';
import { textIn } from '@hotline-atlas/ui/answer/row.ts';
import { shadingOf } from '@hotline-atlas/ui/map/shading.ts';
import { cellsCovering, useCellOutlines, useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import type { MapView } from '@hotline-atlas/ui/map/view.ts';
import { boundsOfView, pointZoom, type Size } from '@hotline-atlas/ui/map/view.ts';
import { useMemo } from 'react';
import { onlyValue } from '../../address/path.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { useAppealPoints } from '../appeals/useAppeals.ts';
import { isAbout } from './useMapAreas.ts';

const mostCells = 20_000;

/** Hexagons with their figures, where the map is drawn in them. */
export function useMapCells(resolution: Resolution, wanted: boolean) {
  const { state, palette } = useScreen();
  const metric = state.metric;
  const question = {
    metrics: [metric],
    by: ['cell'] as const,
    resolution,
    comparison: 'none' as const,
    order: [{ column: metric, descending: true }],
    limit: mostCells,
  };
  const view = useAnswer(wanted ? question : null, 'cell');
  const h3 = useH3(wanted);
  const codes = useMemo(
    () =>
      isAbout(view.answer, 'cell') ? view.answer.rows.map((row) => textIn(row, 'cell')).filter(Boolean) : [],
    [view.answer],
  );
  const outlines = useCellOutlines(codes, h3);
  const shading = useMemo(
    () => (isAbout(view.answer, 'cell') ? shadingOf(view.answer, 'cell', palette) : null),
    [view.answer, palette],
  );
  return { wanted, view, outlines, shading, resolution };
}

export type MapCells = ReturnType<typeof useMapCells>;

/** Single appeals where the map is close enough, or a subdistrict or hexagon is chosen. */
export function useMapPoints(view: MapView, size: Size | null) {
  const { state } = useScreen();
  const near = view.zoom >= pointZoom;
  const isSmallPlace =
    onlyValue(state.where, 'subdistrict') !== null || onlyValue(state.where, 'cell') !== null;
  const h3 = useH3(near && !isSmallPlace);
  const covering = near && !isSmallPlace && h3 && size ? cellsCovering(boundsOfView(view, size), h3) : [];
  const wanted = isSmallPlace || covering.length > 0;
  const within = isSmallPlace ? [] : [{ dimension: 'cell' as const, exclude: false, values: covering }];
  return { ...useAppealPoints(wanted, within), wanted };
}
