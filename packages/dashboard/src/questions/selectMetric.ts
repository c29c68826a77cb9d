import { type Answer, type MetricName, metricOf } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { useMemo, useRef } from 'react';
import type { View } from './useRequest.ts';

const holds = (answer: Answer | undefined, metric: MetricName): boolean =>
  answer?.meta.columns.some(({ role, of }) => role === 'metric' && of === metric) ?? false;

/** An answer to several metrics as the answer to one of them; rows are shared, not copied. */
export function selectMetric(answer: Answer, metric: MetricName): Answer {
  const columns = answer.meta.columns.filter(({ role, of }) => role === 'dimension' || of === metric);
  return { ...answer, meta: { ...answer.meta, columns } };
}

/**
 * One metric of a question several views share. While a newly chosen metric is on its way, the answer still
 * is about
 * the one shown before.
 */
export function useSelectedMetric(view: View, metric: MetricName): View {
  const last = useRef(metric);
  if (holds(view.answer, metric)) last.current = metric;
  const shown = last.current;
  const answer = useMemo(
    () => view.answer && selectMetric(view.answer, holds(view.answer, shown) ? shown : metricIn(view.answer)),
    [view.answer, shown],
  );
  return { ...view, answer };
}

const sumOf = (answer: Answer, column: string): number =>
  answer.rows.reduce((sum, row) => sum + (numberIn(row, column) ?? 0), 0);

/**
 * A share of everything together from its parts: all numerators over all denominators. Undefined where the
 * metric is no
 * such ratio, or where not all parts came.
 */
export function overallShareIn(answer: Answer): number | null | undefined {
  const metric = metricIn(answer);
  if (answer.meta.limited || metricOf(metric).kind !== 'ratio') return undefined;
  const cases = sumOf(answer, `${metric}_denominator`);
  return cases > 0 ? sumOf(answer, `${metric}_numerator`) / cases : null;
}
