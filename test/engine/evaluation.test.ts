import { anyone } from '@hotline-atlas/access';
import type { City } from '@hotline-atlas/city';
import {
  type Evaluation,
  everything,
  type Indicator,
  type Scheme,
  type Scope,
  type UnitEvaluation,
} from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;
/** The same data with other schemes. */
const servers: AtlasServer[] = [];

const official = (district: string) => scopedTo([district], { published: ['district', 'month'] });
const scopes: Record<string, Scope> = {
  'official with rankings': scopedTo(['north'], { rankings: ['district', 'subdistrict'] }),
  official: official('north'),
  'official of the south': official('south'),
};

beforeAll(async () => {
  riverton = await openRiverton('evaluation');
  await riverton.load([riverton.file('story.csv', storyFile())]);
  server = await serveRiverton(riverton, {
    personOf: (request) => ({
      ...anyone,
      scope: scopes[request.get('x-who') ?? ''] ?? everything,
    }),
  });
});
afterAll(async () => {
  await Promise.all([server, ...servers].map((each) => each.close()));
  await riverton.close();
});

const evaluation = (parameters: string) => server.json<Evaluation>(`/api/evaluation?${parameters}`);

/** One value of each unit. */
function byUnit<Value>({ units: { unit } }: Evaluation, values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(unit.map((code, at) => [code, values[at]])) as Record<string, Value>;
}

const counts = (answer: Evaluation, name: string) => {
  const found = answer.indicators.find((indicator) => indicator.name === name);
  return byUnit(
    answer,
    answer.units.unit.map((_, at) => [found?.numerator[at], found?.denominator[at]]),
  );
};

async function withSchemes(evaluation: Scheme[]): Promise<AtlasServer> {
  const city: City = { ...riverton.city, evaluation };
  const own = await serveRiverton({ database: riverton.database, city });
  servers.push(own);
  return own;
}

const schemeNamed = (name: string): Scheme => {
  const found = riverton.city.evaluation.find((scheme) => scheme.name === name);
  if (!found) throw new Error(`there is no scheme ${name}`);
  return found;
};

describe('January, by the first rules', () => {
  test('rates, scores and ranks; a tie; somebody of whom nobody was asked', async () => {
    const answer = await evaluation('month=2024-01&group=subdistrict');
    expect(answer.meta).toMatchObject({
      month: '2024-01',
      scheme: { name: 'first', from: '2023-01', to: '2024-03' },
    });
    expect(byUnit(answer, answer.units.score)).toEqual({
      ...{ 'north-west': 82, 'north-east': 76, 'south-east': 76, 'south-west': null },
    });
    expect(byUnit(answer, answer.units.rank)).toEqual({
      ...{ 'north-west': 1, 'north-east': 2, 'south-east': 2, 'south-west': null },
    });
    expect(byUnit(answer, answer.units.standing)).toMatchObject({
      'north-east': 'ranked',
      'south-west': 'not_asked',
    });
    expect(counts(answer, 'resolution')).toEqual({
      ...{ 'north-west': [9, 10], 'north-east': [8, 10], 'south-east': [8, 10], 'south-west': [0, 0] },
    });
    // Both of the tie are the last: nobody has a lower score.
    expect(byUnit(answer, answer.units.called_in)).toEqual({
      ...{ 'north-west': false, 'north-east': true, 'south-east': true, 'south-west': false },
    });
    // Of a unit without a rank nothing is sure.
    expect(byUnit(answer, answer.units.called_in_sure)).toMatchObject({ 'south-west': false });
    expect(answer.base).toEqual({ appeals: 40, orders: 40, excluded: 2, visited: 30 });
  });

  test('every part adds up, and an interval holds its value', async () => {
    const { units, indicators } = await evaluation('month=2024-01&group=subdistrict');
    units.score.forEach((score, at) => {
      if (score === null) return;
      const parts = indicators.reduce((sum, { points }) => sum + Math.round(100 * (points[at] ?? 0)), 0);
      expect(parts).toBe(Math.round(100 * score));
      expect(units.score_lower[at]).toBeLessThan(score);
      expect(units.score_upper[at]).toBeGreaterThan(score);
      expect(units.rank_first[at]).toBeLessThanOrEqual(units.rank[at] ?? 0);
    });
    // Ten orders each tell nobody apart.
    expect(units.told_apart).toEqual([false, false, null, null]);
  });

  test('districts: of the south only the east was asked', async () => {
    const answer = await evaluation('month=2024-01&group=district');
    expect(byUnit(answer, answer.units.score)).toEqual({ north: 79, south: 76 });
    expect(counts(answer, 'response')).toEqual({ north: [19, 20], south: [10, 10] });
  });
});

