import { readPublication } from '@hotline-atlas/clickhouse';
import {
  type DimensionName,
  everything,
  type MetricName,
  metricNames,
  type Query,
} from '@hotline-atlas/model';
import {
  answerRows,
  type History,
  historyOf,
  planQuery,
  readTables,
  readTogether,
  shareScans,
  type Table,
} from '@hotline-atlas/query';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAppealsSql } from '../random-appeals.ts';
import { question } from '../random-questions.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { rounded } from '../rounded.ts';

let riverton: Riverton;
let tables: Table[];
let history: History;

beforeAll(async () => {
  riverton = await openRiverton('asked_together');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(8_000) });
  await riverton.load([riverton.file('random.csv', body)]);
  tables = await readTables(riverton.database);
  const publication = await readPublication(riverton.database);
  if (!publication) throw new Error('nothing was published');
  history = historyOf(publication, riverton.city.time_zone);
});
afterAll(() => riverton.close());

const choices: Query['where'] = [
  { dimension: 'district', exclude: false, values: ['north'] },
  { dimension: 'channel', exclude: false, values: ['phone', ''] },
  { dimension: 'topic1', exclude: false, values: ['housing', ''] },
  { dimension: 'kind', exclude: true, values: ['request'] },
];

/** Whole months with whole months a year before. */
const whole = [{ from: '2023-03-01', to: '2023-09-01' }];

/** Questions of a screen: each leaves out some of the choices, or none. */
const ofScreen = fc.record({
  withoutRegimes: fc.constantFrom<string[]>([], ['flood']),
  each: fc.array(
    fc.record({
      metrics: fc.oneof(
        fc.subarray<MetricName>(['appeals', 'resolution_rate'], { minLength: 1 }),
        fc.subarray<MetricName>(['appeals', 'excluded_share'], { minLength: 1 }),
        fc.subarray(metricNames as MetricName[], { minLength: 1, maxLength: 4 }),
      ),
      grain: fc.constantFrom(null, null, null, null, 'month', 'quarter', 'year', 'week'),
      by: fc.constantFrom(null, 'kind', 'district', 'channel', 'topic1', 'subdistrict'),
      where: fc.subarray(choices, { minLength: 2 }),
      compare: fc.constantFrom('year', 'year', 'year', 'previous', null),
      days: fc.constantFrom(...whole, ...whole, ...whole, {}),
    }),
    { minLength: 5, maxLength: 8 },
  ),
});

test('questions asked together are answered as each by itself', async () => {
  let [together, crossed] = [0, 0];
  const few = tables.filter(({ name }) => name === 'rollup_month_kind' || name === 'appeal');
  const agree = fc.asyncProperty(ofScreen, async ({ withoutRegimes, each }) => {
    const plans = each.map(({ metrics, grain, by, where, compare, days }) => {
      const dimensions = [grain, by].filter((name) => name !== null) as DimensionName[];
      const asked = question({ metrics, by: dimensions, where, withoutRegimes, ...days });
      const query = compare ? { ...asked, compare: compare as 'year' | 'previous' } : asked;
      return planQuery(query, everything, history, riverton.city, few);
    });
    const { database, city } = riverton;
    const run = () => ({ database, history, timeZone: city.time_zone, signal: AbortSignal.timeout(60_000) });
    for (const { plans: shared, wheres } of shareScans(plans, history)) {
      together += shared.length;
      if (wheres.length > 1) crossed += 1;
    }
    const read = readTogether(plans, history);
    await Promise.all(
      plans.map(async (plan) => {
        const [shared, alone] = await Promise.all([answerRows(plan, run(), read), answerRows(plan, run())]);
        expect(rounded(shared.rows), JSON.stringify(plan.query)).toEqual(rounded(alone.rows));
      }),
    );
  });
  await fc.assert(agree, { numRuns: 40, seed: 2024, endOnFailure: true });
  expect(together).toBeGreaterThan(30);
  expect(crossed).toBeGreaterThan(5);
}, 200_000);
