import {
  asksForOpenOrders,
  dimensionNames,
  isGrain,
  metricNames,
  standardValues,
} from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { scopedTo } from '../../testing/scoped.ts';
import { compiled, planned } from '../../testing/story.ts';
import { answerColumns } from '../run/columns.ts';
import { compileQuery } from './compile.ts';

test('a ratio by district, filtered and limited', () => {
  const { text, parameters } = compiled(
    'metrics=resolution_rate&by=district&where=topic1:heating&from=2024-01-01&to=2024-03-01&order=-resolution_rate&limit=5',
  );
  expect(text).toMatchInlineSnapshot(`
    "SELECT toString(counts.district) AS district,
      resolution_rate_numerator / nullIf(resolution_rate_denominator, 0) AS resolution_rate,
      toUInt32(counts.n_resolved) AS resolution_rate_numerator,
      toUInt32(counts.n_resolution_asked) AS resolution_rate_denominator
    FROM (
    SELECT source.district AS district, toUInt64(sum(source.s_contact_asked) + sum(source.s_resolution_besides) - sum(source.s_unresolved)) AS n_resolved, toUInt64(sum(source.s_contact_asked) + sum(source.s_resolution_besides)) AS n_resolution_asked
    FROM rollup_month_area AS source
    WHERE source.generation IN {now_generations:Array(UInt32)}
      AND source.topic1 = {where_0:String}
    GROUP BY 1
    ) AS counts
    ORDER BY resolution_rate DESC, district
    LIMIT {limit:UInt32}"
  `);
  expect(parameters).toEqual({ now_generations: [5584, 5585], where_0: 'heating', limit: 5 });
});

test('months compared with the year before, every bucket present', () => {
  const { text, parameters } = compiled(
    'metrics=appeals&by=month&from=2023-01-01&to=2023-03-01&compare=year',
  );
  expect(text).toMatchInlineSnapshot(`
    "SELECT toString(counts.month) AS month,
      toUInt32(counts.n_appeals) AS appeals,
      toUInt32(counts.before_n_appeals) AS appeals_before,
      appeals AS appeals_paired,
      appeals_before AS appeals_before_paired,
      toFloat64(appeals_paired) - toFloat64(appeals_before_paired) AS appeals_change,
      appeals_change / nullIf(toFloat64(appeals_before_paired), 0) AS appeals_change_share
    FROM (
    SELECT month, row.1 AS n_appeals, row.2 AS before_n_appeals
    FROM (
    SELECT groupArray((known.n_appeals, known.before_n_appeals,)) AS known_rows,
      groupArray(known.month) AS known_buckets, arrayMap(step -> addMonths({first_bucket:Date}, step), range({buckets:UInt32})) AS every_bucket,
      if(count() OVER () * length(every_bucket) <= {most_rows:UInt32},
        arrayExcept(every_bucket, known_buckets), []) AS missing_buckets,
      arrayConcat(known_buckets, missing_buckets) AS buckets
    FROM (
    WITH (source.generation IN {now_generations:Array(UInt32)}) AS is_now, (source.generation IN {before_generations:Array(UInt32)}) AS is_before
    SELECT if(is_before, toStartOfMonth(addMonths(source.month, {moved_by:Int32})), toStartOfMonth(source.month)) AS month, toUInt64(sumIf(source.s_appeals, is_now)) AS n_appeals, toUInt64(sumIf(source.s_appeals, is_before)) AS before_n_appeals
    FROM rollup_month_area AS source
    WHERE source.generation IN {now_or_before_generations:Array(UInt32)}
    GROUP BY 1
    ) AS known
    )
    ARRAY JOIN buckets AS month, arrayResize(known_rows, length(buckets)) AS row
    ) AS counts
    ORDER BY month
    LIMIT {limit:UInt32}"
  `);
  expect(parameters).toEqual({
    first_bucket: '2023-01-01',
    buckets: 2,
    most_rows: 100_000,
    now_generations: [5572, 5573],
    before_generations: [5560, 5561],
    now_or_before_generations: [5572, 5573, 5560, 5561],
    moved_by: 12,
    limit: 100_000,
  });
});

