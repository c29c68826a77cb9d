import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

interface Page {
  meta: { total: number; rows_read: number; order_number: string | null };
  rows: { id: string }[];
}

let riverton: Riverton;
let server: AtlasServer;

/**
 * Twelve months of four orders, numbered in the order of their receipt; the first one is spoken of in the
 * last.
 */
const orders = Array.from({ length: 48 }, (_, order) => {
  const month = String(1 + Math.floor(order / 4)).padStart(2, '0');
  const text = order === 47 ? 'see RT2023010001' : 'cold';
  return `RT2023${month}${String(1 + (order % 4)).padStart(4, '0')},2023-${month}-0${1 + (order % 4)} 10:00:00,north,${text}`;
});

beforeAll(async () => {
  riverton = await openRiverton('order_number');
  const csv = riverton.file('orders.csv', `id,received,district,text\n${orders.join('\n')}\n`);
  expect(await riverton.load([csv])).toMatchObject({ added: 48 });
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const page = (parameters: Record<string, string>) =>
  server.json<Page>(`/api/appeals?${new URLSearchParams(parameters)}`);

test('an appeal is found by its number among those of its month alone', async () => {
  const { meta, rows } = await page({ id: 'RT2023060002' });
  expect([meta.total, rows.map(({ id }) => id)]).toEqual([1, ['RT2023060002']]);
  expect(meta.rows_read).toBeLessThan(orders.length);
  expect((await page({ id: 'RT9' })).meta).toMatchObject({ total: 0, rows_read: 0 });
});

test.each(['RT2023010001', 'ＲＴ２０２３０１０００１'])(
  'the words %s are the number of an appeal',
  async (q) => {
    const { meta, rows } = await page({ q });
    expect([meta.order_number, rows.map(({ id }) => id)]).toEqual(['RT2023010001', ['RT2023010001']]);
    const file = await (
      await server.fetch(`/api/export?${new URLSearchParams({ q, format: 'ndjson' })}`)
    ).text();
    expect(file.match(/RT\d+/g)).toEqual(['RT2023010001']);
  },
);

test('words that are the number of no appeal of the selection are words', async () => {
  expect(await page({ q: 'cold' })).toMatchObject({ meta: { total: 47, order_number: null } });
  const elsewhere = await page({ q: 'RT2023010001', from: '2023-12-01' });
  expect([elsewhere.meta.order_number, elsewhere.rows.map(({ id }) => id)]).toEqual([null, ['RT2023120004']]);
});
