import { type Answer, encodeQuery, type MetricName } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { shownMetrics } from '../address/shared.ts';
import { useRequest } from './useRequest.ts';

const overAllTime = (metrics: MetricName[]): string =>
  `query?${encodeQuery({ metrics, by: [], where: [], withoutRegimes: [], order: [], resolution: 8 })}`;

/** Metrics the sources of this city give anything for, over all time; null until that is known. */
export function useRecorded(): ReadonlySet<MetricName> | null {
  const { answer } = useRequest<Answer>(overAllTime([...shownMetrics]));
  if (!answer) return null;
  const row = answer.rows[0];
  return new Set(
    shownMetrics.filter((metric) => {
      const basis = numberIn(row, `${metric}_denominator`);
      return numberIn(row, metric) !== null && (basis === null || basis > 0);
    }),
  );
}

/** What the sources record of orders beside their times. */
export interface OrderRecords {
  /** Due times. */
  limits: boolean;
  /** Which orders do not count. Where none was ever excluded, that is not recorded: it is not none. */
  exclusions: boolean;
}

/** What is recorded of orders, over all time; null until that is known. */
export function useOrderRecords(): OrderRecords | null {
  const recorded = useRecorded();
  const { answer } = useRequest<Answer>(overAllTime(['excluded_share']));
  if (!recorded || !answer) return null;
  return {
    limits: recorded.has('on_time_rate'),
    exclusions: (numberIn(answer.rows[0], 'excluded_share_numerator') ?? 0) > 0,
  };
}
