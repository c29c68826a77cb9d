import { readPublication } from '@hotline-atlas/clickhouse';
import {
  type DimensionName,
  everything,
  grains,
  type MetricName,
  measureNames,
  metricNames,
  type Query,
  resolutions,
  type Scope,
  storedSums,
  type Value,
  visitAnswers,
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
import { anyQuestion, plain, question } from '../random-questions.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { rounded } from '../rounded.ts';

const appeals = 8_000;
const northOnly = scopedTo(['north'], { texts: false });

let riverton: Riverton;
let tables: Table[];
let history: History;

beforeAll(async () => {
  riverton = await openRiverton('every_question');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(appeals) });
  const report = await riverton.load([riverton.file('random.csv', body)]);
  expect(report).toMatchObject({ read: appeals, added: appeals });
  tables = await readTables(riverton.database);
  const publication = await readPublication(riverton.database);
  if (!publication) throw new Error('nothing was published');
  history = historyOf(publication, riverton.city.time_zone);
});
afterAll(() => riverton.close());

const compiled = (query: Query, from: readonly Table[] = tables, scope: Scope = everything) => {
  const plan = planQuery(query, scope, history, riverton.city, from);
  return { sources: sourcesOf(plan), ...compileQuery(plan) };
};

/** Runs many small statements a few at a time. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

const explain = async (query: Query): Promise<void> => {
  const { text, parameters } = compiled(query);
  const { rows } = await riverton.database.rows<{ explain: string }>({ sql: `EXPLAIN ${text}`, parameters });
  expect(rows.length, text).toBeGreaterThan(0);
};

test('every metric × dimension × grain is understood by the engine', async () => {
  const questions = metricNames.flatMap((metric) =>
    plain.flatMap((dimension) =>
      [null, ...grains].map((grain) =>
        question({ metrics: [metric], by: grain ? [grain, dimension] : [dimension] }),
      ),
    ),
  );
  expect(questions).toHaveLength(metricNames.length * plain.length * (grains.length + 1));
  await inParallel(questions, explain);
}, 400_000);

test('every metric is understood compared, filtered, ordered, limited, in every resolution and without regimes', async () => {
  const where = plain
    .filter((name) => !['cell', 'hour_of_day', 'day_of_week'].includes(name))
    .map((dimension) => ({ dimension, exclude: true, values: ['a', "b'c"] }));
  const questions = metricNames.flatMap((metric) => [
    ...grains.map((grain) => question({ metrics: [metric], by: [grain], compare: 'year' })),
    ...resolutions.map((resolution) => question({ metrics: [metric], by: ['cell'], resolution, limit: 10 })),
    question({
      metrics: [metric],
      by: ['district'],
      compare: 'previous',
      from: '2023-01-01',
      to: '2023-04-01',
      order: [{ column: `${metric}_change`, descending: true }],
    }),
    question({
      metrics: [metric],
      where,
      withoutRegimes: ['flood'],
      compare: { from: '2022-03-01', to: '2022-06-01' },
    }),
  ]);
  await inParallel(questions, explain);
}, 200_000);

type Rows = Record<string, Value>[];

async function ask(
  query: Query,
  from: readonly Table[],
  scope: Scope,
): Promise<{ sources: string[]; rows: Rows }> {
  const { sources, text, parameters } = compiled(query, from, scope);
  const { rows } = await riverton.database.rows<Record<string, Value>>({ sql: text, parameters });
  return { sources, rows };
}

const answered = new Set<string>();

/** The rows as the API answers, which works many out itself from bare counts. */
async function answer(query: Query, from: readonly Table[], scope: Scope): Promise<Rows> {
  const plan = planQuery(query, scope, history, riverton.city, from);
  const { database, city } = riverton;
  const run = { database, history, timeZone: city.time_zone, signal: AbortSignal.timeout(60_000) };
  return (await answerRows(plan, run)).rows as Rows;
}

/**
 * The planned table, the rows themselves and the answer of the API must say the same, row by row and column
 * by column.
 */
async function agrees(query: Query, scope: Scope, from: readonly Table[] = tables): Promise<void> {
  const [planned, rows, answers] = await Promise.all([
    ask(query, from, scope),
    ask(query, [appealTable], scope),
    answer(query, from, scope),
  ]);
  for (const source of planned.sources) answered.add(source);
  expect(rounded(planned.rows), JSON.stringify(query)).toEqual(rounded(rows.rows));
  expect(rounded(answers), JSON.stringify(query)).toEqual(rounded(planned.rows));
}

