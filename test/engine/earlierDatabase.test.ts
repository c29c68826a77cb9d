import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  connect,
  type Database,
  migrate,
  readConfiguration,
  readPublication,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { withdraw } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

/** The files a database of the release before versions were kept was made from. */
const earlier = /^0(0\d|1[0-4])_.+\.sql$/;

let riverton: Riverton;

/**
 * Writes what that release wrote of two appeals: one as it was loaded, one that a second load has replaced.
 */
async function fill(database: Database): Promise<void> {
  const appeal = (number: number, load: number, id: string, day: string, status: string) =>
    `SELECT ${number} * 4096 + 1480 AS generation, ${load} AS load, 1 AS line, '${id}' AS id, toDateTime('${day} 05:00:00', 'UTC') AS updated,
  toDateTime('${day} 02:00:00', 'UTC') AS received, toDate('${day}') AS day, 10 AS hour, 'housing' AS topic1, '${status}' AS status, 'loud' AS text`;
  const columns = 'generation, load, line, id, updated, received, day, hour, topic1, status, text';
  await database.command({
    sql: `INSERT INTO appeal (${columns}) ${appeal(1, 1, 'e1', '2023-05-01', 'open')} UNION ALL ${appeal(34, 33, 'e2', '2023-05-02', 'closed')}`,
  });
  await database.command({
    sql: `INSERT INTO load (load, written, file, source, content_hash, read, kept, added, corrected, state)
VALUES (1, now64(3), 'one.csv', 'orders', 'a', 2, 2, 2, 0, 'loaded'), (33, now64(3), 'two.csv', 'orders', 'b', 1, 1, 0, 1, 'loaded'), (64, now64(3), '', '', '', 0, 0, 0, 0, 'reserved')`,
  });
  await database.command({
    sql: `INSERT INTO export_log (export, asked) VALUES ('00000000-0000-0000-0000-000000000001', 'where=topic1%3Anone&q=mrs+smith'),
('00000000-0000-0000-0000-000000000002', 'q=a%26b&id=e1'), ('00000000-0000-0000-0000-000000000003', 'where=unit%3Aq%3D1')`,
  });
  await database.command({
    sql: `INSERT INTO publication (version, published, loads, generations, rows, first_ids, last_ids, appeals, first_day, last_day, newest_appeal)
VALUES (2, now64(3), [1, 33], [5576, 140744], {'appeal': [1, 1]}, ['e1', 'e2'], ['e1', 'e2'], 2, '2023-05-01', '2023-05-02', '2023-05-02 02:00:00')`,
  });
}

/** The numbered files of an earlier release, in a folder of their own. */
function folderOfEarlier(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-earlier-'));
  for (const file of readdirSync(sqlFolder).filter((name) => earlier.test(name)))
    copyFileSync(join(sqlFolder, file), join(folder, file));
  return folder;
}

beforeAll(async () => {
  const folder = folderOfEarlier();
  const connection = await connect(readConfiguration({ DATA_DIR: inject('dataDir') }, '/'));
  const database = await connection.database('earlier_database');
  await migrate(database, folder);
  await fill(database);
  riverton = await openRiverton('earlier_database');
  await connection.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => riverton.close());

const seen = () =>
  riverton.value(
    `SELECT groupArray((id, status, text)) FROM (SELECT id, status, text FROM appeal WHERE ${published} ORDER BY id)`,
  );

test('a database of an earlier release answers as before, is corrected, and a correction is taken back', async () => {
  expect(await readPublication(riverton.database)).toMatchObject({ version: 2, appeals: 2 });
  expect(
    await riverton.value(
      `SELECT groupArray((toUnixTimestamp(signed), returned)) FROM appeal WHERE ${published}`,
    ),
  ).toEqual([
    [0, -1],
    [0, -1],
  ]);
  const before = await seen();
  const correction = 'id,received,updated,status\ne1,2023-05-01 10:00:00,2023-05-09 00:00:00,closed\n';
  expect(await riverton.load([riverton.file('correction.csv', correction)])).toMatchObject({ corrected: 1 });
  expect(await seen()).toEqual([
    ['e1', 'closed', 'loud'],
    ['e2', 'closed', 'loud'],
  ]);
  expect((await unsoundness(riverton.database)).filter((wrong) => !wrong.startsWith('rollup_'))).toEqual([]);
  await withdraw(riverton.database, 65);
  expect(await seen()).toEqual(before);
  await expect(withdraw(riverton.database, 33)).rejects.toThrow(/Load 33 \(two.csv\) cannot be taken back/);
});

test('the log of exports keeps none of the words that stood in it', async () => {
  expect(
    await riverton.value(`SELECT groupArray(asked) FROM (SELECT asked FROM export_log ORDER BY export)`),
  ).toEqual(['where=topic1%3Anone&words=removed', 'words=removed&id=e1', 'where=unit%3Aq%3D1']);
});

test('a program from before does not touch a database that a newer one changed', async () => {
  const folder = folderOfEarlier();
  await expect(migrate(riverton.database, folder)).rejects.toThrow(
    /newer version of Hotline Atlas \(0(1[5-9]|2\d)_/,
  );
  rmSync(folder, { recursive: true, force: true });
});
