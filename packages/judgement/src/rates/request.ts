import {
  checkParameterNames,
  InvalidQuestion,
  parseComparedSelection,
  parseName,
  parseText,
  type RateExpectation,
  type RateGrouping,
  type RateMetric,
  type RawParameters,
  rateExpectations,
  rateGroupings,
  rateMetrics,
  ratesParameters,
  type Selection,
} from '@hotline-atlas/model';

/** What `/api/rates` asks. */
export interface RatesQuestion {
  selection: Selection;
  metric: RateMetric;
  by: RateGrouping;
  expected: RateExpectation;
  format: 'json' | 'csv';
}

const isTopic = (by: RateGrouping): boolean => by === 'topic1' || by === 'topic2';

function parseExpected(sent: string | undefined, by: RateGrouping): RateExpectation {
  const expected = parseName('expected', sent ?? 'auto', ['auto', ...rateExpectations]);
  if (expected === 'topics' && isTopic(by))
    throw new InvalidQuestion('expected', expected, 'topics can be judged against the mean only', ['mean']);
  if (expected === 'auto') return isTopic(by) ? 'mean' : 'topics';
  return expected;
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseRates(raw: RawParameters, regimes: readonly string[]): RatesQuestion {
  checkParameterNames(raw, Object.keys(ratesParameters.shape));
  const by = parseName('by', parseText(raw, 'by') ?? 'unit', rateGroupings);
  return {
    selection: parseComparedSelection(raw, regimes),
    metric: parseName('metric', parseText(raw, 'metric') ?? 'resolution_rate', rateMetrics),
    by,
    expected: parseExpected(parseText(raw, 'expected'), by),
    format: parseName('format', parseText(raw, 'format') ?? 'json', ['json', 'csv']),
  };
}
