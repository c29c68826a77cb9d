import { anyone } from '@hotline-atlas/access';
import type { Backlog, Page, Value, Vocabulary } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const columns = 'id,received,dispatched,due,closed,status,handling,topic,district';
const order = (id: string, due: string, closed = '', status = 'in_progress', district = 'north') =>
  `${id},2024-03-01 08:00:00,2024-03-01 09:00:00,${due},${closed},${status},dispatched,housing.heating.cold,${district}`;

/** The newest appeal is of ten in the morning of 10 March, in Shanghai. */
const orders = [
  order('late', '2024-03-10 09:59:59'),
  order('this-very-second', '2024-03-10 10:00:00'),
  order('tonight', '2024-03-10 23:59:59', '', 'dispatched', 'south'),
  order('at-midnight', '2024-03-11 00:00:00'),
  order('third-day', '2024-03-13 23:59:59'),
  order('fourth-day', '2024-03-14 00:00:00'),
  order('closed-late', '2024-03-05 00:00:00', '2024-03-06 00:00:00', 'closed'),
  order('closed-without-a-time', '2024-03-05 00:00:00', '', 'closed'),
  order('closed-without-a-word', '2024-03-05 00:00:00', '2024-03-04 00:00:00', '', 'south'),
  order('again', '2024-03-09 00:00:00', '2024-03-08 00:00:00', 'reopened'),
  'no-limit,2024-03-02 08:30:00,,,,received,,housing.heating.cold,south',
  'at-the-desk,2024-03-02 08:00:00,,,,,direct,housing.heating.cold,south',
  'nothing-known,2024-03-10 10:00:00,,,,,,housing.heating.cold,north',
];

let riverton: Riverton;
let server: AtlasServer;
let southOnly: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('due_state');
  await riverton.load([riverton.file('orders.csv', [columns, ...orders, ''].join('\n'))]);
  server = await serveRiverton(riverton);
  southOnly = await serveRiverton(riverton, {
    personOf: () => ({ ...anyone, scope: scopedTo(['south'], { time: 'hour' }) }),
  });
});
afterAll(async () => {
  await server.close();
  await southOnly.close();
  await riverton.close();
});

async function states(more = ''): Promise<Record<string, Value>> {
  const { rows } = await server.query(`metrics=appeals&by=due_state${more}`);
  return Object.fromEntries(rows.map(({ due_state, appeals }) => [String(due_state), appeals ?? null]));
}

const counted = async (more: string, of = server) => {
  const { rows, meta } = await of.query(`metrics=open,overdue,due_today,due_soon,reopened${more}`);
  return { rows, due_at: meta.due_at };
};

test('orders by their due time, as of the newest appeal', async () => {
  expect(await states()).toEqual({
    '': 2,
    closed: 3,
    overdue: 2,
    due_today: 2,
    due_soon: 2,
    due_later: 1,
    no_limit: 1,
  });
  expect(await counted('')).toEqual({
    rows: [{ open: 8, overdue: 2, due_today: 2, due_soon: 2, reopened: 1 }],
    due_at: '2024-03-10T02:00:00Z',
  });
  expect((await counted('&by=district')).rows).toEqual([
    { district: 'north', open: 6, overdue: 2, due_today: 1, due_soon: 2, reopened: 1 },
    { district: 'south', open: 2, overdue: 0, due_today: 1, due_soon: 0, reopened: 0 },
  ]);
});

test('of open orders without any due time nobody knows what is overdue: unknown is not zero', async () => {
  const asked = 'metrics=open,overdue,due_today,due_soon,reopened&where=due_state:no_limit';
  const { rows, meta } = await server.query(asked);
  expect(rows).toEqual([{ open: 1, overdue: null, due_today: null, due_soon: null, reopened: 0 }]);
  expect(meta.notice).toMatchObject({ code: 'no_limits', en: expect.stringContaining('due time') });
  const closed = await server.query('metrics=overdue&where=due_state:closed');
  expect([closed.rows, closed.meta.notice]).toEqual([[{ overdue: 0 }], null]);
});

