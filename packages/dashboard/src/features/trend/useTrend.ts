import {
  encodeSelection,
  type MetricName,
  metricOf,
  type Trend,
  type TrendGrain,
  trendGrains,
} from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';
import { regimeNames, selectionOf } from '../../screen/selection.ts';

/** The grain of the address where a trend can be told in it, else months. */
export const trendGrain = ({ state }: Pick<Screen, 'state'>): TrendGrain =>
  trendGrains.find((grain) => grain === state.trend.grain) ?? 'month';

/** The chosen metric where it adds up over time, else appeals. */
export function trendMetric({ state }: Pick<Screen, 'state'>): MetricName {
  const { kind } = metricOf(state.metric);
  return kind === 'sum' || kind === 'ratio' ? state.metric : 'appeals';
}

/**
 * The address of the trend: all history up to the end of the period, for seasons show over years only.
 * Exceptional periods are
 * always bridged: a year that will not come again would be half of the trend and nearly all of the forecast's
 * width.
 */
function trendAddress(screen: Screen): string {
  const { where, to } = selectionOf(screen, null);
  const parameters = encodeSelection({ where, withoutRegimes: regimeNames(screen), to });
  parameters.set('metric', trendMetric(screen));
  parameters.set('grain', trendGrain(screen));
  return `trend?${parameters}`;
}

/** A series taken apart, forecast, and compared with the year before. */
export const useTrend = () => useRequest<Trend>(trendAddress);
