import type { Answer, Change, RipenessAnswer } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

/**
 * Twelve orders a day for eighteen months, as they were known at the end of June 2024: closed after one to
 * ten days, visited a day later, and the one in ten that takes longest is not solved. Letters are visited
 * too, and nobody writes down when.
 */
const ordersSql = `
WITH toDateTime('2024-07-01 00:00:00', 'Asia/Shanghai') AS now,
     toDateTime('2023-01-01 12:00:00', 'Asia/Shanghai') + intDiv(number, 12) * 86400 AS moment,
     1 + cityHash64(number, 'ripeness') % 10 AS took,
     moment + took * 86400 AS ending, ending + 86400 AS visit, channel = 'letter' AS undated
SELECT concat('o', toString(number)) AS id, toString(moment) AS received, 'dispatched' AS handling, 'north' AS district,
       if(number % 4 = 0, 'letter', 'phone') AS channel, toString(moment + 14 * 86400) AS due,
       if(ending < now, toString(ending), '') AS closed, if(visit < now AND NOT undated, toString(visit), '') AS visited,
       if(visit < now, if(took = 10, 'no', 'yes'), '') AS resolved,
       toString(least(now, visit)) AS updated
FROM numbers(547 * 12) FORMAT CSVWithNames`;

beforeAll(async () => {
  riverton = await openRiverton('ripeness');
  const { body } = await riverton.database.bytes({ sql: ordersSql });
  await riverton.load([riverton.file('orders.csv', body)]);
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const ripeness = (address: string) => server.json<RipenessAnswer>(`/api/ripeness?${address}`);

test('June is provisional: how far it is known, when it will be ripe, where it will probably end', async () => {
  const { periods, last_ripe_month, meta } = await ripeness('metric=resolution_rate&where=channel:phone');
  expect([meta.data_to, last_ripe_month]).toEqual(['2024-07-01', '2024-05-01']);
  const [may, june] = periods.slice(-2);
  expect([may?.state, may?.share, may?.projection]).toEqual(['ripe', 1, null]);
  expect(june?.state).toBe('provisional');
  // Visits come 2 to 11 days after receipt: ages of 3 to 12 know one to ten tenths, and those above all: (5.5
  // + 18) of 30.
  expect(june?.share).toBeCloseTo(23.5 / 30, 1);
  expect(june?.visited).toBe(june?.denominator);
  expect(june?.open).toBe((june?.dispatched ?? 0) - (june?.closed ?? 0));
  expect(june?.ripe_from).toMatch(/^2024-07-0[6-9]$/);
  const { rate = 0, projection } = june ?? {};
  expect(rate).toBeGreaterThan(projection?.rate ?? 1);
  expect(projection?.lower).toBeLessThan(0.91);
  expect(projection?.upper).toBeGreaterThan(0.88);
  expect(june?.visited).toBeLessThan((may?.visited ?? 0) * 0.9);
});

test('on time is known when orders are closed or due', async () => {
  const { periods } = await ripeness('metric=on_time_rate&from=2024-05-01');
  expect(periods.map(({ state }) => state)).toEqual(['ripe', 'provisional']);
  // All are closed within ten days, in time: what is known so far is what it will be.
  expect(periods.at(-1)?.projection).toMatchObject({ rate: 1, upper: 1 });
});

test('nobody asks whether contact was made: there is no such rate to be ripe', async () => {
  const { periods } = await ripeness('metric=response_rate&from=2024-04-01');
  expect(new Set(periods.map(({ state }) => state))).toEqual(new Set(['none']));
});

test('answers say how ripe their rates are, bucket by bucket; counts only where something is not', async () => {
  const of = async (address: string) => (await server.json<Answer>(`/api/query?${address}`)).meta.ripeness;
  expect(await of('metrics=appeals&by=month')).toBeNull();
  expect(await of('metrics=resolution_rate&from=2024-01-01&to=2024-05-01')).toEqual({
    counts: null,
    metrics: [{ metric: 'resolution_rate', state: 'ripe', share: 1, ripe_from: null, provisional: [] }],
  });
  const recent = await of('metrics=appeals,resolution_rate&by=month&from=2024-01-01');
  expect(recent?.metrics.map(({ metric, provisional }) => [metric, provisional])).toEqual([
    ['resolution_rate', ['2024-06-01']],
  ]);
  expect(recent?.counts?.dispatched).toBe(182 * 12);
});

test('the vocabulary names the last ripe month', async () => {
  const meta = await server.json<{ last_ripe_month: unknown }>('/api/meta');
  expect(meta.last_ripe_month).toEqual({ visits: '2024-05-01', closing: '2024-05-01' });
});

test('a change of what is not ripe is provisional, and rates are asked for the last ripe month by default', async () => {
  const change = (address: string) => server.json<Change>(`/api/change?metric=resolution_rate&${address}`);
  const june = await change('where=channel:phone&from=2024-06-01&to=2024-07-01&compare=previous');
  expect([june.notice?.code, june.whole?.mark]).toEqual(['not_ripe', 'provisional']);
  expect(june.meta.ripeness?.now).toMatchObject({ state: 'provisional' });
  expect(june.meta.ripeness?.before).toEqual({ state: 'ripe', share: 1, ripe_from: null });
  const standard = await change('where=channel:phone&compare=previous');
  expect(standard.meta.period).toEqual({ from: '2024-05-01', to: '2024-06-01' });
  expect(standard.whole?.mark).toBe('chance');
});