test('a cursor is of its selection alone: with another the reader is told what to send', async () => {
  const page = (more: string) => server.fetch(`/api/appeals?limit=2&${more}`);
  for (const order of ['', '&order=due']) {
    const { meta } = (await (await page(`where=district:north${order}`)).json()) as Page;
    const cursor = `&cursor=${meta.next_cursor}`;
    expect((await page(`where=district:north${order}${cursor}`)).status).toBe(200);
    for (const other of ['where=district:south', 'where=district:north&from=2024-03-05', 'due_at=now']) {
      const refused = await page(`${other}${order}${cursor}`);
      expect([refused.status, await refused.text()]).toEqual([
        400,
        expect.stringContaining('same selection'),
      ]);
    }
  }
});

test('as of now, what had a time limit in 2024 is overdue', async () => {
  expect(await states('&due_at=now')).toEqual({ '': 2, closed: 3, overdue: 7, no_limit: 1 });
  const { rows, due_at } = await counted('&due_at=now');
  expect(rows).toEqual([{ open: 8, overdue: 7, due_today: 0, due_soon: 0, reopened: 1 }]);
  expect(Math.abs(Date.parse(String(due_at)) - Date.now())).toBeLessThan(5 * 60_000);
});

test('open stands for every open state, and for none of them after an exclamation mark', async () => {
  const of = async (clause: string) => (await server.query(`metrics=appeals&where=${clause}`)).rows;
  expect(await of('due_state:open')).toEqual([{ appeals: 8 }]);
  expect(await of('due_state:!open')).toEqual([{ appeals: 5 }]);
  expect(await of('due_state:overdue,no_limit')).toEqual([{ appeals: 3 }]);
  const page = await server.json<Page>('/api/appeals?where=due_state:overdue');
  expect(page.rows.map(({ id }) => id).sort()).toEqual(['again', 'late']);
  expect(page.meta).toMatchObject({ total: 2, due_at: '2024-03-10T02:00:00Z' });
  const file = await server.fetch('/api/export?format=ndjson&where=due_state:due_today');
  const lines = (await file.text()).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual(['this-very-second', 'tonight']);
});

