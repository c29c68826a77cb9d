import type { Resolution } from '@hotline-atlas/model';
import { textIn } from '@hotline-atlas/ui/answer/row.ts';
import { shadingOf } from '@hotline-atlas/ui/map/shading.ts';
import { useCellOutlines, useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { useMemo } from 'react';
import { useAnswer } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
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
