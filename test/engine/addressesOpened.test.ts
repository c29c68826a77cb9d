import type { Access } from '@hotline-atlas/access';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import type { Places, Repeats } from '@hotline-atlas/model';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { latLngToCell } from 'h3-js';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, type Riverton } from '../riverton.ts';
import { openAccounts, signedIn } from '../signed-in.ts';

let riverton: Riverton;
let store: TestStore;
let access: Access;
let server: Listening;
let leader: Record<string, string>;
let researcher: Record<string, string>;

const header = 'id,received,topic,district,subdistrict,latitude,longitude,address,handling,caller,text';
const row = (id: string, at: string) =>
  `${id},2024-02-0${at} 10:00:00,housing.heating.cold,north,north-east,39.9,116.4,1 Mill Lane,dispatched,111,gesang`;

beforeAll(async () => {
  [riverton, store] = await Promise.all([openRiverton('addresses_opened'), openTestStore()]);
  await riverton.load([
    riverton.file('rows.csv', [header, row('a', '2'), row('b', '5'), row('c', '9')].join('\n')),
  ]);
  const { database, city } = riverton;
  access = await openAccounts(store, city);
  leader = await signedIn(access, 'leader', 'leader');
  researcher = await signedIn(access, 'researcher', 'researcher', { project: 'study' });
  server = await listen(createApp({ database, city, store, access, log: () => undefined }), 0);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
  await store.close();
});

const asked = (path: string, headers: Record<string, string>) =>
  fetch(`${server.url}/api/${path}`, { headers });
const entries = async () => (await access.audit.read({ event: 'texts-opened', limit: 50 })).entries;

const repeatsOf = 'repeats?from=2024-02-01&to=2024-03-01';
const placesOf = `places?cells=${latLngToCell(39.9, 116.4, 9)},${latLngToCell(39.2, 116.1, 9)}`;

test('addresses are texts: one line a request says who opened how many, though the answer is kept', async () => {
  const answers = [
    await asked(repeatsOf, leader),
    await asked(placesOf, leader),
    await asked(placesOf, leader),
  ];
  for (const answer of answers)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const [repeats, places] = await Promise.all(answers.map((answer) => answer.json()));
  expect((repeats as Repeats).repeats.map(({ place }) => place.address)).toEqual([
    '1 Mill Lane',
    '1 Mill Lane',
  ]);
  expect((places as Places).places.map(({ address }) => address).sort()).toEqual(['1 Mill Lane', null]);
  const opened = await entries();
  const toldOf = (path: string, records: number) => ({
    who: 'leader',
    detail: { asked: path.replaceAll(',', '%2C'), records },
  });
  expect(opened).toMatchObject([toldOf(placesOf, 1), toldOf(placesOf, 1), toldOf(repeatsOf, 2)]);
  const tag = answers[1]?.headers.get('etag') ?? '';
  await asked(placesOf, { ...leader, 'If-None-Match': tag });
  await asked(`${repeatsOf}&format=csv`, leader);
  expect(await entries()).toHaveLength(5);
});

test('where no address is told nothing is written down', async () => {
  const before = await entries();
  const answers = [
    await asked(repeatsOf, researcher),
    await asked(placesOf, researcher),
    await asked(`${repeatsOf}&where=district:south`, leader),
    await asked('trend?metric=appeals', leader),
  ];
  for (const answer of answers) expect(await answer.text()).not.toContain('Mill');
  expect(await entries()).toEqual(before);
});

test('words that are searched for do not get into the audit; and without it nothing is opened', async () => {
  expect((await asked(`${repeatsOf}&q=gesang`, leader)).status).toBe(200);
  const [searched] = await entries();
  expect(searched?.detail).toMatchObject({
    asked: expect.stringMatching(/^repeats\?[^g]*&words=[\w-]{22}$/),
    records: 2,
  });
  await sql`ALTER TABLE audit_entry RENAME TO elsewhere`.execute(store.database);
  const refused = await asked(repeatsOf, leader);
  expect([refused.status, (await refused.text()).includes('Mill')]).toEqual([500, false]);
  expect((await asked(repeatsOf, researcher)).status).toBe(200);
  await sql`ALTER TABLE elsewhere RENAME TO audit_entry`.execute(store.database);
  expect((await asked(repeatsOf, leader)).status).toBe(200);
});
