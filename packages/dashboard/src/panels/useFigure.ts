import type { MetricName } from '@hotline-atlas/model';
import { numberIn, useAnswer, type View } from '../api/useAnswer.ts';
import type { Source } from '../state/crossfilter.ts';

/** One figure for everything a view shows together, with the one it is compared with. */
export function useFigure(metric: MetricName, source: Source | null): View & { value: number | null } {
  const view = useAnswer({ metrics: [metric] }, source);
  return { ...view, value: numberIn(view.answer?.rows[0], metric) };
}
