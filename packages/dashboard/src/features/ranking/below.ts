import type { Clause, DimensionName } from '@hotline-atlas/model';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import type { Source } from '../../address/crossfilter.ts';
import type { Path } from '../../address/path.ts';
import { useAnswer, type View } from '../../questions/useRequest.ts';
import { type RankedRow, rowsUnder } from './RankedList.tsx';

/** The level under one chosen value: asked only when there is one. */
export function useBelow(
  dimension: DimensionName,
  aboveIn: (where: readonly Clause[]) => Path,
  source: Source,
): View {
  return useAnswer(({ where, metric }) => {
    const above = aboveIn(where);
    const within = above.map((step) => ({ dimension: step.dimension, exclude: false, values: [step.value] }));
    return above.length > 0 ? { metrics: [metric], by: [dimension], within } : null;
  }, source);
}

/** Rows of a view's answer under a path; none while it is on its way, or where the level is not recorded. */
export function rowsBelow(view: View, dimension: DimensionName, above: Path): RankedRow[] {
  if (above.length === 0 || !view.answer || view.stale) return [];
  const known = rank(view.answer, dimension).filter(({ code }) => code !== '');
  return rowsUnder(known, dimension, above);
}

/** Puts the rows of the next level under the row they belong to. */
export const withChildren = (rows: RankedRow[], code: string | null, children: RankedRow[]): RankedRow[] =>
  rows.map((row) => (row.code === code && code !== null ? { ...row, children } : row));