test('29 February is read besides, and taken away from what is compared', () => {
  const { text, parameters } = compiled(
    'metrics=median_hours_to_close&from=2024-01-01&to=2025-01-01&compare=year',
  );
  expect(text).toContain(
    'arrayMap((every, left) -> every - left, counts.close_histogram, arrayResize(counts.unpaired_close_histogram, length(counts.close_histogram)))',
  );
  expect(text.match(/FROM appeal AS source/g)).toHaveLength(1);
  expect(parameters).toMatchObject({ unpaired_from: '2024-02-29', unpaired_to: '2024-03-01' });
});

test('under three months the earlier days are weighted, as floats; times to close and callers are not', () => {
  const { text, parameters } = compiled(
    'metrics=appeals,callers&from=2023-05-01&to=2023-06-01&compare=previous',
  );
  expect(text).toContain(
    'sumIf(source.n_appeals * transform(source.day, {before_paired_weighted:Array(Date)}',
  );
  expect(text).toContain('uniqCombinedStateIf(12)(source.caller, source.caller != 0');
  expect(parameters.before_paired_weighted).toHaveLength(30);
});

test('a period within months is checked by day, regimes too', () => {
  const { text } = compiled('metrics=appeals&from=2023-01-10&to=2023-04-01&without_regimes=flood');
  expect(text).toContain('source.day >= {now_from:Date}');
  expect(text).toContain('source.day IN {now_days:Array(Date)}');
});

test.each([
  ['read once for both sides', 'by=topic1&from=2024-01-01&to=2024-02-01', 1],
  ['read for each side where their months overlap', 'by=month&from=2023-01-01&to=2025-01-01', 2],
])('the scope stands where the table is read: %s', (_, asked, times) => {
  const scope = scopedTo(['north']);
  const { text, parameters } = compiled(`metrics=appeals&compare=year&${asked}`, scope);
  const scans = text.split('FROM rollup_month_area AS source').slice(1);
  expect(scans).toHaveLength(times);
  for (const scan of scans) expect(scan).toContain('source.district = {scope_0:String}');
  expect(parameters).toMatchObject({ scope_0: 'north' });
});

test('whatever is sent as a value stays a value', () => {
  const hostile = "x') OR 1=1 UNION ALL SELECT * FROM system.users -- {a:String} \\' \u0000";
  for (const dimension of dimensionNames.filter((each) => !isGrain(each))) {
    if (['cell', 'hour_of_day', 'day_of_week', ...Object.keys(standardValues)].includes(dimension)) continue;
    const where = encodeURIComponent(`${dimension}:${hostile}`);
    const { text, parameters } = compiled(`metrics=appeals&by=month&where=${where}`);
    expect(text).not.toContain('system.users');
    expect(JSON.stringify(parameters)).toContain('system.users');
  }
});

test('every metric and dimension compiles, and selects the columns that are announced', () => {
  for (const metric of metricNames)
    for (const dimension of dimensionNames)
      for (const compare of ['', '&compare=previous', '&compare=year&limit=3']) {
        if (compare && asksForOpenOrders({ metrics: [metric], by: [dimension], where: [] })) continue;
        const plan = planned(`metrics=${metric}&by=${dimension}&from=2024-10-01${compare}`);
        const { text } = compileQuery(plan);
        const [selected = ''] = text
          .slice(text.lastIndexOf('SELECT', text.indexOf('\nFROM (')))
          .split('\nFROM (');
        const names = [...selected.matchAll(/ AS ([a-z0-9_]+)(?=,\n|$)/g)].map(([, column]) => column);
        expect(names).toEqual(answerColumns(plan.query).map((column) => column.name));
      }
});
