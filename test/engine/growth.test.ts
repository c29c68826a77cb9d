import { cellsOfPeriod, seasonOfYear } from '@hotline-atlas/judgement';
import { type Growth, growthDimensions, shift } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { type JudgedRiverton, openJudgedRiverton, sum } from '../judged-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let judged: JudgedRiverton;
let riverton: Riverton;
let server: AtlasServer;

/** The week that is judged, and the weeks before it. */
const monday = '2024-03-04';
const weeks = Array.from({ length: 10 }, (_, back) => shift(monday, 'day', -7 * back));

/** Appeals of a subdistrict and topic, so many a week: of the week judged, then of each before it. */
function lines(
  name: string,
  [district, subdistrict, topic]: readonly string[],
  counts: (back: number) => number,
) {
  return weeks.flatMap((week, back) =>
    Array.from({ length: counts(back) }, (_, at) => {
      const day = shift(week, 'day', at % 7);
      return `${name}-${back}-${at},${day} ${10 + (at % 9)}:00:00,${topic},${district},${subdistrict}`;
    }),
  );
}

beforeAll(async () => {
  judged = await openJudgedRiverton();
  riverton = await openRiverton('growth');
  const file = [
    'id,received,topic,district,subdistrict',
    ...lines('steady', ['north', 'north-east', 'transport.parking'], () => 14),
    ...lines('grown', ['north', 'north-east', 'housing.heating.cold'], (back) => (back === 0 ? 9 : 1)),
    ...lines('new', ['south', 'south-west', 'housing.lifts'], (back) => (back === 0 ? 6 : 0)),
    ...lines('nowhere', ['', '', 'transport.parking'], (back) => (back === 0 ? 3 : 2)),
    ...lines('no topic', ['south', 'south-east', ''], () => 7),
  ];
  await riverton.load([riverton.file('weeks.csv', file.join('\n'))]);
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
  await judged.close();
});

test('every pair of dimensions is understood by the engine', async () => {
  const selection = { where: [], withoutRegimes: [] };
  for (const rows of growthDimensions)
    for (const columns of growthDimensions) {
      if (rows === columns) continue;
      await judged.explain(cellsOfPeriod({ selection, rows, columns }, judged.history.span));
      await judged.explain(seasonOfYear({ selection, columns }, judged.history.span, 'day'));
    }
});

test.each([
  ['subdistrict', 'topic2', 'from=2023-06-01&to=2023-07-01'],
  ['unit', 'topic1', 'from=2023-07-03&to=2023-07-10&where=topic1:housing,transport'],
  ['topic2', 'channel', 'from=2023-04-01&to=2023-07-01'],
])('%s by %s: cells and totals are those of /api/query, and close', async (rows, columns, asked) => {
  const answer = await judged.server.json<Growth>(
    `/api/growth?rows=${rows}&columns=${columns}&most_columns=2&most_rows=2&${asked}`,
  );
  const query = `metrics=appeals&${asked}`;
  const { rows: cells } = await judged.server.query(`${query}&by=${rows},${columns}`);
  const width = answer.columns.value.length;
  expect([answer.rows.value.length, width]).toEqual([3, 3]);
  const counted = (row: string | null, column: string | null) => {
    const isIn = (value: unknown, own: string | null, values: (string | null)[]) =>
      own === null ? !values.includes(String(value)) : value === own;
    return sum(
      cells
        .filter((cell) => isIn(cell[rows], row, answer.rows.value))
        .filter((cell) => isIn(cell[columns], column, answer.columns.value))
        .map(({ appeals }) => Number(appeals)),
    );
  };
  answer.rows.value.forEach((row, r) => {
    answer.columns.value.forEach((column, c) => {
      expect(answer.cells.now[r * width + c], `${row} ${column}`).toBe(counted(row, column));
    });
  });
  const whole = sum(cells.map(({ appeals }) => Number(appeals)));
  const usual = answer.whole?.usual ?? Number.NaN;
  for (const part of [answer.rows, answer.columns, answer.cells]) {
    expect(sum(part.now)).toBe(whole);
    expect(sum(part.usual.map((each) => each ?? Number.NaN))).toBeCloseTo(usual, 4);
  }
  const { rows: compared } = await judged.server.query(`${query}&by=${rows}&compare=previous`);
  answer.rows.value.slice(0, -1).forEach((row, r) => {
    expect(compared.find((each) => each[rows] === row)).toMatchObject({
      appeals_paired: answer.rows.paired_now[r],
    });
    expect(compared.find((each) => each[rows] === row)?.appeals_change).toBeCloseTo(
      answer.rows.change[r] ?? Number.NaN,
      5,
    );
  });
  expect(sum(answer.rows.change.map(Number))).toBeCloseTo(
    sum(compared.map(({ appeals_change }) => Number(appeals_change))),
    4,
  );
});

