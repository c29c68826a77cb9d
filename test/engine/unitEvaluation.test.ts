import { anyone } from '@hotline-atlas/access';
import { type Evaluation, everything, type Scope, type UnitEvaluation } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { type Orders, storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

/** Two subdistricts, two topics: cold flats are hard, parking is easy. */
const orders = (subdistrict: string, topic: string, count: number, resolved: number): Orders => ({
  ...{ subdistrict, topic, count, resolved, satisfied: count },
});
const story: Record<string, Orders[]> = {
  '2024-01': [
    orders('north-east', 'housing.heating.cold', 40, 20),
    orders('north-east', 'transport.parking', 60, 54),
    { ...orders('north-east', 'transport.parking', 10, 0), excluded: 'duplicate' },
    orders('north-west', 'housing.heating.cold', 60, 48),
    orders('north-west', 'transport.parking', 40, 38),
    orders('south-east', 'housing.lifts', 3, 3),
  ],
};

const scopes: Record<string, Scope> = {
  official: scopedTo(['north'], { published: ['district', 'month'] }),
  'official who knows topics': scopedTo(['north'], { published: ['district', 'month', 'topic1', 'topic2'] }),
};

beforeAll(async () => {
  riverton = await openRiverton('unit_evaluation');
  await riverton.load([riverton.file('story.csv', storyFile(story))]);
  server = await serveRiverton(riverton, {
    personOf: (request) => ({ ...anyone, scope: scopes[request.get('x-who') ?? ''] ?? everything }),
  });
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const address = '/api/evaluation/unit?month=2024-01&group=subdistrict&unit=north-east';
const depthOf = (path = address) => server.json<UnitEvaluation>(path);

test('what each topic gives to a rate, by hand: handling and mix add up to the gap', async () => {
  const { indicators, topics } = await depthOf();
  const resolution = indicators.find(({ name }) => name === 'resolution');
  // The south asked three about lifts, and all were solved: 163 of 203.
  expect(resolution).toMatchObject({
    numerator: 74,
    denominator: 100,
    group_numerator: 163,
    group_denominator: 203,
  });
  expect(resolution?.gap).toBeCloseTo(0.74 - 163 / 203, 6);
  expect(topics?.topic2).toEqual(['housing.heating', 'housing.lifts', 'transport.parking']);
  expect(topics?.orders).toEqual([40, 0, 70]);
  const own = topics?.indicators.find(({ name }) => name === 'resolution');
  expect(own?.numerator).toEqual([20, 0, 54]);
  expect(own?.expected).toEqual([27.2, 0, 55.2]);
  expect(own?.handling).toEqual([-0.072, 0, -0.012]);
  const group = 163 / 203;
  const mix = [
    (0.4 - 100 / 203) * (0.68 - group),
    -(3 / 203) * (1 - group),
    (0.6 - 100 / 203) * (0.92 - group),
  ];
  expect(own?.mix).toEqual(mix.map((value) => expect.closeTo(value, 8)));
  for (const [at, { gap, gap_points }] of indicators.entries()) {
    const parts = topics?.indicators[at];
    const all = (values: readonly (number | null)[] = []) =>
      values.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    expect(all(parts?.handling) + all(parts?.mix)).toBeCloseTo(gap ?? 0, 5);
    // Points of both rates are rounded to hundredths.
    expect(Math.abs(all(parts?.points) - (gap_points ?? 0))).toBeLessThanOrEqual(0.011);
  }
  // 20 of 40 against 48 of 60; 54 of 60 against 38 of 40; of the south too few were asked.
  expect(own?.mark).toEqual(['beyond_chance', 'too_few', 'chance']);
});

test('filters list exactly the orders that are counted as missed', async () => {
  const { missed } = await depthOf();
  expect(missed?.map(({ kind, orders: count }) => [kind, count])).toEqual([
    ['not_contacted', 0],
    ['unresolved', 26],
    ['dissatisfied', 0],
  ]);
  for (const { filters, orders: count } of missed ?? []) {
    const { where = [], from = '', to = '' } = filters ?? {};
    const parameters = new URLSearchParams([
      ...where.map((each) => ['where', each]),
      ['from', from],
      ['to', to],
    ]);
    const { rows } = await server.json<{ rows: unknown[] }>(`/api/appeals?${parameters}&limit=200`);
    expect(rows).toHaveLength(count);
    const counted = await server.query(`metrics=appeals&${parameters}`);
    expect(Number(counted.rows[0]?.appeals ?? 0)).toBe(count);
  }
});

test('an answer of what was never dispatched is none', async () => {
  const direct =
    'id,received,closed,topic,district,subdistrict,handling,resolved\nd-1,2024-02-05 10:00:00,2024-02-05 10:10:00,housing.heating.cold,north,north-east,direct,no\n';
  await riverton.load([riverton.file('direct.csv', direct)]);
  const february = 'metrics=appeals&by=resolved&from=2024-02-01&to=2024-03-01';
  expect((await server.query(february)).rows).toMatchObject([{ resolved: '', appeals: 1 }]);
  expect((await server.query(`${february}&where=resolved:no`)).rows).toEqual([]);
});

test('head, neighbours and exclusions are those of the month, like units are near', async () => {
  const [depth, month] = await Promise.all([
    depthOf(),
    server.json<Evaluation>('/api/evaluation?month=2024-01&group=subdistrict'),
  ]);
  const at = month.units.unit.indexOf('north-east');
  const { rank, rank_first, rank_last, score, score_lower, score_upper } = month.units;
  expect(depth).toMatchObject({
    ...{ rank: rank[at], rank_first: rank_first[at], rank_last: rank_last[at], ranked: 2 },
    ...{ score: score[at], score_lower: score_lower[at], score_upper: score_upper[at] },
  });
  expect(depth.neighbours).toEqual([
    expect.objectContaining({
      ...{ place: -1, unit: 'north-west', rank: 1, score: 94.4 },
      ...{ told_apart: month.units.told_apart[0], p: month.units.told_apart_p[0] },
    }),
  ]);
  expect(depth.reasons).toEqual([
    expect.objectContaining({
      ...{ reason: 'duplicate', counts: true, orders: 10, group_orders: 10, mark: 'beyond_chance' },
    }),
  ]);
  expect(depth.reasons?.[0]?.share).toBeCloseTo(10 / 110, 6);
  const [near, far] = depth.like;
  expect(near).toMatchObject({ unit: 'north-west', orders: 100, volume_ratio: 0.909 });
  expect(near?.mix_difference).toBeCloseTo(0.6 - 40 / 110, 3);
  expect(far).toMatchObject({
    unit: 'south-east',
    told_apart: null,
    mix_difference: expect.closeTo(70 / 110, 3),
  });
});

test('an official is told the depth of the own district, and of others what the ranking tells', async () => {
  const as = async (who: string, unit: string) => {
    const response = await server.fetch(`/api/evaluation/unit?month=2024-01&group=district&unit=${unit}`, {
      'x-who': who,
    });
    return [response.status, (await response.json()) as UnitEvaluation] as const;
  };
  const [, own] = await as('official', 'north');
  expect(own.meta.details).toBe(true);
  expect(own.missed?.find(({ kind }) => kind === 'unresolved')?.orders).toBe(40);
  expect(own.reasons).toMatchObject([
    { orders: 10, group_orders: null, group_share: null, p: null, mark: null },
  ]);
  const resolution = own.topics?.indicators.find(({ name }) => name === 'resolution');
  // Lifts are of the south alone, and what the city does by topic is not published.
  expect(own.topics?.topic2).toEqual(['housing.heating', 'transport.parking']);
  for (const column of ['expected', 'group_rate', 'handling', 'mix', 'points', 'p', 'q'] as const)
    expect(resolution?.[column]).toEqual([null, null]);
  expect(own.like.map(({ mix_difference }) => mix_difference)).toEqual([null]);

  const [status, other] = await as('official', 'south');
  expect(status).toBe(200);
  expect([other.meta.details, other.topics, other.reasons, other.missed]).toEqual([false, null, null, null]);
  expect(other.meta.rows_read).toBeNull();

  const [, knows] = await as('official who knows topics', 'north');
  expect(knows.topics?.topic2).toEqual(['housing.heating', 'housing.lifts', 'transport.parking']);
  const closed = await server.fetch(address, { 'x-who': 'official' });
  expect(closed.status).toBe(403);
});

test('as a file, a line a topic; what is wrong says what there is', async () => {
  const file = await (await server.fetch(`${address}&format=csv`)).text();
  expect(file.trim().split('\n')).toHaveLength(4);
  expect(file).toMatch(/^topic1,topic2,orders,response_numerator,/);
  const status = async (parameters: string) =>
    (await server.fetch(`/api/evaluation/unit?${parameters}`)).status;
  expect(await status('month=2024-01&group=subdistrict')).toBe(400);
  expect(await status('month=2024-01&group=subdistrict&unit=nowhere')).toBe(400);
  expect(await status('month=2022-01&group=subdistrict&unit=north-east')).toBe(400);
});