test('words grouped by a number made of them are counted as words grouped by themselves', async () => {
  const pairs: DimensionName[][] = [
    ['excluded_reason', 'topic1'],
    ['location_quality', 'channel', 'kind'],
    ['urgency', 'unit'],
  ];
  const anything = { dimension: 'status', exclude: true, values: ['no such status'] } as const;
  for (const by of pairs) {
    const asked: Partial<Query> = {
      metrics: ['appeals', 'median_hours_to_close', 'callers'],
      by,
      compare: 'year',
    };
    const ofAll = question({ ...asked, from: '2023-01-01', to: '2023-07-01' });
    expect(compiled(ofAll, [appealTable]).text).toContain('cityHash64');
    const byNumber = await ask(ofAll, [appealTable], northOnly);
    const byThemselves = await ask({ ...ofAll, where: [anything] }, [appealTable], northOnly);
    expect(byNumber.rows.length).toBeGreaterThan(5);
    expect(byNumber.rows).toEqual(byThemselves.rows);
  }
});

test('random questions: rollups and rows answer alike, whoever asks', async () => {
  await fc.assert(
    fc.asyncProperty(anyQuestion, fc.boolean(), (query, scoped) =>
      agrees(query, scoped ? northOnly : everything),
    ),
    { numRuns: 120, seed: 12345, endOnFailure: true },
  );
}, 400_000);

test('questions that belong to each rollup are answered by it, and rightly', async () => {
  const area: DimensionName[] = ['district', 'subdistrict'];
  const hours: DimensionName[] = ['day_of_week', 'hour_of_day'];
  const own: Record<string, Query> = {
    rollup_month_subdistrict_topic: question({
      metrics: ['appeals', 'median_hours_to_close'],
      by: ['subdistrict', 'topic3'],
    }),
    rollup_month_area: question({ metrics: ['median_hours_to_close'], by: [...area, 'topic1'] }),
    rollup_month_topic: question({ metrics: ['p90_hours_to_close'], by: ['topic2', 'topic3'] }),
    rollup_month_district: question({ metrics: ['callers', 'on_time_rate'], by: ['year', 'topic1'] }),
    rollup_month_subdistrict: question({ metrics: ['repeat_share', 'median_hours_to_close'], by: area }),
    rollup_month_kind: question({ metrics: ['resolution_rate'], by: ['appellant', 'urgency', 'status'] }),
    rollup_month_channel: question({ metrics: ['median_hours_to_close'], by: ['channel', 'kind'] }),
    rollup_month_channel_topic: question({ metrics: ['median_hours_to_close'], by: ['topic1', 'channel'] }),
    rollup_month_channel_district: question({
      metrics: ['p90_hours_to_close', 'response_rate'],
      by: ['district', 'topic1', 'channel'],
    }),
    rollup_month_channel_area: question({
      metrics: ['appeals', 'satisfaction_rate'],
      by: ['subdistrict', 'topic2', 'channel'],
    }),
    rollup_month_subdistrict_kind: question({
      metrics: ['resolution_rate', 'median_hours_to_close'],
      by: ['subdistrict', 'kind'],
    }),
    rollup_month_topic_kind: question({
      metrics: ['p90_hours_to_close', 'satisfaction_rate'],
      by: ['topic3', 'channel', 'kind'],
    }),
    rollup_month_unit_topic: question({ metrics: ['p90_hours_to_close'], by: ['unit', 'topic3'] }),
    rollup_month_unit: question({ metrics: ['median_hours_to_close', 'excluded_share'], by: ['unit'] }),
    rollup_month_hour: question({ metrics: ['median_hours_to_close'], by: [...hours, 'topic2'] }),
    rollup_month_subdistrict_hour: question({
      metrics: ['excluded_share', 'p90_hours_to_close'],
      by: [...hours, 'subdistrict'],
    }),
    rollup_month_week: question({ metrics: ['enterprise_share', 'median_hours_to_close'], by: hours }),
    rollup_month_hour_kind: question({ metrics: ['median_hours_to_close'], by: [...hours, 'kind'] }),
    rollup_month_cell: question({
      metrics: ['p90_hours_to_close'],
      by: ['subdistrict', 'cell'],
      resolution: 9,
    }),
    rollup_month_cell8: question({ metrics: ['median_hours_to_close'], by: ['cell'], resolution: 8 }),
    rollup_month_topic_cell: question({
      metrics: ['satisfaction_rate', 'median_hours_to_close'],
      by: ['cell', 'topic2'],
      resolution: 7,
    }),
    rollup_month_channel_cell: question({
      metrics: ['median_hours_to_close'],
      by: ['cell', 'channel'],
      resolution: 9,
    }),
    rollup_month_channel_cell8: question({ metrics: ['p90_hours_to_close'], by: ['cell', 'channel'] }),
    rollup_month_topic_cell9: question({
      metrics: ['appeals', 'median_hours_to_close'],
      by: ['cell', 'topic1'],
      resolution: 9,
    }),
    rollup_open: question({ metrics: ['open', 'overdue', 'reopened'], by: ['unit', 'due_state'] }),
    rollup_month_outcome_area: question({ metrics: ['excluded'], by: ['subdistrict', 'excluded_reason'] }),
    rollup_month_outcome_unit: question({ metrics: ['excluded'], by: ['unit', 'excluded_reason'] }),
    rollup_day_area: question({ metrics: ['appeals', 'on_time_rate'], by: ['day', 'subdistrict'] }),
    rollup_day_topic: question({ by: ['day', 'topic3', 'district'] }),
    rollup_day_kind: question({ metrics: ['visited'], by: ['week', 'kind'] }),
    rollup_day_district: question({ metrics: ['direct_answer_share'], by: ['day', 'topic1'] }),
  };
  for (const [table, query] of Object.entries(own)) {
    const only = tables.filter(({ name }) => name === table);
    expect(compiled(query, only).sources).toEqual([table]);
    await agrees(query, everything, only);
  }
  const rollups = tables.map(({ name }) => name).filter((name) => /^rollup_(day|month|open)/.test(name));
  expect([...answered].sort()).toEqual(expect.arrayContaining(rollups));
});

