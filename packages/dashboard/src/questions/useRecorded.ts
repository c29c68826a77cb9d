import { type Answer, encodeQuery, type MetricName } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { shownMetrics } from '../address/shared.ts';
import { useRequest } from './useRequest.ts';

const everything = encodeQuery({
  metrics: [...shownMetrics],
  by: [],
  where: [],
  withoutRegimes: [],
  order: [],
  resolution: 8,
}).toString();

/** Metrics the sources of this city give anything for, over all time; null until that is known. */
export function useRecorded(): ReadonlySet<MetricName> | null {
  const { answer } = useRequest<Answer>(`query?${everything}`);
  if (!answer) return null;
  const row = answer.rows[0];
  return new Set(
    shownMetrics.filter((metric) => {
      const basis = numberIn(row, `${metric}_denominator`);
      return numberIn(row, metric) !== null && (basis === null || basis > 0);
    }),
  );
}
