import { type Publication, readPublication, type Statement } from '@hotline-atlas/clickhouse';
import { dropAbandoned } from '@hotline-atlas/ingest';
import { everything, type Scope } from '@hotline-atlas/model';
import {
  answerPage,
  historyOf,
  parseCursor,
  readTables,
  sealFor,
  type Table,
  usualPatience,
} from '@hotline-atlas/query';
import { scopedTo } from '@hotline-atlas/query/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomAppealsSql } from '../random-appeals.ts';
import { anyQuestion } from '../random-questions.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
let tables: Table[];
beforeAll(async () => {
  riverton = await openRiverton('newest_appeals');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(6_000) });
  await riverton.load([riverton.file('random.csv', body)]);
  tables = await readTables(riverton.database);
});
afterAll(() => riverton.close());

async function publication(): Promise<Publication> {
  const found = await readPublication(riverton.database);
  if (!found) throw new Error('nothing was published');
  return found;
}

/** Months of which appeals are held in the order of their receipt, with how many. */
async function held(): Promise<Record<string, number>> {
  const { generations, rows } = await publication();
  const months: Record<string, number> = {};
  for (const [index, generation] of generations.entries()) {
    const month = generation % 4096;
    const name = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const count = rows.appeal_newest?.[index] ?? 0;
    if (count > 0) months[name] = (months[name] ?? 0) + count;
  }
  return months;
}

const seal = sealFor(Buffer.alloc(32), 'anyone');

type Selection = Parameters<typeof answerPage>[0];

interface Page {
  answer: Awaited<ReturnType<typeof answerPage>>;
  /** Tables of appeals its statements read. */
  read: string[];
}

async function page(
  selection: Selection,
  scope: Scope,
  cursor: string | null,
  of: Publication,
): Promise<Page> {
  const read: string[] = [];
  const rows = <Row>(statement: Statement) => {
    read.push(...(statement.sql.match(/(?<=FROM )appeal\w*/g) ?? []));
    return riverton.database.rows<Row>(statement);
  };
  const { city } = riverton;
  const answer = await answerPage(selection, {
    database: { ...riverton.database, rows },
    history: historyOf(of, city.time_zone),
    timeZone: city.time_zone,
    signal: AbortSignal.timeout(60_000),
    scope,
    city,
    tables,
    cursor: parseCursor(cursor ?? undefined, seal),
    orderedCursor: null,
    seal,
    numberKey: null,
    callerKey: null,
    size: 20,
    patience: usualPatience,
  });
  return { answer, read };
}

const seen = ({ answer: { meta, rows } }: Page) => ({
  rows,
  total: meta.total,
  next: meta.next_cursor,
});

test('the two newest months are held in the order of their receipt, and the same rows', async () => {
  const months = await held();
  expect(Object.keys(months).sort()).toEqual(['2023-06', '2023-07']);
  for (const [month, count] of Object.entries(months))
    expect(await riverton.value(`SELECT count() FROM appeal WHERE toStartOfMonth(day) = '${month}-01'`)).toBe(
      count,
    );
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('pages of any selection are the same in the order of receipt and by place and topic, whoever turns them', async () => {
  const counting = await publication();
  const { appeal_newest: _, ...rows } = counting.rows;
  const byPlace = { ...counting, rows };
  let inOrder = 0;
  await fc.assert(
    fc.asyncProperty(anyQuestion, fc.boolean(), async ({ where, withoutRegimes, from, to }, scoped) => {
      const scope = scoped ? scopedTo(['north'], { texts: false }) : everything;
      const days = from && to ? { from, to } : {};
      const selection: Selection = { where, withoutRegimes, ...days };
      for (let cursor: string | null = null, turned = 0; turned < 3; turned++) {
        const one: Page = await page(selection, scope, cursor, counting);
        const other: Page = await page(selection, scope, cursor, byPlace);
        expect(seen(one), JSON.stringify(selection)).toEqual(seen(other));
        expect(other.read).not.toContain('appeal_newest');
        if (one.read.includes('appeal_newest')) inOrder++;
        cursor = one.answer.meta.next_cursor;
        if (cursor === null) break;
      }
    }),
    { numRuns: 40, seed: 77, endOnFailure: true },
  );
  expect(inOrder).toBeGreaterThan(20);
}, 200_000);

const load = (name: string, lines: string) =>
  riverton.load([riverton.file(name, `id,received,topic,district,status,updated,text\n${lines}`)]);

test('a correction is on the newest page at once', async () => {
  await load('new.csv', 'n1,2023-07-31 23:59:59,housing,south,open,2023-08-01 00:00:00,lift\n');
  await load('correction.csv', 'n1,2023-07-31 23:59:59,housing,south,closed,2023-08-02 00:00:00,lift\n');
  const { answer, read } = await page(
    { where: [], withoutRegimes: [] },
    everything,
    null,
    await publication(),
  );
  expect(read).toContain('appeal_newest');
  expect(answer.rows[0]).toMatchObject({ id: 'n1', status: 'closed' });
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a month that is no longer among the newest is listed no more, and dropped when nobody can be reading it', async () => {
  await load('next.csv', 'a1,2023-08-01 10:00:00,housing,south,open,2023-08-01 11:00:00,lift\n');
  expect(Object.keys(await held()).sort()).toEqual(['2023-07', '2023-08']);
  const copies = 'SELECT uniqExact(toYYYYMM(day)) FROM appeal_newest';
  expect(await riverton.value(copies)).toBe(3);
  await riverton.database.command({
    sql: 'ALTER TABLE publication UPDATE arranged = arranged - INTERVAL 2 MINUTE WHERE 1',
    settings: { mutations_sync: '1' },
  });
  await dropAbandoned(riverton.database);
  expect(await riverton.value(copies)).toBe(2);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('what a killed copy left behind never counts, and the next load makes it whole', async () => {
  const { generations } = await publication();
  const newest = generations.filter((each) => each % 4096 === 1482);
  const parameters = { newest };
  await riverton.database.command({
    sql: 'ALTER TABLE appeal_newest DELETE WHERE generation IN {newest:Array(UInt32)} AND cityHash64(id) % 2 = 0',
    parameters,
    settings: { mutations_sync: '1' },
  });
  await riverton.database.command({
    sql: "ALTER TABLE publication UPDATE rows = mapFilter((table, _) -> table != 'appeal_newest', rows) WHERE 1",
    settings: { mutations_sync: '1' },
  });
  expect(await held()).toEqual({});
  await load('after.csv', 'a2,2023-08-02 10:00:00,housing,south,open,2023-08-02 11:00:00,lift\n');
  expect(Object.keys(await held()).sort()).toEqual(['2023-07', '2023-08']);
  expect(await unsoundness(riverton.database)).toEqual([]);
});
