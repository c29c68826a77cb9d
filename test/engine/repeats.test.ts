import { anyone } from '@hotline-atlas/access';
import { everything, type Find, type Page, type Repeats, type Scope, shift } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { latLngToCell } from 'h3-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { recorded } from '../scoped-riverton.ts';

let riverton: Riverton;
let server: AtlasServer;
let closed: AtlasServer;

/** Texts are closed, places are coarse, callers have pseudonyms. */
const narrow: Scope = { ...everything, texts: false, place: 9, callers: 'study' };

const header =
  'id,received,topic,district,subdistrict,latitude,longitude,address,status,handling,closed,resolved,caller';
const heating = 'housing.heating.cold,north,north-east,39.9,116.4,';
const parking = 'transport.parking,south,south-west,39.5,116.2,';

/** Appeals of a hospital: ten a month, all the year. */
const hospital = Array.from({ length: 13 * 10 }, (_, at) => {
  const day = shift('2023-02-01', 'month', Math.floor(at / 10)).slice(0, 7);
  return `h${at},${day}-${String(10 + (at % 10))} 09:00:00,${parking}Hospital,closed,dispatched,,,`;
});

beforeAll(async () => {
  riverton = await openRiverton('repeats');
  const file = [
    header,
    ...hospital,
    // The same caller about heating: twice more after it was closed, once after it was said to be resolved.
    `c1,2024-02-02 10:00:00,${heating}1 Mill Lane,closed,dispatched,2024-02-04 10:00:00,no,111`,
    `c2,2024-02-05 10:00:00,${heating}1 Mill Lane,closed,dispatched,2024-02-08 10:00:00,yes,111`,
    `c3,2024-02-10 10:00:00,${heating}1 mill lane ,in_progress,dispatched,,,111`,
    // Others at the same place, and one elsewhere.
    `o1,2024-02-06 10:00:00,${heating}1 Mill Lane,in_progress,dispatched,,,222`,
    `o2,2024-02-07 10:00:00,${heating}1 Mill Lane,in_progress,dispatched,,,`,
    `o3,2024-02-07 11:00:00,housing.lifts,north,north-east,39.9,116.4,1 Mill Lane,closed,dispatched,,,333`,
    `o4,2024-02-07 12:00:00,${parking}2 Low Street,closed,dispatched,,,444`,
    // Two in one hour: the second is closed before the first comes.
    `t0,2024-04-02 09:00:00,${parking}9 Low Street,closed,dispatched,,,`,
    `t1,2024-04-03 10:50:00,${parking}9 Low Street,closed,dispatched,,,`,
    `t2,2024-04-03 10:10:00,${parking}9 Low Street,closed,dispatched,2024-04-03 10:20:00,,`,
    // A postcode is no address, and these have no point: they are at no known place.
    ...[1, 2, 3].map(
      (at) => `z${at},2024-02-0${at} 10:00:00,housing.lifts,south,south-east,,,10453,closed,dispatched,,,`,
    ),
  ];
  await riverton.load([riverton.file('again.csv', file.join('\n'))]);
  server = await serveRiverton(riverton);
  closed = await serveRiverton(riverton, { personOf: () => ({ ...anyone, scope: narrow }) });
});
afterAll(async () => {
  await server.close();
  await closed.close();
  await riverton.close();
});

const february = 'from=2024-02-01&to=2024-03-01';

test('the same caller and the same place, most beyond the usual first; what is always so is not told', async () => {
  const { repeats, meta, notice } = await server.json<Repeats>(`/api/repeats?${february}`);
  expect([notice, meta.found, meta.callers_known]).toEqual([null, { caller: 1, place: 2 }, true]);
  const [place, caller, ...more] = repeats;
  expect(more).toEqual([]);
  expect(place).toMatchObject({
    ...{ kind: 'place', known_by: 'address', topic2: 'housing.heating', appeals: 5, callers: 2, usual: 0 },
    ...{ excess: 4, open: 3, came_back: 4, came_back_resolved: 1, caller: null },
    ...{ first_day: '2024-02-02', last_day: '2024-02-10', ids: ['c3', 'o2', 'o1', 'c2', 'c1'] },
    place: { district: 'north', subdistrict: 'north-east', address: '1 Mill Lane' },
  });
  expect(caller).toMatchObject({
    ...{ kind: 'caller', known_by: null, appeals: 3, callers: 1, usual: null, excess: 2, caller: null },
    ...{ open: 1, came_back: 2, came_back_resolved: 1, ids: ['c3', 'c2', 'c1'] },
  });
  expect(meta.grain).toBe('day');
  expect(place?.series.start).toHaveLength(29);
  expect(place?.series.count.slice(0, 10)).toEqual([0, 1, 0, 0, 1, 1, 1, 0, 0, 1]);
  const where = place?.where.map((clause) => `&where=${encodeURIComponent(clause)}`).join('') ?? '';
  const page = await server.json<Page>(`/api/appeals?${february}${where}`);
  expect(page.rows.map(({ id }) => id)).toEqual(place?.ids);
});

