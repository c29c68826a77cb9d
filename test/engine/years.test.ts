import { acquireLock, isOfAll, readPublication, yearOfGeneration } from '@hotline-atlas/clickhouse';
import { completeYears } from '@hotline-atlas/ingest';
import {
  type DimensionName,
  everything,
  isGrain,
  type Query,
  type Scope,
  type Value,
} from '@hotline-atlas/model';
import {
  answerRows,
  appealTable,
  compileQuery,
  type History,
  historyOf,
  isOfYears,
  planQuery,
  readTables,
  sourcesOf,
  type Table,
} from '@hotline-atlas/query';
import { scopedTo } from '@hotline-atlas/query/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAppealsSql } from '../random-appeals.ts';
import { anyQuestion, question } from '../random-questions.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { rounded } from '../rounded.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
let tables: Table[];

beforeAll(async () => {
  riverton = await openRiverton('years');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(8_000) });
  await riverton.load([riverton.file('random.csv', body)]);
  tables = await readTables(riverton.database);
});
afterAll(() => riverton.close());

/** Sums up years however small. */
async function sumUpYears(): Promise<void> {
  const lock = await acquireLock(riverton.database, 'ingest');
  await completeYears(riverton.database, lock, { worthwhile: 1 }).finally(() => lock.release());
}

async function publication() {
  const found = await readPublication(riverton.database);
  if (!found) throw new Error('nothing was published');
  return found;
}

const years = async () => {
  const ofYears = (await publication()).years.filter((each) => !isOfAll(each));
  return ofYears.map(yearOfGeneration).sort();
};
const areTogether = async () => (await publication()).years.some(isOfAll);

/**
 * What is there, with so many rows in the tables of months that every whole year is read from a table of
 * years.
 */
async function historyOfYears(): Promise<History> {
  const found = await publication();
  const monthly = tables.filter((table) => table.keys !== null && !isOfYears(table)).map(({ name }) => name);
  const rows = Object.fromEntries(
    Object.entries(found.rows).map(([table, counts]) => [
      table,
      monthly.includes(table) ? counts.map((count) => count * 1e6) : counts,
    ]),
  );
  return historyOf(
    { ...found, rows: { ...rows, appeal: rows.appeal?.map((count) => count * 1e9) ?? [] } },
    riverton.city.time_zone,
  );
}

/**
 * The years and months that are planned, the rows alone, and the API must say the same. @returns the tables
 * planned
 */
async function agrees(query: Query, scope: Scope, from: readonly Table[] = tables): Promise<string[]> {
  const { database, city } = riverton;
  const history = await historyOfYears();
  const plan = planQuery(query, scope, history, city, from);
  const read = async (of: typeof plan) => {
    const { text, parameters } = compileQuery(of);
    return (await database.rows<Record<string, Value>>({ sql: text, parameters })).rows;
  };
  const run = { database, history, timeZone: city.time_zone, signal: AbortSignal.timeout(60_000) };
  const [planned, rows, answer] = await Promise.all([
    read(plan),
    read(planQuery(query, scope, history, city, [appealTable])),
    answerRows(plan, run),
  ]);
  expect(planned, JSON.stringify(query)).toEqual(rows);
  expect(rounded(answer.rows), JSON.stringify(query)).toEqual(rounded(planned));
  return sourcesOf(plan);
}

test('years that are over are summed up once their rollups are filled, and small ones are not', async () => {
  expect(await years()).toEqual([]);
  expect(await areTogether()).toBe(false);
  await sumUpYears();
  expect(await years()).toEqual([2022, 2023]);
  expect(await areTogether()).toBe(true);
  expect(await unsoundness(riverton.database)).toEqual([]);
  const { edition, version } = await publication();
  expect({ edition, version }).toEqual({ edition: 4, version: 1 });
  await sumUpYears();
  expect((await publication()).edition).toBe(edition);
});

/** Questions about whole years, with and without some months besides. */
const anyYears = fc
  .record({
    asked: anyQuestion,
    inYears: fc.boolean(),
    days: fc.constantFrom(
      {},
      {},
      { from: '2022-01-01', to: '2023-01-01' },
      { from: '2022-01-01', to: '2023-04-01' },
      { from: '2022-11-10', to: '2024-01-01' },
    ),
  })
  .map(({ asked: { from, to, by, ...asked }, inYears, days }) => ({
    ...asked,
    by: [...(inYears ? ['year' as const] : []), ...by.filter((dimension) => !isGrain(dimension))],
    ...days,
  }));

test('random questions: years, months and rows answer alike, whoever asks', async () => {
  let fromYears = 0;
  await fc.assert(
    fc.asyncProperty(anyYears, fc.boolean(), async (query, scoped) => {
      const scope = scoped ? scopedTo(['north'], { texts: false }) : everything;
      const sources = await agrees(query, scope);
      if (sources.some((source) => source.startsWith('rollup_year_'))) fromYears++;
    }),
    { numRuns: 80, seed: 4321, endOnFailure: true },
  );
  expect(fromYears).toBeGreaterThan(10);
}, 400_000);

