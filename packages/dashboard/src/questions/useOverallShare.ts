import { type Answer, metricOf } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import type { Source } from '../address/crossfilter.ts';
import { overallShareIn } from './selectMetric.ts';
import { useAnswer } from './useRequest.ts';

/** Whether everything together has a figure that its parts lie around: shares, and districts per resident. */
const hasWhole = (answer: Answer): boolean => {
  const { unit } = metricOf(metricIn(answer));
  const isOfDistricts = answer.meta.columns.some(({ role, of }) => role === 'dimension' && of === 'district');
  return unit === 'share' || (unit === 'per_10k' && isOfDistricts);
};

/**
 * The rate of everything a view shows together: from its parts where they tell it, else asked for; none for
 * other units.
 */
export function useOverallShare(answer: Answer | undefined, source: Source | null): number | null {
  const shown = answer && hasWhole(answer) ? answer : undefined;
  const known = shown && overallShareIn(shown);
  const metric = shown && known === undefined ? metricIn(shown) : null;
  const asked = useAnswer(metric ? { metrics: [metric] } : null, source);
  if (known !== undefined) return known;
  return metric ? numberIn(asked.answer?.rows[0], metric) : null;
}
