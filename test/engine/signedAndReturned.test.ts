import { withdraw } from '@hotline-atlas/ingest';
import type { AppealRecord } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, published, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('signed_and_returned');
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const load = (name: string, lines: readonly string[]) =>
  riverton.load([riverton.file(name, `${lines.join('\n')}\n`)]);

/** Number, when it was signed for, how often it was returned, by number. */
const seen = () =>
  riverton.value(
    `SELECT groupArray((id, if(signed = 0, '', formatDateTime(signed, '%H:%i', 'Asia/Shanghai')), returned))
FROM (SELECT * FROM appeal WHERE ${published} ORDER BY id)`,
  );

test('a file without the columns leaves both unknown, and so does an empty cell; 0 is a count', async () => {
  const day = '2023-05-01 10:00:00';
  await load('before.csv', ['id,received,dispatched', `a1,${day},${day}`]);
  const report = await load('orders.csv', [
    'id,received,dispatched,signed,returned',
    `b1,${day},${day},2023-05-01 11:30:00,0`,
    `b2,${day},${day},,2`,
    `b3,${day},${day},2023-05-01 12:00:00,`,
    `b4,${day},${day},0000-00-00,无`,
    `b5,${day},${day},,３`,
    `b6,${day},${day},,2.0`,
    `b7,${day},${day},soon,often`,
    `b8,${day},${day},,-1`,
  ]);
  expect(report).toMatchObject({ added: 8, rejected: 0 });
  expect(await seen()).toEqual([
    ['a1', '', -1],
    ['b1', '11:30', 0],
    ['b2', '', 2],
    ['b3', '12:00', -1],
    ['b4', '', -1],
    ['b5', '', 3],
    ['b6', '', 2],
    ['b7', '', -1],
    ['b8', '', -1],
  ]);
  expect(
    await riverton.value(
      `SELECT groupArray((id, flaws)) FROM (SELECT id, flaws FROM appeal WHERE ${published} AND notEmpty(flaws) ORDER BY id)`,
    ),
  ).toEqual([
    ['b7', ['signed is not a time', 'returned is not a count']],
    ['b8', ['returned is not a count']],
  ]);
});

test('records and files show what is unknown as nothing, and 0 as 0', async () => {
  const { rows } = await server.json<{ rows: AppealRecord[] }>('/api/appeals?from=2023-05-01&to=2023-05-02');
  const told = Object.fromEntries(rows.map(({ id, signed, returned }) => [id, [signed, returned]]));
  expect(told).toMatchObject({ a1: [null, null], b1: ['2023-05-01T11:30:00', 0], b2: [null, 2] });
  const csv = await (await server.fetch('/api/export?format=csv&from=2023-05-01&to=2023-05-02')).text();
  const [header = '', ...lines] = csv.replaceAll('"', '').split(/\r?\n/);
  const names = header.replace('\uFEFF', '').split(',');
  const cell = (id: string, name: string) =>
    lines.find((line) => line.includes(id))?.split(',')[names.indexOf(name)];
  expect([cell('a1', 'returned'), cell('b1', 'returned'), cell('b2', 'returned')]).toEqual(['', '0', '2']);
});

test('a correction moves them where its file has the columns, and gives them back when it is taken back', async () => {
  const received = '2023-05-01 10:00:00';
  await load('silent.csv', ['id,received,status', `b1,${received},closed`]);
  const before = await seen();
  expect((before as unknown[])[1]).toEqual(['b1', '11:30', 0]);
  const { corrected } = await load('told.csv', [
    'id,received,signed,returned',
    `b1,${received},2023-05-02 09:00:00,1`,
    `b2,${received},,`,
  ]);
  expect(corrected).toBe(2);
  expect(((await seen()) as unknown[]).slice(1, 3)).toEqual([
    ['b1', '09:00', 1],
    ['b2', '', -1],
  ]);
  await withdraw(
    riverton.database,
    Number(await riverton.value("SELECT max(load) FROM load WHERE file LIKE '%told.csv'")),
  );
  expect(await seen()).toEqual(before);
});
