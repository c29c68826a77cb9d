import { anyone } from '@hotline-atlas/access';
import type { Page, Related, Scope } from '@hotline-atlas/model';
import { everything } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const secret = Buffer.alloc(32, 7);
const appeals = [
  'id,received,topic,district,address,latitude,longitude,caller,text',
  'own,2024-03-01 08:00:00,housing.heating.cold,north,1 Main Street,39.75,116.75,138,cold',
  'caller-parking,2024-03-05 08:00:00,transport.parking,south,,,,138,cars',
  'caller-fees,2024-03-03 08:00:00,housing.heating.fees,north,,,,138,bill',
  'address-lifts,2024-03-04 08:00:00,housing.lifts,north,1 Main Street,,,139,lift',
  'address-elsewhere,2024-03-06 08:00:00,housing.lifts,south,1 Main Street,,,139,lift',
  'cell-only,2024-03-02 08:00:00,housing.heating.cold,north,,39.75,116.75,,cold too',
];

let riverton: Riverton;
const servers: AtlasServer[] = [];

async function serverFor(scope: Scope): Promise<AtlasServer> {
  const server = await serveRiverton(riverton, { secret, personOf: () => ({ ...anyone, scope }) });
  servers.push(server);
  return server;
}

beforeAll(async () => {
  riverton = await openRiverton('related');
  await riverton.load([riverton.file('appeals.csv', `${appeals.join('\n')}\n`)]);
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await riverton.close();
});

const ids = (part: Related['caller']) => part?.rows.map(({ id }) => id);
const relatedTo = (server: AtlasServer, id: string, more = '') =>
  server.json<Related>(`/api/appeals/${encodeURIComponent(id)}/related${more}`);

test('the same caller’s others, of the same topic first, and those of the same address', async () => {
  const server = await serverFor({ ...everything, callers: 'heat' });
  const found = await relatedTo(server, 'own');
  expect(found.caller).toMatchObject({ total: 2, same_topic: 1 });
  expect(ids(found.caller)).toEqual(['caller-fees', 'caller-parking']);
  expect(found.place).toMatchObject({ known_by: 'address', total: 1, same_topic: 0 });
  expect(ids(found.place)).toEqual(['address-lifts']);
  expect(found.place?.rows[0]).toMatchObject({ received: '2024-03-04T08:00:00', due_state: '' });
  const first = await relatedTo(server, 'own', '?limit=1');
  expect(first.caller).toMatchObject({ total: 2 });
  expect(ids(first.caller)).toEqual(['caller-fees']);
});

test('without an address that others have, those of the same cell', async () => {
  const server = await serverFor({ ...everything, callers: 'heat' });
  const found = await relatedTo(server, 'cell-only');
  expect(found).toMatchObject({ caller: null, caller_reason: 'caller_unknown', place_reason: null });
  expect(found.place).toMatchObject({ known_by: 'cell', total: 1, same_topic: 1 });
  expect(ids(found.place)).toEqual(['own']);
  const nowhere = await relatedTo(server, 'caller-fees');
  expect(nowhere).toMatchObject({ place: null, place_reason: 'place_unknown' });
});

test('callers are closed where neither they nor texts are open, and appeals outside of a scope do not exist', async () => {
  const read = await relatedTo(await serverFor(everything), 'own');
  expect(read.caller).toMatchObject({ total: 2 });
  expect(JSON.stringify(read)).not.toContain('"caller":"');
  const closed = await serverFor({ ...everything, texts: false });
  const [row] = (await closed.json<Page>('/api/appeals?limit=1')).rows;
  const hidden = await relatedTo(closed, String(row?.id));
  expect(hidden).toMatchObject({ caller: null, caller_reason: 'callers_closed' });
  const north = await serverFor(scopedTo(['north'], { callers: 'heat' }));
  expect((await relatedTo(north, 'own')).caller).toMatchObject({ total: 1, same_topic: 1 });
  expect((await relatedTo(north, 'own')).meta.rows_read).toBeNull();
  for (const id of ['caller-parking', 'none', "own' OR 1=1 --"])
    expect((await north.fetch(`/api/appeals/${encodeURIComponent(id)}/related`)).status).toBe(404);
});

test('whoever may not read texts asks by a sealed number, and finds a place by its coarse cell', async () => {
  const scope: Scope = { ...everything, texts: false, place: 8, time: 'hour', callers: 'heat' };
  const server = await serverFor(scope);
  expect((await server.fetch('/api/appeals/own/related')).status).toBe(404);
  const page = await server.json<Page>('/api/appeals');
  const sealed = String(page.rows.at(-1)?.id);
  const found = await relatedTo(server, sealed);
  expect(found.meta.id).toBe(sealed);
  expect(found.caller).toMatchObject({ total: 2, same_topic: 1 });
  expect(found.place).toMatchObject({ known_by: 'cell', total: 1 });
  const shown = JSON.stringify(found);
  for (const kept of ['Main Street', 'cold too', 'cell-only', '116.75', 'caller-fees'])
    expect(shown).not.toContain(kept);
});
