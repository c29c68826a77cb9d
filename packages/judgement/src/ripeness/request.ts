import {
  checkParameterNames,
  type MetricName,
  parseComparedSelection,
  parseName,
  parseText,
  type RawParameters,
  type RipenessMeta,
  ripenessParameters,
  type Selection,
} from '@hotline-atlas/model';
import { type RipeningSeries, seriesOf } from './development.ts';

/** What `/api/ripeness` asks. */
export interface RipenessQuestion {
  selection: Selection;
  metric: MetricName;
  series: RipeningSeries;
  grain: RipenessMeta['grain'];
}

/** Metrics that are not final once an appeal is received. */
const ripeningMetrics = Object.keys(seriesOf) as MetricName[];

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseRipeness(raw: RawParameters, regimes: readonly string[]): RipenessQuestion {
  checkParameterNames(raw, Object.keys(ripenessParameters.shape));
  const metric = parseName('metric', parseText(raw, 'metric') ?? 'resolution_rate', ripeningMetrics);
  return {
    selection: parseComparedSelection(raw, regimes),
    metric,
    series: seriesOf[metric] ?? 'resolution',
    grain: parseName('grain', parseText(raw, 'grain') ?? 'month', ['week', 'month', 'quarter', 'year']),
  };
}
