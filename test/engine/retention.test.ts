import { type City, readCity } from '@hotline-atlas/city';
import type { Database, Statement } from '@hotline-atlas/clickhouse';
import { eraseAppeals, eraseDue, findDueErasures, readErasures, resumeErasures } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyFigure, tablesWith } from '../erasure-figures.ts';
import { fixtureCities, openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

const key = '0'.repeat(32);
const keeping: City = {
  ...readCity(fixtureCities, 'riverton'),
  retention: { texts: 'P1Y', callers: 'P1Y' },
};
const open: Riverton[] = [];
let riverton: Riverton;

async function opened(name: string): Promise<Riverton> {
  const one = await openRiverton(name);
  open.push(one);
  return one;
}
beforeAll(async () => {
  riverton = await opened('retention');
});
afterAll(async () => {
  for (const one of open) await one.close();
});

const header = 'id,received,updated,topic,district,status,caller,text,address';
const line = (id: string, received: string, caller: string, status = 'received', updated = '2024-04-01') =>
  `${id},${received},${updated} 00:00:00,housing,north,${status},139${caller},word${id},street${id}`;
/** Ann and Bob; the third is of the leap day, the fourth of the last minute before it. */
const lines = [
  line('r1', '2024-01-31 10:00:00', 'ann'),
  line('r2', '2024-02-10 10:00:00', 'ann'),
  line('r3', '2024-02-29 00:00:00', 'ann'),
  line('r4', '2024-02-28 23:59:59', 'bob'),
  line('r5', '2024-03-01 00:00:00', 'ann'),
  line('r6', '2023-12-05 10:00:00', 'bob'),
  line('r9', 'never', 'bob'),
];
const write = (on: Riverton, name: string, ...rows: string[]) =>
  on.file(name, `${[header, ...rows].join('\n')}\n`);

async function texts(on: Riverton): Promise<string> {
  const { rows } = await on.database.rows<{ said: string }>({
    sql: `SELECT concat(id, ':', status, ':', text, ':', address) AS said FROM appeal WHERE ${published} ORDER BY id`,
  });
  return rows.map(({ said }) => said.replace(/^(r\d).*:word\1:street\1$/, '$1')).join(' ');
}
async function callersByMonth(on: Riverton): Promise<string> {
  const { rows } = await on.database.rows<{ said: string }>({
    sql: `SELECT concat(toString(toStartOfMonth(day)), ' ', toString(uniqExact(caller)), '/', toString(count())) AS said
FROM appeal WHERE ${published} GROUP BY toStartOfMonth(day) ORDER BY said`,
  });
  return rows.map(({ said }) => said).join(', ');
}
const callers = (on: Riverton) => on.value(`SELECT uniqExact(caller) FROM appeal WHERE ${published}`);
/** Figures but those of different callers of several months together. */
async function figures(on: Riverton): Promise<Record<string, string>> {
  const { callers: _, ...rest } = await everyFigure(on.database);
  return rest;
}

const months = '2023-12-01 1/1, 2024-01-01 1/1, 2024-02-01 2/3, 2024-03-01 1/1';
const lastSecond = new Date('2025-02-28T15:59:59Z');
const midnight = new Date('2025-02-28T16:00:00Z');

test('what is older than the span by the days of the city is told, and nothing else', async () => {
  await riverton.load([write(riverton, 'first.csv', ...lines)]);
  const due = await findDueErasures(riverton.database, keeping, lastSecond);
  expect(due).toMatchObject({
    texts: 3,
    callers: 2,
    kept_from: { texts: '2024-02-28', callers: '2024-02-01' },
  });
  expect(await findDueErasures(riverton.database, riverton.city, lastSecond)).toMatchObject({
    texts: 0,
    callers: 0,
  });
  expect(await texts(riverton)).toBe('r1 r2 r3 r4 r5 r6');
});

test('texts are blanked by days, callers by months, and figures stay', async () => {
  const before = await figures(riverton);
  expect(await callersByMonth(riverton)).toBe(months);
  expect(await eraseDue(riverton.database, keeping, {}, lastSecond)).toMatchObject({ texts: 3, callers: 2 });
  expect(await texts(riverton)).toBe('r1:received:: r2:received:: r3 r4 r5 r6:received::');
  expect(await callersByMonth(riverton)).toBe(months);
  expect(await callers(riverton)).toBe(4);
  expect(await figures(riverton)).toEqual(before);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('the leap day is blanked with the first of March, at midnight of the city', async () => {
  const before = await figures(riverton);
  expect(await eraseDue(riverton.database, keeping, {}, lastSecond)).toMatchObject({ texts: 0, callers: 0 });
  expect(await eraseDue(riverton.database, keeping, {}, midnight)).toMatchObject({ texts: 2, callers: 3 });
  expect(await texts(riverton)).toBe(
    'r1:received:: r2:received:: r3:received:: r4:received:: r5 r6:received::',
  );
  expect(await callersByMonth(riverton)).toBe(months);
  expect(await figures(riverton)).toEqual(before);
  const runs = (await readErasures(riverton.database)).filter(({ of }) => of === 'retention');
  expect(runs.map(({ state, appeals }) => [state, appeals])).toEqual([
    ['complete', 3],
    ['complete', 3],
  ]);
});

test('a replay brings no text and no caller back, and changes no figure but what it corrects', async () => {
  const before = await callers(riverton);
  const corrected = line('r3', '2024-02-29 00:00:00', 'ann', 'closed', '2024-05-01');
  const fresh = line('r7', '2024-01-15 10:00:00', 'cat');
  const report = await riverton.load([write(riverton, 'again.csv', ...lines, corrected, fresh)]);
  expect(report).toMatchObject({ read: 9, kept: 8, rejected: 1, added: 1, corrected: 1, repeated: 6 });
  expect(await texts(riverton)).toBe(
    'r1:received:: r2:received:: r3:closed:: r4:received:: r5 r6:received:: r7:received::',
  );
  expect(await callers(riverton)).toBe(Number(before) + 1);
  expect(await callersByMonth(riverton)).toBe(months.replace('2024-01-01 1/1', '2024-01-01 2/2'));
  expect(await unsoundness(riverton.database)).toEqual([]);
  expect(await tablesWith(riverton.database, 'wordr7')).toEqual([]);
});

test('rows set aside are as old as their load', async () => {
  const inThreeYears = new Date(Date.now() + 3 * 365 * 86_400_000);
  expect(await tablesWith(riverton.database, 'wordr9')).toEqual(['rejected_row']);
  await eraseDue(riverton.database, keeping, {}, inThreeYears);
  expect(await tablesWith(riverton.database, 'wordr9')).toEqual([]);
  expect(await texts(riverton)).toMatch(/r5:received:: /);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

/** Whether a statement is of the lock, which beats by itself, or only clears away. */
const isOutside = ({ sql }: Statement): boolean => /^(DROP|INSERT INTO \{table)/.test(sql);

/** A database whose process dies with the n-th statement that writes. */
function dying(database: Database, after: number): Database {
  let left = after;
  const guard = <Rest extends unknown[]>(run: (statement: Statement, ...rest: Rest) => Promise<void>) => {
    return async (statement: Statement, ...rest: Rest): Promise<void> => {
      if (!isOutside(statement) && left-- <= 0) throw new Error('killed');
      return run(statement, ...rest);
    };
  };
  return { ...database, command: guard(database.command), insert: guard(database.insert) };
}

/** Runs something again and again, each time killed a little later, until it comes to its end. */
async function killedEverywhere(
  database: Database,
  run: (mortal: Database) => Promise<unknown>,
  meanwhile: () => Promise<void>,
): Promise<number> {
  for (let after = 0; ; after += 1 + Math.floor(after / 3)) {
    try {
      await run(dying(database, after));
      return after;
    } catch (error) {
      if ((error as Error).message !== 'killed') throw error;
      await meanwhile();
    }
  }
}

test('killed anywhere and run again, it ends with the same figures', async () => {
  const one = await opened('retention_killed');
  await one.load([write(one, 'first.csv', ...lines)]);
  await one.load([
    write(one, 'second.csv', line('r1', '2024-01-31 10:00:00', 'ann', 'closed', '2024-05-01')),
  ]);
  const before = await figures(one);
  const [old, blank] = [
    await texts(one),
    'r1:closed:: r2:received:: r3:received:: r4:received:: r5 r6:received::',
  ];
  const kills = await killedEverywhere(
    one.database,
    (mortal) => eraseDue(mortal, keeping, {}, midnight),
    async () => {
      expect([old, blank]).toContain(await texts(one));
      expect(await unsoundness(one.database)).toEqual([]);
      expect(await figures(one)).toEqual(before);
    },
  );
  expect(kills).toBeGreaterThan(20);
  expect(await texts(one)).toBe(blank);
  expect(await figures(one)).toEqual(before);
  expect(await tablesWith(one.database, 'wordr1')).toEqual(
    (await tablesWith(one.database, 'wordr1')).filter((table) => table === 'appeal'),
  );
});

test('a whole erasure that is killed anywhere is completed', async () => {
  const [one, without] = [await opened('erasure_killed'), await opened('erasure_never')];
  const second = line('r2', '2024-02-10 10:00:00', 'ann', 'closed', '2024-05-01');
  await one.load([write(one, 'first.csv', ...lines)]);
  await one.load([write(one, 'second.csv', second)]);
  await without.load([write(without, 'first.csv', ...lines.filter((each) => !/^r[26]/.test(each)))]);
  const request = { sought: { ids: ['r2', 'r6'] }, grade: 'whole', reason: 'asked', who: 'test' } as const;
  await expect(eraseAppeals(dying(one.database, 6), key, request)).rejects.toThrow('killed');
  expect((await readErasures(one.database))[0]?.state).toBe('begun');
  await killedEverywhere(
    one.database,
    (mortal) => resumeErasures(mortal, key),
    async () =>
      expect([4, 6]).toContain(Number(await one.value(`SELECT count() FROM appeal WHERE ${published}`))),
  );
  await resumeErasures(one.database, key);
  expect(await everyFigure(one.database)).toEqual(await everyFigure(without.database));
  expect(await unsoundness(one.database)).toEqual([]);
  expect((await readErasures(one.database))[0]).toMatchObject({ state: 'complete', appeals: 2 });
});
