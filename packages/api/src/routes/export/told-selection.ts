import type { City } from '@hotline-atlas/city';
import {
  type Clause,
  daysBetween,
  daysIn,
  difference,
  dimensionOf,
  inLanguage,
  intersection,
  type Period,
  shift,
  unknownLabel,
} from '@hotline-atlas/model';
import { type History, periodOf, type RecordSelection } from '@hotline-atlas/query';
import { labelledValues } from '../labels.ts';
import type { CellNames } from './cell-names.ts';

const spanOf = ({ from, to }: Period): string => {
  const last = shift(to, 'day', -1);
  return from === last ? from : `${from} to ${last}`;
};

const listed = (items: readonly string[], otherwise: string): string =>
  items.length > 0 ? items.join('; ') : otherwise;

function filterOf({ dimension, exclude, values }: Clause, city: City, cellNames: CellNames): string {
  const labels = new Map(labelledValues(dimension, city).map(({ value, label }) => [value, label]));
  const named = values.map((value) => {
    const label = labels.get(value);
    if (value === '') return inLanguage(unknownLabel, 'en');
    const name = label ? inLanguage(label, 'en') : dimension === 'cell' && cellNames.get(value);
    return name ? `${name} (${value})` : value;
  });
  return `${inLanguage(dimensionOf(dimension).label, 'en')} is ${exclude ? 'not ' : ''}${named.join(' or ')}`;
}

/** What is left out of a period, in words and as spans. */
function leftOutOf({ withoutRegimes }: RecordSelection, { regimes }: City) {
  const left = regimes.filter(({ name }) => withoutRegimes.includes(name));
  return {
    spans: left.map(({ from, to }) => ({ from, to })),
    told: left.map((regime) => `${inLanguage(regime.label, 'en')} (${spanOf(regime)})`),
  };
}

/** More spans than a reader takes in are counted only. */
const mostSpans = 24;

function daysWithData(period: Period, without: readonly Period[], { coverage }: History): string {
  const spans = difference(intersection([period], coverage.spans), without);
  const days = `${daysIn(spans)} of ${daysBetween(period.from, period.to)}`;
  return spans.length > 0 && spans.length <= mostSpans ? `${days}: ${spans.map(spanOf).join('; ')}` : days;
}

/**
 * A selection in words, as names and what stands beside them: everything that decides which records are in a
 * file and which days they are of. Days without data (ends of the data, gaps, what is left out) are no days
 * without appeals.
 */
export function toldSelection(
  selection: RecordSelection,
  history: History,
  city: City,
  cellNames: CellNames,
): [string, string][] {
  const { where, q, id } = selection;
  const period = periodOf(selection, history);
  const { spans, told } = leftOutOf(selection, city);
  return [
    ['Period', spanOf(period)],
    [
      'Filters',
      listed(
        where.map((clause) => filterOf(clause, city, cellNames)),
        'none',
      ),
    ],
    ['Words', q ?? 'none'],
    ...(id === undefined ? [] : [['Order number', id] as [string, string]]),
    ['Left out', listed(told, 'nothing')],
    ['Days with data', daysWithData(period, spans, history)],
  ];
}