const hours: DimensionName[] = ['day_of_week', 'hour_of_day'];
const own: Record<string, Partial<Query>> = {
  rollup_year_subdistrict_topic: { by: ['subdistrict', 'topic3'] },
  rollup_year_area: { by: ['district', 'subdistrict', 'topic1'] },
  rollup_year_district: { metrics: ['appeals', 'callers', 'p90_hours_to_close'], by: ['district'] },
  rollup_year_subdistrict: { metrics: ['repeat_share', 'median_hours_to_close'], by: ['subdistrict'] },
  rollup_year_kind: { by: ['appellant', 'urgency', 'status'] },
  rollup_year_channel: { by: ['channel', 'kind'] },
  rollup_year_channel_district: { by: ['district', 'topic1', 'channel'] },
  rollup_year_channel_topic: { by: ['topic1', 'channel'] },
  rollup_year_unit: { by: ['unit'] },
  rollup_year_topic: { by: ['topic2', 'topic3'] },
  rollup_year_topic_kind: { by: ['topic3', 'channel', 'kind'] },
  rollup_year_subdistrict_kind: { by: ['subdistrict', 'kind', 'channel'] },
  rollup_year_channel_area: {
    metrics: ['appeals', 'resolution_rate'],
    by: ['subdistrict', 'topic2', 'channel'],
  },
  rollup_year_unit_topic: { by: ['unit', 'topic3'] },
  rollup_year_hour: { by: [...hours, 'topic2'] },
  rollup_year_week: { by: [...hours, 'district'] },
  rollup_year_hour_kind: { by: [...hours, 'kind'] },
  rollup_year_channel_hour: { by: [...hours, 'district', 'topic1', 'channel'] },
  rollup_year_subdistrict_hour: { by: [...hours, 'subdistrict'] },
  rollup_year_cell: { by: ['subdistrict', 'cell'], resolution: 9 },
  rollup_year_cell8: { by: ['cell'], resolution: 8 },
  rollup_year_channel_cell: { by: ['cell', 'channel'], resolution: 9 },
  rollup_year_channel_cell8: { by: ['cell', 'channel'] },
  rollup_year_topic_cell: { by: ['cell', 'topic2'], resolution: 7 },
  rollup_year_topic_cell9: { by: ['cell', 'topic1'], resolution: 9 },
  rollup_year_topic2_cell9: { by: ['cell', 'topic2'], resolution: 9 },
};

test('questions that belong to each table of years are answered by it, by year and against the year before too', async () => {
  expect(Object.keys(own).sort()).toEqual(
    tables
      .filter(isOfYears)
      .map(({ name }) => name)
      .sort(),
  );
  for (const [table, asked] of Object.entries(own)) {
    const only = tables.filter(({ name }) => name === table || name === 'appeal');
    const base = question({ metrics: ['appeals', 'on_time_rate', 'median_hours_to_close'], ...asked });
    const compared = { ...base, compare: 'year' as const };
    for (const query of [base, compared, { ...compared, by: ['year' as const, ...base.by] }])
      expect(await agrees(query, everything, only), table).toContain(table);
  }
});

test('a table of years that a newer version brings is filled', async () => {
  await riverton.database.command({
    sql: "ALTER TABLE publication UPDATE rows = mapFilter((table, _) -> table != 'rollup_year_cell', rows) WHERE 1",
    settings: { mutations_sync: '1' },
  });
  await sumUpYears();
  expect(await years()).toEqual([2022, 2023]);
  expect((await publication()).rows.rollup_year_cell).toHaveLength(3);
  expect(await areTogether()).toBe(true);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('where a load changes a year, its months answer until it is summed up anew', async () => {
  const line = 'late,2022-11-05 10:00:00,housing,south,a late one\n';
  await riverton.load([riverton.file('late.csv', `id,received,topic,district,text\n${line}`)]);
  expect(await years()).toEqual([2023]);
  expect(await areTogether()).toBe(false);
  const cells = question({ by: ['cell'], resolution: 9 });
  const few = tables.filter(({ name }) => /_cell$/.test(name) && !/channel|topic/.test(name));
  expect(await agrees(cells, everything, few)).toEqual(['rollup_year_cell', 'rollup_month_cell']);
  await sumUpYears();
  expect(await years()).toEqual([2022, 2023]);
  expect(await unsoundness(riverton.database)).toEqual([]);
  expect(await agrees(cells, everything, few)).toEqual(['rollup_year_cell']);
});

test('the year under way is summed up too, and answers for all there is of it, not for a part', async () => {
  const lines = ['2024-01-20', '2024-02-05'].map((day) => `${day},${day} 10:00:00,housing,south,a new one\n`);
  await riverton.load([riverton.file('new.csv', `id,received,topic,district,text\n${lines.join('')}`)]);
  await sumUpYears();
  expect(await years()).toEqual([2022, 2023, 2024]);
  expect(await unsoundness(riverton.database)).toEqual([]);
  const cells = question({ by: ['cell'], resolution: 9 });
  const few = tables.filter(({ name }) => /_cell$/.test(name) && !/channel|topic/.test(name));
  expect(await agrees(cells, everything, few)).toEqual(['rollup_year_cell']);
  const untilFebruary = await agrees({ ...cells, to: '2024-02-01' }, everything, few);
  expect(untilFebruary).toEqual(['rollup_year_cell', 'rollup_month_cell']);
});
