import { type Answer, encodeQuery } from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { boxAround } from '@hotline-atlas/ui/map/box.ts';
import type { Bounds } from '@hotline-atlas/ui/map/outline.ts';
import { useCellOutlines, useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { useMemo } from 'react';
import { useRequest } from '../../questions/useRequest.ts';

const everywhere = encodeQuery({
  metrics: ['appeals'],
  by: ['cell'],
  where: [],
  withoutRegimes: [],
  order: [{ column: 'appeals', descending: true }],
  resolution: 7,
}).toString();

const noRows: Answer['rows'] = [];

/**
 * Every hexagon any appeal of a city without areas lies in, with its appeals: the ground to see other things
 * on.
 */
export function useHomeCells(wanted: boolean) {
  const { answer, error } = useRequest<Answer>(wanted ? `query?${everywhere}` : '');
  const rows = answer?.rows ?? noRows;
  const h3 = useH3(wanted);
  const codes = useMemo(() => rows.map((row) => textIn(row, 'cell')).filter(Boolean), [rows]);
  const outlines = useCellOutlines(codes, h3);
  return { rows, outlines, known: error !== null || (answer !== undefined && h3 !== null) };
}

/**
 * Where the appeals of a city without areas lie, all of them and whatever is filtered, so that the map does
 * not move
 * under the reader. Undefined until that is known, null where there are none.
 */
export function useHome(wanted: boolean): Bounds | null | undefined {
  const { rows, outlines, known } = useHomeCells(wanted);
  const box = useMemo(() => {
    const weights = new Map(rows.map((row) => [textIn(row, 'cell'), numberIn(row, 'appeals') ?? 0]));
    return boxAround(outlines, (code) => weights.get(code) ?? 0);
  }, [rows, outlines]);
  return known ? box : undefined;
}
