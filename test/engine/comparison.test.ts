import { readFileSync } from 'node:fs';
import { type Answer, metricNames, openCountOf } from '@hotline-atlas/model';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import {
  type Asked,
  addressOf,
  anyAsked,
  between,
  bucketOf,
  daysOf,
  first,
  gap,
  hasData,
  weighed,
} from '../paired-days.ts';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

/** What rows say of a day, counted here one by one. */
interface DayRow {
  day: string;
  district: string;
  channel: string;
  appeals: number;
  resolved: number;
  asked: number;
}

let riverton: Riverton;
let server: AtlasServer;
let rows: DayRow[];

beforeAll(async () => {
  riverton = await openRiverton('comparison');
  const silent = `toDate(moment, 'Asia/Shanghai') >= '${gap.from}' AND toDate(moment, 'Asia/Shanghai') < '${gap.to}'`;
  const sql = randomAppealsSql(6_000, { from: first, days: 842, silent });
  const { body } = await riverton.database.bytes({ sql });
  await riverton.load([riverton.file('random.csv', body)]);
  server = await serveRiverton(riverton);
  const counted = await riverton.database.rows<DayRow>({
    sql: `SELECT toString(day) AS day, district, channel, toUInt32(sum(n_appeals)) AS appeals, toUInt32(sum(n_resolved)) AS resolved,
  toUInt32(sum(n_resolution_asked)) AS asked FROM appeal GROUP BY day, district, channel`,
  });
  rows = counted.rows;
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What the rows of a day say, of the group and the filter of a question. */
const countOn = (
  day: string,
  asked: Asked,
  district: string | null,
  what: 'appeals' | 'resolved' | 'asked',
) =>
  sum(
    rows
      .filter((row) => row.day === day && (district === null || row.district === district))
      .filter((row) => !asked.phone || row.channel === 'phone')
      .map((row) => row[what]),
  );

const near = (row: Answer['rows'][number], column: string, expected: number | null, where: string) => {
  const what = `${column} of ${where}`;
  if (expected === null) expect(row[column], what).toBeNull();
  else expect(row[column], what).toBeCloseTo(expected, 6);
};

test('any two periods: what is compared is the sum over paired days, and what is told are the days with data', async () => {
  const agree = fc.asyncProperty(anyAsked, async (asked) => {
    const address = addressOf(asked);
    const { meta, rows: answered } = await server.query(address);
    const compared = meta.compared_period ?? asked.period;
    const { now, before } = weighed(asked, compared);
    const covered = daysOf(asked.period).filter((day) => hasData(day, asked));
    expect(meta.covered, address).toMatchObject({
      days: covered.length,
      of: between(asked.period.from, asked.period.to),
    });
    expect(meta.covered.spans.flatMap(daysOf), address).toEqual(covered);
    expect(meta.covered.paired?.spans.flatMap(daysOf), address).toEqual(now);
    expect(meta.covered.paired?.before.flatMap(daysOf), address).toEqual(
      before.map((pair) => pair.before).sort(),
    );
    for (const row of answered) {
      const bucket = asked.grain ? String(row[asked.grain]) : '';
      const district = asked.by ? String(row.district) : null;
      const of = (day: string) => bucketOf(day, asked.grain) === bucket;
      const days = {
        all: covered.filter(of),
        now: now.filter(of),
        before: before.filter(({ day }) => of(day)),
      };
      // A kind of day that drops out takes no pair along: without time, all earlier days are of the one row.
      const earlier = asked.grain ? days.before : before;
      const isPaired = days.now.length > 0;
      const count = (what: 'appeals' | 'resolved' | 'asked') => ({
        all: days.all.length > 0 ? sum(days.all.map((day) => countOn(day, asked, district, what))) : null,
        now: isPaired ? sum(days.now.map((day) => countOn(day, asked, district, what))) : null,
        before: isPaired
          ? sum(earlier.map((pair) => pair.weight * countOn(pair.before, asked, district, what)))
          : null,
      });
      const [appeals, resolved, of_] = [count('appeals'), count('resolved'), count('asked')];
      const at = `${address} ${bucket} ${district}`;
      near(row, 'appeals', appeals.all, at);
      near(row, 'appeals_paired', appeals.now, at);
      near(row, 'appeals_before_paired', appeals.before, at);
      near(row, 'resolution_rate_paired_numerator', resolved.now, at);
      near(row, 'resolution_rate_before_paired_numerator', resolved.before, at);
      near(row, 'resolution_rate_before_paired_denominator', of_.before, at);
      const change = appeals.now === null || appeals.before === null ? null : appeals.now - appeals.before;
      near(row, 'appeals_change', change, at);
      near(
        row,
        'appeals_change_share',
        change !== null && appeals.before ? change / appeals.before : null,
        at,
      );
      if (!asked.grain && !asked.by && daysOf(compared).some((day) => hasData(day, asked)))
        near(
          row,
          'appeals_before',
          sum(
            daysOf(compared).map((day) => (hasData(day, asked) ? countOn(day, asked, null, 'appeals') : 0)),
          ),
          at,
        );
    }
    expect(meta.notice?.code, address).toBe(
      covered.length === 0 ? 'no_days' : now.length === 0 ? 'nothing_to_compare' : undefined,
    );
  });
  await fc.assert(agree, { numRuns: 60, seed: 17, endOnFailure: true });
}, 200_000);

const only = async (parameters: string): Promise<Answer['rows'][number]> => {
  const { rows } = await server.query(`metrics=appeals&${parameters}`);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
};

test('a period past the end of the data is compared on the days that exist', async () => {
  const asked = 'from=2024-12-15&to=2025-01-15&compare=year';
  const { meta } = await server.query(`metrics=appeals&${asked}`);
  expect(meta.covered).toMatchObject({
    days: 6,
    of: 31,
    left_out: [{ from: '2024-12-21', to: '2025-01-15', reason: 'after_data' }],
  });
  expect(meta.covered.paired?.left_out).toContainEqual({
    side: 'before',
    from: '2023-12-21',
    to: '2024-01-15',
    reason: 'counterpart_without_data',
  });
  const { appeals_before, appeals_before_paired } = await only(asked);
  expect(Number(appeals_before)).toBeGreaterThan(3 * Number(appeals_before_paired));
});

test('29 February, and the regime of one side, count on neither', async () => {
  // Without the 29th: Monday, Tuesday, Wednesday, Friday and Sunday are on both sides.
  const week = await server.query('metrics=appeals&from=2024-02-26&to=2024-03-04&compare=year');
  expect(week.meta.covered.paired).toMatchObject({ days: 5, of: 7 });
  const year = 'metrics=appeals&from=2023-09-21&to=2024-06-01&compare=year';
  const { meta, rows: left } = await server.query(`${year}&without_regimes=flood`);
  expect(meta.covered.paired?.left_out).toEqual([
    { side: 'now', from: '2024-02-01', to: '2024-02-29', reason: 'counterpart_left_out' },
    { side: 'now', from: '2024-02-29', to: '2024-03-01', reason: 'no_counterpart' },
  ]);
  const months = await server.query(`${year}&by=month&without_regimes=flood`);
  const shown = months.rows.map((row) => [
    row.month,
    row.appeals === null,
    row.appeals_before,
    row.appeals_paired,
  ]);
  expect(shown).toContainEqual(['2024-02-01', false, null, null]);
  expect(left[0]?.appeals_paired).toBe(sum(months.rows.map((row) => Number(row.appeals_paired ?? 0))));
});

test('days without data have no value: left out, before, between and after', async () => {
  const asked = 'metrics=appeals,callers&by=day&from=2023-01-31&to=2023-03-02&without_regimes=flood';
  const days = (await server.query(asked)).rows;
  expect(days).toHaveLength(30);
  expect(days.filter(({ appeals }) => appeals === null)).toHaveLength(28);
  const hole = (await server.query('metrics=appeals&by=day,district&from=2023-09-09&to=2023-09-22')).rows;
  expect(new Set(hole.filter(({ appeals }) => appeals === null).map(({ day }) => day)).size).toBe(11);
  for (const period of ['from=2025-01-01&to=2025-02-01', 'from=2021-01-01&to=2022-01-01']) {
    const {
      meta,
      rows: [total],
    } = await server.query(`metrics=appeals,resolution_rate&compare=year&${period}`);
    expect(total).toMatchObject({ appeals: null, resolution_rate_denominator: null, appeals_change: null });
    expect(meta.notice).toMatchObject({ code: 'no_days', zh: expect.stringContaining('没有') });
  }
});

test('rows are ordered by what is compared', async () => {
  const { rows: ordered } = await server.query(
    'metrics=appeals&by=channel&from=2024-01-01&to=2024-12-01&compare=year&order=-appeals_change_share',
  );
  const shares = ordered.map((row) => Number(row.appeals_change_share));
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
});

/** Open orders are compared with nothing. */
const comparable = metricNames.filter((metric) => openCountOf(metric) === null);

test('two appeals of different years: nothing can be compared, and nothing fails', async () => {
  const two = await openRiverton('two_appeals');
  const story = readFileSync(new URL('../fixtures/riverton-story.csv', import.meta.url), 'utf8');
  const header = (story.split('\n')[0] ?? '').split(',');
  const line = (id: string, received: string) => [id, received, ...header.slice(2).map(() => '')].join(',');
  const csv = [header.join(','), line('1', '2017-12-30 10:00:00'), line('2', '2020-01-02 10:00:00')].join(
    '\n',
  );
  await two.load([two.file('two.csv', csv)]);
  const alone = await serveRiverton(two);
  for (const by of ['', '&by=month', '&by=district', '&by=day&limit=5'])
    for (const compare of ['year', 'previous', '2011-01-01..2012-01-01'])
      for (const period of ['', '&from=2018-05-01&to=2018-06-01', '&from=2019-12-01&to=2020-03-01']) {
        const asked = `metrics=${comparable.join(',')}&compare=${compare}${by}${period}`;
        const { meta, rows: answered } = await alone.query(asked);
        expect(meta.covered.paired?.days, asked).toBe(0);
        expect(meta.notice?.code, asked).toMatch(/^no_days|nothing_to_compare$/);
        for (const row of answered) expect(row.appeals_change, asked).toBeNull();
        const arrow = await alone.fetch(`/api/query?${asked}`, {
          Accept: 'application/vnd.apache.arrow.stream',
        });
        expect(arrow.status, asked).toBe(200);
      }
  await alone.close();
  await two.close();
});
