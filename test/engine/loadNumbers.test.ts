import { acquireLock, readPublication } from '@hotline-atlas/clickhouse';
import { completeYears } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('load_numbers');
});
afterAll(() => riverton.close());

const load = (name: string, month = '05') =>
  riverton.load([
    riverton.file(`${name}.csv`, `id,received,topic,district\n${name},2023-${month}-05,housing,north\n`),
  ]);
const loads = () =>
  riverton.value('SELECT groupArray(load) FROM (SELECT load FROM load FINAL ORDER BY load)');

test('a load takes one number', async () => {
  await load('one');
  await load('two');
  expect(await loads()).toEqual([1, 2]);
});

test('after a million numbers loads and sums of years go on, and nothing lies where something older lies', async () => {
  const { database } = riverton;
  await database.command({
    sql: "INSERT INTO load (load, state, written) SELECT 1048575, 'reserved', now64(3)",
  });
  await database.command({
    sql: 'INSERT INTO publication SELECT * REPLACE (toUInt32(1048574) AS edition) FROM newest_edition',
  });
  await load('three');
  await load('four', '06');
  expect(await loads()).toEqual([1, 2, 1048575, 1048576, 1048579]);
  expect(await riverton.value(`SELECT count() FROM appeal WHERE ${published}`)).toBe(4);
  const lock = await acquireLock(database, 'ingest');
  await completeYears(database, lock, { worthwhile: 0 }).finally(() => lock.release());
  expect((await readPublication(database))?.years).toHaveLength(1);
  expect(await unsoundness(database)).toEqual([]);
});
