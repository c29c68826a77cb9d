import type { Clause, DimensionName, Period, Query } from '@hotline-atlas/model';
import { type Choices, type Coverage, filterOf, periodsOf } from './choices.ts';
import { type Question, query } from './question.ts';

/** What makes it hard, and the question; null where the data has no value for one of its filters. */
type Hard = readonly [
  why: string,
  ask: Omit<Partial<Query>, 'where'> & Pick<Query, 'metrics'> & { where?: Clause[] | null },
];

const days = ({ from, to }: Period): Period => ({ from, to });
const largest = { order: [{ column: 'appeals', descending: true }], limit: 1000 };

function without(dimension: DimensionName, choices: Choices): Clause[] {
  const value = choices[dimension];
  return value ? [{ dimension, exclude: true, values: [value] }] : [];
}

/** Questions no screen asks yet: filters and groupings outside of what is counted beforehand. */
export function hardQuestions(choices: Choices, coverage: Coverage, regimes: readonly string[]): Question[] {
  const { all, year, thirteen, month } = periodsOf(coverage);
  const chosen = (...dimensions: DimensionName[]) => filterOf('', dimensions, choices)?.where ?? null;
  const asks: Hard[] = [
    [
      'unit × topic, level 3',
      { metrics: ['appeals', 'resolution_rate'], by: ['unit', 'topic3'], ...largest, ...days(all) },
    ],
    [
      'unit × topic, level 3',
      { metrics: ['appeals'], by: ['unit', 'topic3'], ...largest, ...days(thirteen) },
    ],
    ['unit', { metrics: ['resolution_rate'], by: ['unit'], ...days(all), compare: 'year' }],
    ['unit', { metrics: ['on_time_rate'], by: ['month'], where: chosen('unit'), ...days(all) }],
    [
      'cells 10',
      { metrics: ['appeals'], by: ['cell'], resolution: 10, ...largest, limit: 20_000, ...days(all) },
    ],
    [
      'cells 10',
      { metrics: ['appeals'], by: ['cell'], resolution: 10, ...largest, limit: 20_000, ...days(thirteen) },
    ],
    ['one cell', { metrics: ['appeals'], by: ['month'], where: chosen('cell'), ...days(all) }],
    ['hours', { metrics: ['appeals'], by: ['hour'], ...days(month) }],
    ['hours', { metrics: ['appeals'], by: ['hour'], where: chosen('topic1'), ...days(thirteen) }],
    ['callers', { metrics: ['callers'], ...days(all) }],
    ['callers', { metrics: ['callers', 'repeat_share'], by: ['month'], ...days(all) }],
    ['callers', { metrics: ['repeat_share'], by: ['district'], ...days(thirteen) }],
    ['callers', { metrics: ['callers'], by: ['topic3'], where: chosen('district'), ...days(year) }],
    ['quantiles', { metrics: ['median_hours_to_close', 'p90_hours_to_close'], by: ['unit'], ...days(all) }],
    ['quantiles', { metrics: ['p90_hours_to_close'], by: ['subdistrict', 'topic2'], ...days(thirteen) }],
    [
      '3 filters',
      {
        metrics: ['appeals'],
        by: ['month'],
        where: chosen('subdistrict', 'topic2', 'channel'),
        ...days(all),
      },
    ],
    [
      '3 filters',
      {
        metrics: ['resolution_rate'],
        by: ['topic3'],
        where: chosen('district', 'kind', 'channel'),
        ...days(all),
      },
    ],
    [
      '3 filters',
      {
        metrics: ['appeals'],
        by: ['day'],
        where: chosen('subdistrict', 'topic3', 'kind'),
        ...days(thirteen),
      },
    ],
    [
      'outside the rollups',
      { metrics: ['appeals'], by: ['subdistrict'], where: chosen('urgency', 'status'), ...days(all) },
    ],
    ['outside the rollups', { metrics: ['appeals'], by: ['location_quality', 'channel'], ...days(all) }],
    ['outside the rollups', { metrics: ['excluded'], by: ['excluded_reason', 'topic1'], ...days(thirteen) }],
    [
      'outside the rollups',
      {
        metrics: ['appeals'],
        by: ['topic3'],
        where: without('channel', choices),
        ...days(all),
        compare: 'year',
      },
    ],
    ['many rows', { metrics: ['appeals'], by: ['day', 'subdistrict'], ...largest, ...days(thirteen) }],
    ['many rows', { metrics: ['resolution_rate'], by: ['month', 'district', 'topic2'], ...days(thirteen) }],
    [
      'without regimes',
      { metrics: ['appeals', 'resolution_rate'], by: ['topic1'], withoutRegimes: [...regimes], ...days(all) },
    ],
  ];
  return asks.flatMap(([why, { where = [], ...ask }], at): Question[] =>
    where === null
      ? []
      : [
          {
            name: `hard ${at + 1} · ${why} · ${ask.by?.join(', ') ?? 'whole'} · ${ask.from}..${ask.to}`,
            panel: why,
            list: 'hard',
            whole: ask.from === all.from && ask.to === all.to,
            asked: { kind: 'query', query: query({ ...ask, where }) },
          },
        ],
  );
}

/** Searches, asked of ours only: the other sides hold no texts. */
export const searchQuestions = (
  words: readonly string[],
  coverage: Coverage,
  choices: Choices,
): Question[] => {
  const { all } = periodsOf(coverage);
  return words.flatMap((word) =>
    [[], filterOf('', ['district'], choices)?.where ?? []].map(
      (where): Question => ({
        name: `search · ${word}${where.length > 0 ? ' · district' : ''}`,
        panel: 'search',
        list: 'search',
        whole: true,
        asked: {
          kind: 'records',
          records: {
            selection: { where, from: all.from, to: all.to, withoutRegimes: [] },
            limit: 50,
            words: word,
          },
        },
      }),
    ),
  );
};