describe('February, by the first rules', () => {
  test('excluded orders are out of the base, whatever the reason; four asked are too few', async () => {
    const answer = await evaluation('month=2024-02&group=subdistrict');
    expect(byUnit(answer, answer.units.score)).toEqual({
      ...{ 'south-west': 96, 'north-east': 80, 'north-west': 78, 'south-east': null },
    });
    expect(byUnit(answer, answer.units.standing)['south-east']).toBe('too_few');
    expect(byUnit(answer, answer.units.excluded)).toMatchObject({ 'north-east': 8, 'north-west': 0 });
    expect(answer.reasons).toEqual([{ reason: 'withdrawn', counts: true, orders: 8, units: [0, 8, 0, 0] }]);
    expect(byUnit(answer, answer.units.change)).toEqual({
      ...{ 'south-west': null, 'north-east': 4, 'north-west': -4, 'south-east': null },
    });
    expect(byUnit(answer, answer.units.mark)).toEqual({
      ...{ 'south-west': 'too_few', 'north-east': 'chance', 'north-west': 'chance', 'south-east': 'too_few' },
    });
  });

  test('what moved a rank: worse work made up for by exclusions', async () => {
    const { moved } = await evaluation('month=2024-02&group=subdistrict&unit=north-east');
    expect(moved).toMatchObject({ month_before: '2024-01', scheme_before: 'first' });
    expect(moved?.score).toEqual({
      before: 76,
      after: 80,
      change: 4,
      rates: -10.67,
      mix: 0,
      exclusions: 14.67,
    });
    expect(moved?.rank).toEqual({
      ...{ published: 2, before: 2, after: 2, change: 0 },
      ...{ scheme: 0, rates: 0.5, mix: 0, exclusions: -1, others: 0.5 },
    });
    expect(moved?.indicators.find(({ name }) => name === 'resolution')).toMatchObject({
      before: 0.8,
      rates: expect.closeTo(-1 / 6, 10),
      exclusions: expect.closeTo(1 / 5, 10),
    });
  });
});

describe('March, by the second rules', () => {
  test('withdrawn orders are back in the base, duplicates are not, and two are first', async () => {
    const answer = await evaluation('month=2024-03&group=subdistrict');
    expect(answer.meta.scheme.name).toBe('second');
    expect(byUnit(answer, answer.units.score)).toEqual({
      ...{ 'north-west': 91, 'south-east': 91, 'north-east': 72.5, 'south-west': 56 },
    });
    expect(answer.units.rank).toEqual([1, 1, 3, 4]);
    expect(counts(answer, 'resolution')['north-east']).toEqual([9, 12]);
    expect(counts(answer, 'on_time')['north-east']).toEqual([9, 12]);
    expect(answer.reasons.map(({ reason, counts, orders }) => [reason, counts, orders])).toEqual([
      ['duplicate', true, 2],
      ['withdrawn', false, 2],
    ]);
    // February by these rules: 30 + 12 + 10, 48 + 21 + 10, 60 + 27 + 10.
    expect(byUnit(answer, answer.units.score_before)).toEqual({
      ...{ 'north-east': 52, 'north-west': 79, 'south-west': 97, 'south-east': null },
    });
    expect(byUnit(answer, answer.units.called_in)).toMatchObject({ 'south-west': true, 'north-east': false });
  });

  test('what moved a rank: other rules, then everybody', async () => {
    const { moved } = await evaluation('month=2024-03&group=subdistrict&unit=north-east');
    expect(moved?.scheme_before).toBe('first');
    expect(moved?.rank).toEqual({
      ...{ published: 2, before: 3, after: 3, change: 1 },
      ...{ scheme: 1, rates: -0.17, mix: 0, exclusions: -0.17, others: 0.34 },
    });
    expect(moved?.score).toMatchObject({ before: 52, after: 72.5, change: 20.5 });
  });

  test('a scheme can be asked for by name', async () => {
    const answer = await evaluation('month=2024-03&group=subdistrict&scheme=first');
    expect(answer.meta.scheme.name).toBe('first');
    expect(counts(answer, 'resolution')['north-east']).toEqual([9, 10]);
  });
});

