import {
  checkParameterNames,
  InvalidQuestion,
  type MetricName,
  metricNames,
  metricOf,
  parseComparedSelection,
  parseName,
  parseText,
  parseWhole,
  type RawParameters,
  type RegimeTreatment,
  regimeTreatments,
  type Selection,
  type TrendGrain,
  trendGrains,
  trendParameters,
} from '@hotline-atlas/model';

/** What `/api/trend` asks. */
export interface TrendQuestion {
  selection: Selection;
  metric: MetricName;
  grain: TrendGrain;
  /** Steps to forecast. */
  horizon: number;
  regimes: RegimeTreatment;
}

const horizons: Record<TrendGrain, number> = { month: 12, week: 13, day: 28 };

const isSeries = (metric: MetricName): boolean => ['sum', 'ratio'].includes(metricOf(metric).kind);

/** Metrics that make a series: sums, and shares of sums. */
const trendMetrics = metricNames.filter(isSeries);

function parseMetric(sent: string | undefined): MetricName {
  const metric = parseName('metric', sent ?? 'appeals', metricNames);
  if (isSeries(metric)) return metric;
  throw new InvalidQuestion(
    'metric',
    metric,
    `a trend is drawn of sums and shares: ${trendMetrics.join(', ')}`,
    trendMetrics,
  );
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseTrend(raw: RawParameters, regimes: readonly string[]): TrendQuestion {
  checkParameterNames(raw, Object.keys(trendParameters.shape));
  const grain = parseName('grain', parseText(raw, 'grain') ?? 'month', trendGrains);
  return {
    selection: parseComparedSelection(raw, regimes),
    metric: parseMetric(parseText(raw, 'metric')),
    grain,
    horizon: parseWhole('horizon', parseText(raw, 'horizon'), 366, 0) ?? horizons[grain],
    regimes: parseName('regimes', parseText(raw, 'regimes') ?? 'bridge', regimeTreatments),
  };
}
