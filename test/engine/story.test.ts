import { fileURLToPath } from 'node:url';
import type { Value } from '@hotline-atlas/model';
import { tableFromIPC } from 'apache-arrow';
import { latLngToCell } from 'h3-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const january = 'from=2023-01-01&to=2023-02-01';

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('story');
  const report = await riverton.load([fixture('riverton-story.csv')]);
  expect(report).toMatchObject({ read: 30, kept: 30, rejected: 0, added: 30 });
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

async function row(parameters: string): Promise<Record<string, Value>> {
  const { rows } = await server.query(parameters);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

/** The answers of a question grouped by one dimension: value → metric. */
async function by(dimension: string, metric: string, more = ''): Promise<Record<string, Value>> {
  const { rows } = await server.query(`metrics=${metric}&by=${dimension}${more && `&${more}`}`);
  return Object.fromEntries(rows.map((one) => [String(one[dimension]), one[metric] ?? null]));
}

describe('the thirty appeals of Riverton, counted by hand', () => {
  test('months, the empty ones too', async () => {
    const months = await by('month', 'appeals');
    expect(Object.keys(months)).toHaveLength(13);
    expect(months).toMatchObject({
      '2023-01-01': 12,
      '2023-02-01': 8,
      '2023-03-01': 4,
      // Nobody called for ten months: that is no data, and no zero.
      '2023-04-01': null,
      '2023-12-01': null,
      '2024-01-01': 6,
    });
  });

  test('the three rates leave out who was not asked and what is excluded', async () => {
    expect(await row(`metrics=response_rate,resolution_rate,satisfaction_rate&${january}`)).toMatchObject({
      response_rate: 4 / 5,
      resolution_rate: 3 / 5,
      resolution_rate_numerator: 3,
      resolution_rate_denominator: 5,
      satisfaction_rate: 2 / 5,
      satisfaction_rate_denominator: 5,
    });
  });

  test('a rate nobody was asked about is unknown, not zero', async () => {
    expect(await row('metrics=resolution_rate&from=2023-02-01&to=2023-03-01')).toMatchObject({
      resolution_rate: null,
      resolution_rate_numerator: 0,
      resolution_rate_denominator: 0,
    });
  });

  test('on time: closed at the very minute counts, still open after it does not', async () => {
    expect(await row(`metrics=on_time_rate&${january}`)).toMatchObject({
      on_time_rate: 5 / 8,
      on_time_rate_numerator: 5,
      on_time_rate_denominator: 8,
    });
  });

  test('shares of the whole carry what they are shares of', async () => {
    expect(
      await row(`metrics=direct_answer_share,enterprise_share,excluded_share,not_located_share&${january}`),
    ).toMatchObject({
      direct_answer_share_numerator: 4,
      direct_answer_share_denominator: 12,
      enterprise_share_numerator: 2,
      enterprise_share_denominator: 12,
      excluded_share_numerator: 1,
      excluded_share_denominator: 8,
      not_located_share_numerator: 4,
      not_located_share_denominator: 12,
    });
  });

  test('callers are counted once, their further appeals as repeats', async () => {
    expect(await row(`metrics=callers,repeat_share&${january}`)).toMatchObject({
      callers: 8,
      repeat_share_numerator: 4,
      repeat_share_denominator: 12,
    });
  });

  test('the median time to close lies in the class of the middle order', async () => {
    const answer = await row(`metrics=median_hours_to_close&where=topic2:housing.heating&${january}`);
    expect(answer.median_hours_to_close_denominator).toBe(5);
    expect(answer.median_hours_to_close).toBeGreaterThanOrEqual(24);
    expect(answer.median_hours_to_close).toBeLessThan(27.6);
  });

  test('rates per 10,000 residents, by district and for the city', async () => {
    expect(await by('district', 'per_10k_residents', january)).toEqual({ north: 5, south: 2 });
    expect(await row(`metrics=per_10k_residents&${january}`)).toMatchObject({
      per_10k_residents: 4,
      per_10k_residents_denominator: 30_000,
    });
  });

  test('a regime can be left out', async () => {
    expect(await row('metrics=appeals&without_regimes=flood')).toMatchObject({ appeals: 22 });
  });

  test('compared with the year before', async () => {
    expect(
      await row('metrics=appeals,resolution_rate&from=2024-01-01&to=2024-02-01&compare=year'),
    ).toMatchObject({
      appeals: 6,
      appeals_before: 12,
      // Of 10 to 31 January, which both years have: three Tuesdays against four, with 6 appeals, and a Friday
      // with 2.
      appeals_paired: 6,
      appeals_before_paired: 4.5 + 2,
      appeals_change: -0.5,
      resolution_rate: 1,
      resolution_rate_before: 3 / 5,
    });
  });

  test('hours and weekdays are those of the city', async () => {
    expect(await by('hour_of_day', 'appeals', 'from=2023-02-01&to=2023-03-01')).toEqual({ '23': 8 });
    expect((await by('day_of_week', 'appeals', 'from=2023-01-09&to=2023-01-16'))['2']).toBe(6);
  });

  test('topics on every level, places, and what is not known', async () => {
    expect(await by('topic1', 'appeals')).toEqual({ housing: 27, transport: 3 });
    expect(await by('topic3', 'appeals', 'where=topic2:housing.heating')).toEqual({
      'housing.heating.cold': 11,
      'housing.heating.fees': 4,
    });
    expect(await by('subdistrict', 'appeals')).toEqual({
      '': 10,
      'north-east': 14,
      'north-west': 4,
      'south-west': 2,
    });
    expect(await by('kind', 'appeals')).toMatchObject({ '': 1, consultation: 4, praise: 1 });
    expect(await by('channel', 'appeals', 'where=channel:!phone,app')).toEqual({
      '': 1,
      letter: 1,
      web: 2,
      wechat: 4,
    });
  });

  test('cells are those of h3-js', async () => {
    const cells = await by('cell', 'appeals', 'resolution=9');
    expect(cells[latLngToCell(39.75, 116.75, 9)]).toBe(10);
    expect(cells[latLngToCell(39.25, 116.25, 9)]).toBe(2);
    expect(cells['']).toBe(14);
  });

  test('every answer says as of when, from which table, and which months are not whole', async () => {
    const { meta } = await server.query('metrics=appeals&by=month');
    expect(meta.as_of).toMatchObject({ version: 1 });
    expect(meta.as_of.newest_appeal).toMatch(/^2024-01-31T(15:59:59Z|23:59:59)/);
    expect(meta.source).toMatch(/^rollup_/);
    expect(meta.incomplete).toContain('2023-01-01');
    expect(meta.time_zone).toBe('Asia/Shanghai');
  });

  test('Arrow says what JSON says', async () => {
    const question = '/api/query?metrics=appeals,resolution_rate&by=month,district';
    const { rows } = await server.json<{ rows: Record<string, Value>[] }>(question);
    const response = await server.fetch(question, { Accept: 'application/vnd.apache.arrow.stream' });
    const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
    const fromArrow = table.toArray().map((line) => ({ ...line.toJSON() }));
    expect(fromArrow.map((line) => [String(line.district), line.appeals, line.resolution_rate])).toEqual(
      rows.map((line) => [line.district, line.appeals, line.resolution_rate]),
    );
  });
});

interface Records {
  meta: { total: number; next_cursor: string | null };
  rows: { id: string; text: string }[];
}

describe('the appeals themselves', () => {
  test('pages hold every appeal once, newest first', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Records = await server.json(
        `/api/appeals?limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.meta.next_cursor;
    }
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
    expect(ids[0]).toBe('a30');
  });

  test('words are found in Chinese texts, within filters', async () => {
    const found: Records = await server.json(
      `/api/appeals?q=${encodeURIComponent('暖气 十二度')}&from=2024-01-01`,
    );
    expect(found.rows.map(({ id }) => id).sort()).toEqual(['a25', 'a26', 'a27', 'a28']);
  });

  test('one appeal comes back as it was said, however hostile', async () => {
    const found: Records = await server.json('/api/appeals?id=a30');
    expect(found.rows[0]?.text).toBe('=HYPERLINK("http://example.invalid") <img src=x onerror=alert(1)>');
  });

  test('a CSV made for people disarms formulas; every format holds every row', async () => {
    const csv = await (await server.fetch('/api/export?format=csv')).text();
    expect(csv.trim().split('\n')).toHaveLength(31);
    expect(csv).toContain(`"'=HYPERLINK`);
    const lines = await (await server.fetch('/api/export?format=ndjson&where=channel:app')).text();
    expect(lines.trim().split('\n')).toHaveLength(8);
    const arrow = await (await server.fetch('/api/export?format=arrow')).arrayBuffer();
    expect(tableFromIPC(new Uint8Array(arrow)).numRows).toBe(30);
    const parquet = Buffer.from(await (await server.fetch('/api/export?format=parquet')).arrayBuffer());
    expect(parquet.subarray(0, 4).toString()).toBe('PAR1');
  });
});

describe('a later file that corrects', () => {
  test('moves what it corrects, everywhere, and counts nothing twice', async () => {
    const report = await riverton.load([fixture('riverton-corrections.csv')]);
    expect(report).toMatchObject({ read: 3, kept: 3, added: 0, corrected: 2, repeated: 1 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await row('metrics=appeals')).toMatchObject({ appeals: 30 });
    expect(await by('district', 'appeals', january)).toEqual({ north: 9, south: 3 });
    expect(await row(`metrics=resolution_rate,on_time_rate&${january}`)).toMatchObject({
      resolution_rate_numerator: 3,
      resolution_rate_denominator: 6,
      on_time_rate_numerator: 5,
      on_time_rate_denominator: 8,
    });
    expect(await by('month', 'appeals', 'from=2024-01-01&to=2024-03-01')).toEqual({
      '2024-01-01': 5,
      '2024-02-01': 1,
    });
    expect(await by('kind', 'appeals', 'where=topic1:transport')).toEqual({ request: 2, suggestion: 1 });
  });
});