test('an old month by old rules is the same after the file of schemes grew', async () => {
  const before = await withSchemes([{ ...schemeNamed('first'), to: null }]);
  const told = ({ units, indicators, reasons, base }: Evaluation) => ({ units, indicators, reasons, base });
  for (const month of ['2024-01', '2024-02']) {
    const address = `/api/evaluation?month=${month}&group=subdistrict`;
    expect(told(await server.json(address))).toEqual(told(await before.json(address)));
  }
});

test('a rank of a month in which no scheme was valid was never published', async () => {
  const late = await withSchemes([{ ...schemeNamed('first'), from: '2024-02', to: null }]);
  const { moved } = await late.json<Evaluation>(
    '/api/evaluation?month=2024-02&group=subdistrict&unit=north-east',
  );
  expect(moved).toMatchObject({
    scheme_before: null,
    rank: { published: null, before: 2, scheme: 0, change: 0 },
  });
});

test('the date of closing, a month from the 11th on, and times to close', async () => {
  const within = (hours: number): Indicator => ({
    ...{
      name: `within-${hours}`,
      label: { en: `${hours} h` },
      weight: 50,
      fewest: 1,
      better: 'up',
      optional: false,
    },
    ...{
      numerator: { closed_within: hours },
      denominator: 'appeals',
      scoring: { by: 'share', none: 0, full: 1 },
    },
  });
  const base: Scheme = { ...schemeNamed('first'), case_mix: [], indicators: [within(24), within(168)] };
  const other = await withSchemes([
    { ...base, name: 'received', to: '2024-03', from: '2024-01', exclusions: [] },
    { ...base, name: 'closed', from: '2024-03', to: '2024-04', enters_by: 'closed', exclusions: [] },
    { ...base, name: 'eleventh', from: '2024-04', to: null, starts_on: 11, exclusions: [] },
  ]);
  const of = (month: string) => other.json<Evaluation>(`/api/evaluation?month=${month}&group=subdistrict`);
  const count = (condition: string) =>
    riverton.value(`SELECT toUInt32(countIf(${condition})) FROM appeal WHERE subdistrict != ''`);
  const february = await of('2024-02');
  expect(february.base.orders).toBe(44);
  expect(counts(february, 'within-24')['north-east']).toEqual([0, 20]);
  expect(counts(february, 'within-168')['north-east']).toEqual([20, 20]);
  const march = await of('2024-03');
  const closed = (field: string) => `toDate(${field}, 'Asia/Shanghai')`;
  expect(march.base.orders).toBe(
    await count(`${closed('closed')} >= '2024-03-01' AND ${closed('closed')} < '2024-04-01'`),
  );
  expect(march.meta.source).toBe('appeal');
  expect((await of('2024-04')).base.orders).toBe(await count(`day >= '2024-03-11' AND day < '2024-04-11'`));
});

test('counts come from a rollup that holds the keys; reasons and correlations from rows of these months', async () => {
  const { meta } = await evaluation('month=2024-03&group=subdistrict');
  expect(meta.source).toMatch(/rollup_month_area/);
  const rows = Number(await riverton.value("SELECT toUInt32(count()) FROM appeal WHERE day >= '2024-02-01'"));
  // Two statements a month, and one for how outcomes go together: no order is read more than three times.
  expect(meta.rows_read).toBeLessThanOrEqual(3 * rows);
});