test('what is closed to somebody is not told: sealed numbers that open, cells, pseudonyms', async () => {
  const { repeats } = await closed.json<Repeats>(`/api/repeats?${february}`);
  const [place, caller] = repeats;
  expect(JSON.stringify(repeats)).not.toMatch(/Mill|"c\d"/i);
  expect(place).toMatchObject({ known_by: 'cell', appeals: 5, place: { address: null } });
  expect(place?.place.cell?.[1]).toBe('9');
  expect(caller?.caller).toMatch(/^[0-9a-f]{32}$/);
  const page = await closed.json<Page>(`/api/appeals?id=${caller?.ids[0]}`);
  expect(page.rows).toMatchObject([{ caller: caller?.caller, subdistrict: 'north-east' }]);
  expect(page.rows[0]?.id).toBe(caller?.ids[0]);
});

test('by the hour, neither the order nor what came back tells which of two was earlier', async () => {
  const april = '/api/repeats?from=2024-04-01&to=2024-05-01';
  const placeOf = async (asked: AtlasServer) => {
    const [place] = (await asked.json<Repeats>(april)).repeats;
    return [place?.ids, place?.came_back];
  };
  const hourly = await serveRiverton(riverton, {
    personOf: () => ({ ...anyone, scope: { ...everything, time: 'hour' } }),
  });
  // The second came first, and was closed before the first came in the same hour.
  expect(await placeOf(server)).toEqual([['t1', 't2', 't0'], 1]);
  expect(await placeOf(hourly)).toEqual([['t2', 't1', 't0'], 0]);
  await hourly.close();
});

test('where neither texts nor pseudonyms are open, nobody is told apart', async () => {
  const strict = await serveRiverton(riverton, {
    personOf: () => ({ ...anyone, scope: { ...narrow, callers: null } }),
  });
  const { repeats, meta } = await strict.json<Repeats>(`/api/repeats?${february}`);
  expect([meta.found, meta.callers_known, meta.callers_closed]).toEqual([
    { caller: 0, place: 2 },
    false,
    true,
  ]);
  expect(repeats.map(({ kind, appeals, callers }) => [kind, appeals, callers])).toEqual([['place', 5, null]]);
  expect((await strict.json<Repeats>(`/api/repeats?${february}&kind=caller`)).repeats).toEqual([]);
  await strict.close();
});

test('an order is found by its number, however short; where numbers are sealed by the sealed one alone', async () => {
  const orderOf = async (asked: AtlasServer, text: string) =>
    (await asked.json<Find>(`/api/find?text=${text}`)).order;
  expect([await orderOf(server, 'c1'), await orderOf(server, 'c9')]).toEqual(['c1', null]);
  expect(await orderOf(closed, 'c1')).toBeNull();
  expect((await server.fetch(`/api/find?text=${'7'.repeat(200)}`)).status).toBe(200);
  expect((await server.fetch(`/api/find?text=${'7'.repeat(201)}`)).status).toBe(400);
});

test('one kind alone, other filters, none, and a file', async () => {
  const places = await server.json<Repeats>(`/api/repeats?${february}&kind=place&where=topic1:transport`);
  expect([places.repeats, places.meta.found, places.notice?.code]).toEqual([
    [],
    { caller: 0, place: 1 },
    'no_data',
  ]);
  const file = await (await server.fetch(`/api/repeats?${february}&kind=caller&format=csv`)).text();
  expect(file.trimEnd().split('\n')).toHaveLength(2);
  expect((await server.fetch('/api/repeats?kind=unit')).status).toBe(400);
});

const scopes: [string, Scope][] = [
  ['everything', everything],
  ['a district, by the hour', scopedTo(['north'], { time: 'hour' })],
  ['no texts, coarse places, pseudonyms', narrow],
  ['texts at coarse places', { ...everything, place: 7, callers: 'study' }],
];
const filters = [
  '',
  '&where=topic1:housing',
  `&where=cell:${latLngToCell(39.9, 116.4, 7)}`,
  '&without_regimes=flood',
];

test.each(scopes)('whatever is asked by whoever sees %s is understood by the engine', async (_, scope) => {
  const { database, statements } = recorded(riverton.database);
  const reading = await serveRiverton(
    { city: riverton.city, database },
    { personOf: () => ({ ...anyone, scope }) },
  );
  for (const filter of [...filters, ...(scope.texts ? ['&q=cold'] : [])])
    for (const kind of ['any', 'caller', 'place'])
      expect((await reading.fetch(`/api/repeats?${february}&kind=${kind}${filter}`)).status, filter).toBe(
        200,
      );
  await reading.close();
  const own = statements.filter(({ label }) => label?.startsWith('repeats: '));
  const parts = ['appeals', 'callers', 'candidates', 'earlier'].map((part) => `repeats: ${part}`);
  expect([...new Set(own.map(({ label }) => label))].sort()).toEqual(parts);
  for (const { sql, parameters = {} } of new Map(own.map((each) => [each.sql, each])).values()) {
    const { rows } = await riverton.database.rows({ sql: `EXPLAIN ${sql}`, parameters });
    expect(rows.length, sql).toBeGreaterThan(0);
  }
});
