import {
  beginErasure,
  eraseAppeals,
  findAppeals,
  readErasures,
  resumeErasures,
  withdraw,
} from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyFigure, tablesWith } from '../erasure-figures.ts';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

const key = '0'.repeat(32);
const open: Riverton[] = [];
let riverton: Riverton;
let replay: Riverton;

async function opened(name: string): Promise<Riverton> {
  const one = await openRiverton(name);
  open.push(one);
  return one;
}
beforeAll(async () => {
  riverton = await opened('erasure');
  replay = await opened('erasure_whole');
});
afterAll(async () => {
  for (const one of open) await one.close();
});

const header = 'id,received,updated,topic,district,latitude,longitude,address,status,caller,text,reply';
const line = (id: string, day: string, caller: string, word: string, more = 'received') =>
  `${id},${day} 10:00:00,2023-06-10 00:00:00,housing,north,39.51,116.31,${word} street,${more},${caller},${word} says,${word} hears`;

/** Ann called three times, and once without a date; Bob and Cat once. */
const lines = [
  line('p1', '2023-05-01', '13900000001', 'annaone'),
  line('p2', '2023-05-02', '13900000001', 'annatwo'),
  line('p3', '2023-06-03', '13900000001', 'annathree'),
  line('p4', '2023-05-04', '13900000002', 'bobword'),
  line('p5', '2023-06-05', '13900000003', 'catword'),
  line('p6', 'never', '13900000001', 'annasix'),
];
const correction = line('p1', '2023-05-01', '13900000001', 'annaagain', 'closed').replace('06-10', '06-11');
const write = (on: Riverton, name: string, ...rows: string[]) =>
  on.file(name, `${[header, ...rows].join('\n')}\n`);

interface Seen {
  id: string;
  status: string;
  text: string;
  reply: string;
  address: string;
  latitude: number;
}
async function seen(on: Riverton): Promise<Seen[]> {
  const { rows } = await on.database.rows<Seen>({
    sql: `SELECT id, status, text, reply, address, latitude FROM appeal WHERE ${published} ORDER BY id`,
  });
  return rows;
}
const texts = async (on: Riverton) =>
  (await seen(on)).map(({ id, status, text }) => `${id} ${status} ${text}`);
const callers = (on: Riverton) =>
  on.value(`SELECT uniqExactIf(caller, caller != 0) FROM appeal WHERE ${published}`);
const hashOf = async (on: Riverton, number: string) =>
  String(await on.value(`SELECT toString(sipHash64Keyed((toUInt64(0), toUInt64(0)), '${number}'))`));

const ann = { caller: '13900000001' };
const request = { sought: ann, grade: 'texts', reason: 'asked for', who: 'test' } as const;

test('the appeals of a caller are found, whatever names them', async () => {
  await riverton.load([write(riverton, 'first.csv', ...lines)]);
  await riverton.load([write(riverton, 'second.csv', correction)]);
  const found = await findAppeals(riverton.database, key, ann);
  expect(found).toMatchObject({ appeals: 3, versions: 2, rejected: 1, unknown: [] });
  expect(found.newest.map(({ id }) => id)).toEqual(['p3', 'p2', 'p1']);
  const byId = await findAppeals(riverton.database, key, { ids: ['p4', 'p9'] });
  expect(byId).toMatchObject({ appeals: 1, unknown: ['p9'] });
});

test('texts are blanked, and every figure stays', async () => {
  const before = await everyFigure(riverton.database);
  const stored = await hashOf(riverton, '13900000001');
  expect(await tablesWith(riverton.database, stored)).not.toEqual([]);
  expect(await tablesWith(riverton.database, 'annasix')).toEqual(['rejected_row']);
  const entry = await eraseAppeals(riverton.database, key, request);
  expect(entry).toMatchObject({ of: 'caller', state: 'complete', appeals: 3, versions: 2, rejected: 1 });
  expect(await everyFigure(riverton.database)).toEqual(before);
  expect(await texts(riverton)).toEqual([
    'p1 closed ',
    'p2 received ',
    'p3 received ',
    'p4 received bobword says',
    'p5 received catword says',
  ]);
  const [first, , , bob] = await seen(riverton);
  expect(first).toMatchObject({ reply: '', address: '', latitude: 0 });
  expect(bob).toMatchObject({ reply: 'bobword hears', address: 'bobword street', latitude: 39.51 });
  expect(await callers(riverton)).toBe(3);
  expect(await unsoundness(riverton.database)).toEqual([]);
  expect(await findAppeals(riverton.database, key, ann)).toMatchObject({
    appeals: 0,
    versions: 0,
    rejected: 0,
  });
});