describe('who sees what', () => {
  const asOfficial = (path: string) => server.fetch(path, { 'x-who': 'official' });

  test('an official sees the ranking that is published, and details of the own district alone', async () => {
    const response = await asOfficial('/api/evaluation?month=2024-02&group=district');
    const answer = (await response.json()) as Evaluation;
    expect(byUnit(answer, answer.units.score)).toEqual({ south: 97.14, north: 79.09 });
    expect(byUnit(answer, answer.units.details)).toEqual({ south: false, north: true });
    expect(byUnit(answer, answer.reasons[0]?.units ?? [])).toEqual({ south: null, north: 8 });
  });

  test('why orders of others were excluded is in no sum', async () => {
    const month = 'month=2024-03&group=district';
    const told = async (path: string, who: string) => {
      const answer = (await (await server.fetch(path, { 'x-who': who })).json()) as Evaluation;
      return { ...answer, excluded: byUnit(answer, answer.units.excluded) };
    };
    const all = await told(`/api/evaluation?${month}`, 'leader');
    expect(all.reasons.map(({ reason, orders }) => [reason, orders])).toEqual([
      ['duplicate', 2],
      ['withdrawn', 2],
    ]);
    expect([all.excluded, all.base.excluded]).toEqual([{ north: 2, south: 0 }, 2]);

    const north = await told(`/api/evaluation?${month}`, 'official');
    expect(north.reasons).toMatchObject([{ orders: 2 }, { orders: 2 }]);
    expect([north.excluded, north.base.excluded]).toEqual([{ north: 2, south: null }, null]);

    const south = await told(`/api/evaluation?${month}`, 'official of the south');
    expect(south.reasons).toEqual([]);
    expect([south.excluded, south.base.excluded]).toEqual([{ north: null, south: 0 }, null]);
    expect(south.units.score).toEqual(all.units.score);

    const february = await told('/api/evaluation?month=2024-02&group=district', 'official of the south');
    // Where every reason counts, it is the metric `excluded`, which is published.
    expect([february.reasons, february.excluded]).toEqual([[], { north: 8, south: 0 }]);
  });

  test('a ranking that is open opens what it tells of everybody, and no aggregate of the city', async () => {
    const status = async (path: string) =>
      (await server.fetch(path, { 'x-who': 'official with rankings' })).status;
    const response = await server.fetch('/api/evaluation?month=2024-02&group=subdistrict', {
      'x-who': 'official with rankings',
    });
    const answer = (await response.json()) as Evaluation;
    expect(byUnit(answer, answer.units.score)).toMatchObject({ 'south-west': 96, 'north-east': 80 });
    expect(byUnit(answer, answer.units.details)).toEqual({
      ...{ 'south-west': false, 'south-east': false, 'north-east': true, 'north-west': true },
    });
    const month = 'from=2024-02-01&to=2024-03-01';
    for (const closed of [
      `query?metrics=appeals&by=subdistrict&scope=published&${month}`,
      `query?metrics=appeals&by=district&scope=published&${month}`,
      `query?metrics=appeals&scope=published&${month}`,
      'evaluation?month=2024-02&group=subdistrict&unit=south-west',
    ])
      expect(await status(`/api/${closed}`), closed).toBe(403);
    const { rows } = (await (
      await server.fetch(`/api/query?metrics=appeals&by=subdistrict&${month}`, {
        'x-who': 'official with rankings',
      })
    ).json()) as { rows: Record<string, unknown>[] };
    expect(rows.map(({ subdistrict }) => subdistrict).sort()).toEqual(['north-east', 'north-west']);
    const unit = (code: string) => `/api/evaluation/unit?month=2024-02&group=subdistrict&unit=${code}`;
    const other = (await (
      await server.fetch(unit('south-west'), { 'x-who': 'official with rankings' })
    ).json()) as UnitEvaluation;
    expect([other.score, other.topics, other.reasons, other.missed]).toEqual([96, null, null, null]);
    expect(await status('/api/evaluation/course?group=subdistrict&to=2024-03&months=3')).toBe(200);
  });

  test('what is not published, and what moved others, is not open', async () => {
    const closed = await asOfficial('/api/evaluation?month=2024-02&group=subdistrict');
    expect([closed.status, ((await closed.json()) as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining('by subdistrict and month'),
    ]);
    const of = async (unit: string) =>
      (await asOfficial(`/api/evaluation?month=2024-02&group=district&unit=${unit}`)).status;
    expect([await of('north'), await of('south')]).toEqual([200, 403]);
  });
});

test('what is wrong says what there is', async () => {
  const problem = async (parameters: string) => {
    const response = await server.fetch(`/api/evaluation?${parameters}`);
    return [response.status, ((await response.json()) as { parameter?: string }).parameter];
  };
  expect(await problem('month=2022-12')).toEqual([400, 'month']);
  expect(await problem('month=2024-1')).toEqual([400, 'month']);
  expect(await problem('month=2024-01&group=units')).toEqual([400, 'group']);
  expect(await problem('month=2024-01&scheme=third')).toEqual([400, 'scheme']);
  expect(await problem('month=2024-01&unit=nowhere')).toEqual([400, 'unit']);
  expect(await problem('month=2024-01&sort=score')).toEqual([400, 'parameter']);
  const none = await withSchemes([]);
  expect((await none.fetch('/api/evaluation')).status).toBe(404);
});