test('an answer says no moment where it depends on none, and open orders are not compared', async () => {
  expect((await server.query('metrics=appeals&due_at=now')).meta.due_at).toBeNull();
  for (const asked of [
    'metrics=open',
    'metrics=appeals&by=due_state',
    'metrics=appeals&where=due_state:open',
  ]) {
    const refused = await server.fetch(`/api/query?${asked}&compare=year`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('/api/backlog');
  }
});

test('whoever sees a part, and times by the hour, is told the moment of their own', async () => {
  expect(await counted('', southOnly)).toEqual({
    rows: [{ open: 2, overdue: 0, due_today: 0, due_soon: 0, reopened: 0 }],
    due_at: '2024-03-02T00:00:00Z',
  });
  const { due_at } = await counted('&due_at=now', southOnly);
  expect(due_at).toMatch(/:00:00Z$/);
});

test('the vocabulary says which moment screens ask for', async () => {
  const { orders } = await server.json<Vocabulary>('/api/meta');
  expect(orders).toEqual({ at: '2024-03-10T02:00:00Z', live: false });
});

/** Numbers of all pages of an order, two records a page. */
async function paged(order: string, more = '', of = server): Promise<Value[]> {
  const ids: Value[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at = cursor && `&cursor=${cursor}`;
    const page: Page = await of.json(`/api/appeals?limit=2&order=${order}${more}${at}`);
    ids.push(...page.rows.map(({ id }) => id as Value));
    cursor = page.meta.next_cursor;
  }
  return ids;
}

test('records come in the order of a time, those without it last, through all pages', async () => {
  const byDue = [
    ...['closed-late', 'closed-without-a-time', 'closed-without-a-word', 'again', 'late'],
    ...['this-very-second', 'tonight', 'at-midnight', 'third-day', 'fourth-day'],
  ];
  expect(await paged('due')).toEqual([...byDue, 'at-the-desk', 'no-limit', 'nothing-known']);
  expect(await paged('-due')).toEqual([
    ...byDue.slice(3).reverse(),
    ...['closed-without-a-word', 'closed-without-a-time', 'closed-late'],
    ...['nothing-known', 'no-limit', 'at-the-desk'],
  ]);
  expect((await paged('-closed')).slice(0, 4)).toEqual([
    ...['again', 'closed-late', 'closed-without-a-word', 'tonight'],
  ]);
  const received = await paged('received');
  expect(received).toHaveLength(13);
  expect(received.slice(-3)).toEqual(['at-the-desk', 'no-limit', 'nothing-known']);
  expect(await paged('-received')).toEqual([...received].reverse());
  expect(await paged('due', '&where=due_state:open&where=district:south')).toEqual(['tonight', 'no-limit']);
});

test('whoever sees times by the hour gets records of an hour in the order of their numbers', async () => {
  expect(await paged('-due', '', southOnly)).toEqual([
    ...['tonight', 'closed-without-a-word', 'no-limit', 'at-the-desk'],
  ]);
});

test('a record says its state, and a cursor is of its own order alone', async () => {
  const { rows, meta } = await server.json<Page>('/api/appeals?order=due&limit=7');
  expect(Object.fromEntries(rows.map(({ id, due_state }) => [id, due_state]))).toMatchObject({
    'closed-late': 'closed',
    again: 'overdue',
    'this-very-second': 'due_today',
  });
  for (const other of ['order=-due', 'order=closed', 'limit=7']) {
    const refused = await server.fetch(`/api/appeals?${other}&cursor=${meta.next_cursor}`);
    expect(refused.status).toBe(400);
  }
  expect((await server.fetch('/api/appeals?order=topic1')).status).toBe(400);
});

test('a file is in the order asked for', async () => {
  const file = await server.fetch('/api/export?format=ndjson&order=-due&where=due_state:open');
  const lines = (await file.text()).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual([
    ...['fourth-day', 'third-day', 'at-midnight', 'tonight', 'this-very-second', 'late', 'again', 'no-limit'],
  ]);
});

test('what was open, overdue and old at the ends of days, and as of the newest appeal', async () => {
  const days = (backlog: Backlog) =>
    backlog.points.map(({ day, open, overdue, open_15_days }) => [day, open, overdue, open_15_days]);
  const daily = await server.json<Backlog>('/api/backlog?step=day&points=10');
  // Nine orders came on the first that count, one on the second. One was closed when the third was over, one
  // when the fifth was. The order that was reopened is open on all days.
  expect(days(daily)).toEqual([
    ['2024-03-01', 9, 0, 0],
    ['2024-03-02', 10, 0, 0],
    ['2024-03-03', 9, 0, 0],
    ['2024-03-04', 9, 0, 0],
    ['2024-03-05', 8, 0, 0],
    ['2024-03-06', 8, 0, 0],
    ['2024-03-07', 8, 0, 0],
    ['2024-03-08', 8, 0, 0],
    ['2024-03-09', 8, 1, 0],
    ['2024-03-10', 8, 2, 0],
  ]);
  expect(daily.closed_at_unknown_time).toBe(1);
  expect(daily.meta.due_at).toBe('2024-03-10T02:00:00Z');
  expect(daily.points.at(-2)?.at).toBe('2024-03-09T16:00:00Z');
  const now = await server.json<Backlog>('/api/backlog?points=2&due_at=now&where=district:south');
  expect(days(now).map(([, ...counts]) => counts)).toEqual([
    [2, 1, 2],
    [2, 1, 2],
  ]);
  const months = await server.json<Backlog>('/api/backlog?step=month&points=3');
  expect(days(months)).toEqual([
    ['2024-01-31', null, null, null],
    ['2024-02-29', null, null, null],
    ['2024-03-10', 8, 2, 0],
  ]);
  expect((await server.fetch('/api/backlog?where=due_state:open')).status).toBe(400);
});

test('the newest point counts what the metrics count, for whoever sees times by the hour too', async () => {
  const { points } = await southOnly.json<Backlog>('/api/backlog?points=2');
  const { rows } = await counted('', southOnly);
  expect(points.at(-1)).toMatchObject({ at: '2024-03-02T00:00:00Z', open: 2, overdue: 0 });
  expect(rows[0]).toMatchObject({ open: 2, overdue: 0 });
});

test('what is overdue is unknown where no order has a due time', async () => {
  const { points } = await server.json<Backlog>('/api/backlog?points=2&where=status:received');
  expect(points.at(-1)).toMatchObject({ open: 1, overdue: null });
});
