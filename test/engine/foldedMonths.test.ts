import { readPublication } from '@hotline-atlas/clickhouse';
import { finishLoads } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('folded_months');
});
afterAll(() => riverton.close());

const header = 'id,received,topic,district,status,updated,text\n';
const dayOf = (day: number, status = 'open', updated = '') =>
  `d${day},2023-05-${String(day).padStart(2, '0')} 10:00:00,housing,south,${status},${updated},lift\n`;
const load = (name: string, lines: string) => riverton.load([riverton.file(name, header + lines)]);

const generations = async () => (await readPublication(riverton.database))?.generations.length;
const appeals = () => riverton.value(`SELECT count() FROM appeal WHERE ${published}`);

test('days that are handed over one by one become one generation of their month, with one row where there were eight', async () => {
  for (let day = 1; day <= 7; day++) await load(`${day}.csv`, dayOf(day));
  expect(await generations()).toBe(7);
  await load('8.csv', dayOf(8));
  await finishLoads(riverton.database);
  expect(await generations()).toBe(1);
  expect(await appeals()).toBe(8);
  expect(
    await riverton.value(`SELECT count() FROM rollup_month_area WHERE ${published} AND s_appeals = 8`),
  ).toBe(1);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('many files of a month that come at once are one generation from the first', async () => {
  const files = Array.from({ length: 9 }, (_, index) =>
    riverton.file(`more-${index}.csv`, header + dayOf(index + 10)),
  );
  await riverton.load(files);
  expect(await appeals()).toBe(17);
  expect(await generations()).toBe(2);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a correction makes its month one generation, and every row still says which file brought it', async () => {
  const report = await load(
    'corrections.csv',
    dayOf(3, 'closed', '2023-06-01 00:00:00') + dayOf(12, 'closed', '2023-06-01 00:00:00'),
  );
  expect(report).toMatchObject({ read: 2, corrected: 2 });
  expect(await generations()).toBe(1);
  expect(await appeals()).toBe(17);
  expect(await riverton.value(`SELECT uniqExact(load) FROM appeal WHERE ${published}`)).toBe(16);
  expect(await riverton.value(`SELECT countIf(status = 'closed') FROM appeal WHERE ${published}`)).toBe(2);
  expect(await unsoundness(riverton.database)).toEqual([]);
});
