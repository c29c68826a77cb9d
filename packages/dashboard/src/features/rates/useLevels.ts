import {
  type DimensionName,
  type MetricName,
  type Rates,
  rateGroupings,
  rateMetrics,
} from '@hotline-atlas/model';
import type { Source } from '../../address/crossfilter.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { selectionParameters } from '../../screen/selection.ts';

function addressOf(
  metric: MetricName,
  by: DimensionName,
  source: Source,
  ready: boolean,
  screen: Screen,
): string {
  const judged = rateMetrics.some((each) => each === metric) && rateGroupings.some((each) => each === by);
  if (!ready || !judged) return '';
  const parameters = selectionParameters(screen, source);
  parameters.set('metric', metric);
  parameters.set('by', by);
  return `rates?${parameters}`;
}

/**
 * Which groups are truly lower than expected: the verdict of the page of units, so that no two pages
 * disagree. Null while it is not known,
 * and where the metric is not judged.
 */
export function useLevels(
  metric: MetricName,
  by: DimensionName,
  source: Source,
  ready: boolean,
): ReadonlySet<string> | null {
  const { answer, stale } = useRequest<Rates>(addressOf(metric, by, source, ready, useScreen()));
  if (!answer || stale || answer.notice) return null;
  const { group, verdict } = answer.groups;
  return new Set(group.filter((_, at) => verdict[at] === 'lower'));
}