const choose = (all: number, of: number): number =>
  Array.from({ length: of }, (_, at) => (all - at) / (at + 1)).reduce((a, b) => a * b, 1);

/** P(X = now) of all appeals, each with the chance of one in nine periods. */
const binomial = (all: number, now: number) => choose(all, now) * (1 / 9) ** now * (8 / 9) ** (all - now);

test('a week against the eight before, by hand', async () => {
  const answer = await server.json<Growth>('/api/growth?from=2024-03-04&to=2024-03-11');
  expect(answer.meta.usual.periods).toEqual(
    weeks.slice(1, 9).map((from) => ({ from, to: shift(from, 'day', 7) })),
  );
  const cell = (row: string, column: string) => {
    const at = answer.rows.value.indexOf(row) * answer.columns.value.length;
    const position = at + answer.columns.value.indexOf(column);
    const { now, usual, p, mark, is_new } = answer.cells;
    return [now[position], usual[position], p[position], mark[position], is_new[position]] as const;
  };
  // 9 of 17: the more extreme half is above.
  const above = [10, 11, 12, 13, 14, 15, 16, 17].map((now) => binomial(17, now));
  const p = 2 * (sum(above) + binomial(17, 9) / 2);
  const grown = cell('north-east', 'housing.heating');
  expect(grown).toEqual([9, 1, expect.closeTo(p, 8), 'beyond_chance', false]);
  // All 6 of 6 in one period of nine, at mid-p.
  expect(cell('south-west', 'housing.lifts')).toEqual([
    6,
    0,
    expect.closeTo((1 / 9) ** 6, 9),
    'beyond_chance',
    true,
  ]);
  expect(cell('north-east', 'transport.parking')).toEqual([14, 14, expect.any(Number), 'chance', false]);
  expect(answer.meta.rest).toEqual({ rows: { values: 0, unknown: 3 }, columns: { values: 0, unknown: 7 } });
  expect(answer.rows.value[0]).toBe('north-east');
  expect(answer.findings.map(({ row, column }) => [row, column])).toEqual([
    ['north-east', 'housing.heating'],
    ['south-west', 'housing.lifts'],
  ]);
  expect(answer.whole).toMatchObject({ now: 39, usual: 24 });
});

test('without a beginning the last whole month; without history no usual level, and a file', async () => {
  const answer = await server.json<Growth>('/api/growth');
  expect(answer.meta.period).toEqual({ from: '2024-02-01', to: '2024-03-01' });
  expect([answer.notice?.code, answer.whole?.usual, answer.findings]).toEqual([
    'no_earlier_periods',
    null,
    [],
  ]);
  expect(answer.rows.value).toEqual(['north-east', 'south-east', null]);
  const file = await (await server.fetch('/api/growth?from=2024-03-04&to=2024-03-11&format=csv')).text();
  expect(file.split('\n')[0]).toBe('subdistrict,topic2,now,usual,lower,upper,p,q,mark,is_new');
  expect(file.trimEnd().split('\n')).toHaveLength(1 + 4 * 4);
  expect((await server.fetch('/api/growth?rows=topic2&columns=topic2')).status).toBe(400);
});