test('what is asked of open orders is answered by the table of them, and by no other than the rows', async () => {
  const openOnly = { dimension: 'due_state', exclude: false, values: ['overdue', 'due_today'] } as const;
  const counted: MetricName[] = ['open', 'overdue', 'due_today', 'due_soon', 'reopened'];
  const ofRows: readonly DimensionName[] = ['cell', ...visitAnswers];
  const asked = plain
    .filter((dimension) => !ofRows.includes(dimension))
    .flatMap((dimension) => [
      question({ metrics: counted, by: [dimension] }),
      question({ metrics: ['appeals', 'on_time_rate'], by: ['month', dimension], where: [openOnly] }),
      question({ metrics: ['open'], by: [dimension], from: '2023-02-11', to: '2023-03-20' }),
    ]);
  const cells = resolutions.map((resolution) => question({ metrics: counted, by: ['cell'], resolution }));
  await inParallel([...asked, ...cells], async (query) => {
    expect(compiled(query).sources).toEqual(['rollup_open']);
    await agrees(query, everything);
  });
  const mixed = question({ metrics: ['appeals', 'open'], by: ['district'] });
  expect(compiled(mixed).sources).toEqual(['appeal']);
}, 200_000);

test('every rollup sums up every measure as the rows do', async () => {
  const sumsOf = async (columns: string[], table: string) => {
    const sql = `SELECT ${columns.join(', ')} FROM ${table} WHERE generation IN {generations:Array(UInt32)}`;
    const { generations } = history.publication;
    return (await riverton.database.rows({ sql, parameters: { generations } })).rows;
  };
  const rows = await sumsOf(
    measureNames.map((measure) => `toInt64(sum(n_${measure})) AS ${measure}`),
    'appeal',
  );
  const stored = measureNames.map((measure) => {
    const { add, subtract = [] } = storedSums[measure];
    return `${[...add, ...subtract.map((sum) => `-s_${sum}`)].map((sum) => `sum(${sum.replace(/^(?!-)/, 's_')})`).join(' + ')} AS ${measure}`;
  });
  for (const { name } of tables.filter((table) => table.keys !== null && !isOfYears(table)))
    expect(await sumsOf(stored, name), name).toEqual(rows);
});

test('a scope hides every other district, in rollups and rows alike', async () => {
  for (const by of [[], ['topic1'], ['unit'], ['cell'], ['district']] as DimensionName[][]) {
    const scoped = await ask(question({ by }), tables, northOnly);
    const filtered = await ask(
      question({ by, where: [{ dimension: 'district', exclude: false, values: ['north'] }] }),
      tables,
      everything,
    );
    expect(scoped.rows).toEqual(filtered.rows);
  }
});