test('no table that counts holds a word of it', async () => {
  const database = riverton.database;
  await database.command({
    sql: 'ALTER TABLE publication UPDATE arranged = arranged - INTERVAL 2 MINUTE WHERE 1',
    settings: { mutations_sync: '2' },
  });
  await withdrawNothing(riverton);
  for (const word of ['annaone', 'annatwo', 'annathree', 'annaagain', 'annasix', '13900000001'])
    expect(await tablesWith(database, word), word).toEqual([]);
  expect(await tablesWith(database, await hashOf(riverton, '13900000001'))).toEqual([]);
  expect(await tablesWith(database, 'bobword')).toContain('appeal');
});

/** Lets the next holder of the lock drop what was replaced. */
async function withdrawNothing(on: Riverton): Promise<void> {
  await on.load([write(on, 'empty.csv')]);
}

test('a replay brings nothing back: a status counts, a text does not', async () => {
  const again = line('p2', '2023-05-02', '13900000001', 'annaback', 'closed').replace('06-10', '06-12');
  const earlier = line('p7', '2023-04-01', '13900000001', 'annaearlier');
  const report = await riverton.load([write(riverton, 'again.csv', again, ...lines.slice(2), earlier)]);
  expect(report).toMatchObject({
    failed: [],
    read: 6,
    kept: 5,
    rejected: 1,
    added: 1,
    corrected: 1,
    repeated: 3,
    erased: 0,
  });
  expect(await texts(riverton)).toEqual([
    'p1 closed ',
    'p2 closed ',
    'p3 received ',
    'p4 received bobword says',
    'p5 received catword says',
    'p7 received ',
  ]);
  expect(await callers(riverton)).toBe(4);
  for (const word of ['annaback', 'annathree', 'annaearlier', 'annasix'])
    expect(await tablesWith(riverton.database, word), word).toEqual([]);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('what the person says later is another matter', async () => {
  const soon = new Date(Date.now() + 12 * 3_600_000).toISOString().slice(0, 19);
  const late = `p8,${soon}+00:00,,housing,north,,,,received,13900000001,annalater,`;
  await riverton.load([write(riverton, 'late.csv', late)]);
  expect((await texts(riverton)).at(-1)).toBe('p8 received annalater');
});

test('a load that is taken back after an erasure leaves it erased', async () => {
  await withdraw(riverton.database, 2);
  expect((await texts(riverton))[0]).toBe('p1 received ');
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('what is erased as a whole is gone from every figure, as if it had never come', async () => {
  const without = await opened('erasure_without');
  const four = [line('p4', '2023-05-04', '13900000002', 'bobagain', 'closed').replace('06-10', '06-11')];
  const kept = lines.filter((each) => !/^p[14],/.test(each));
  await without.load([write(without, 'first.csv', ...kept)]);
  await replay.load([write(replay, 'first.csv', ...lines)]);
  await replay.load([write(replay, 'second.csv', correction, ...four)]);
  const ids = { ids: ['p1', 'p4'] };
  const entry = await eraseAppeals(replay.database, key, { ...request, sought: ids, grade: 'whole' });
  expect(entry).toMatchObject({ of: 'ids', appeals: 2, versions: 4 });
  expect(await everyFigure(replay.database)).toEqual(await everyFigure(without.database));
  expect(await unsoundness(replay.database)).toEqual([]);
  const ledger = await replay.database.rows({
    sql: "SELECT read, kept, rejected, added, corrected, repeated FROM load FINAL WHERE file != '' AND read > 0 ORDER BY load",
  });
  expect(ledger.rows).toEqual([
    { read: 6, kept: 3, rejected: 3, added: 3, corrected: 0, repeated: 0 },
    { read: 2, kept: 0, rejected: 2, added: 0, corrected: 0, repeated: 0 },
  ]);
});

test('a replay of what was erased as a whole is set aside, without what it said', async () => {
  const newer = line('p1', '2023-05-01', '13900000001', 'annanewer', 'closed').replace('06-10', '06-20');
  const before = await everyFigure(replay.database);
  const report = await replay.load([write(replay, 'third.csv', ...lines.slice(1), newer)]);
  expect(report).toMatchObject({ read: 6, kept: 3, rejected: 3, erased: 2, added: 0, repeated: 3 });
  expect(await everyFigure(replay.database)).toEqual(before);
  expect(await unsoundness(replay.database)).toEqual([]);
  expect(await tablesWith(replay.database, 'annanewer')).toEqual([]);
});

test('the ledger says who, why and how many, and nothing of the person', async () => {
  const [entry] = await readErasures(riverton.database);
  expect(entry).toMatchObject({
    who: 'test',
    reason: 'asked for',
    grade: 'texts',
    appeals: 3,
    state: 'complete',
  });
  expect(JSON.stringify(await readErasures(replay.database))).not.toMatch(/p1|p4|139/);
  const nobody = { ...request, sought: { caller: '13999999999' } };
  await expect(beginErasure(riverton.database, key, nobody)).rejects.toThrow('No appeal of this person');
  expect(await resumeErasures(riverton.database, key)).toEqual([]);
});
