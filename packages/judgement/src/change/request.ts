import {
  type ChangeGrouping,
  type Compare,
  changeGroupings,
  changeMetrics,
  changeParameters,
  checkParameterNames,
  type MetricName,
  parseCompare,
  parseComparedSelection,
  parseName,
  parseText,
  type RawParameters,
  type Selection,
} from '@hotline-atlas/model';
import { parseShare } from '../answer/parse-share.ts';

/** What `/api/change` asks. */
export interface ChangeQuestion {
  selection: Selection;
  metric: MetricName;
  compare: Compare;
  /** Null for the whole alone. */
  by: ChangeGrouping | null;
  /** Rate of false discoveries. */
  level: number;
  /** False where nobody asks what the season explains, so that earlier years are not read. */
  season?: boolean;
  format: 'json' | 'csv';
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseChange(raw: RawParameters, regimes: readonly string[]): ChangeQuestion {
  checkParameterNames(raw, Object.keys(changeParameters.shape));
  const by = parseText(raw, 'by');
  return {
    selection: parseComparedSelection(raw, regimes),
    metric: parseName('metric', parseText(raw, 'metric') ?? 'appeals', changeMetrics),
    compare: parseCompare(parseText(raw, 'compare')) ?? 'year',
    by: by === undefined ? null : parseName('by', by, changeGroupings),
    level: parseShare(raw, 'level', 0.05, 0.001, 0.2),
    format: parseName('format', parseText(raw, 'format') ?? 'json', ['json', 'csv']),
  };
}
