import type { Statement } from '@hotline-atlas/clickhouse';
import { mergeRollups } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('merged_rollups');
});
afterAll(() => riverton.close());

const loadMonth = (month: string) =>
  riverton.load([
    riverton.file(
      `${month}.csv`,
      `id,received,topic,district,text\n${month},${month}-05 10:00:00,housing,south,lift\n`,
    ),
  ]);

/** The most parts any year of any rollup lies in, and how many parts have all columns in one file. */
async function partsOfRollups(): Promise<[most: number, compact: number]> {
  const { rows } = await riverton.database.rows<{ most: number; compact: number }>({
    sql: `SELECT toUInt32(max(parts)) AS most, toUInt32(sum(compact_parts)) AS compact
FROM (SELECT count() AS parts, countIf(part_type = 'Compact') AS compact_parts FROM system.parts
      WHERE database = currentDatabase() AND active AND startsWith(table, 'rollup_') GROUP BY table, partition)`,
  });
  return [rows[0]?.most ?? 0, rows[0]?.compact ?? 0];
}

const byMonth = async () => {
  const { rows } = await riverton.database.rows({
    sql: 'SELECT toString(month) AS month, sum(s_appeals) AS appeals FROM rollup_month_district GROUP BY month ORDER BY month',
  });
  return rows;
};

test('years of rollups that loads left in several parts are merged to one, and say the same', async () => {
  for (const month of ['2023-01', '2023-02', '2024-01']) await loadMonth(month);
  const before = await byMonth();
  expect(before).toHaveLength(3);
  expect((await partsOfRollups())[0]).toBeGreaterThan(1);
  await mergeRollups(riverton.database);
  expect(await partsOfRollups()).toEqual([1, 0]);
  expect(await byMonth()).toEqual(before);
});

test('who has to stop merges nothing more', async () => {
  await loadMonth('2023-04');
  const commands: string[] = [];
  const command = async ({ sql }: Statement): Promise<void> => void commands.push(sql);
  await mergeRollups({ ...riverton.database, command }, AbortSignal.abort());
  expect(commands).toEqual([]);
  await mergeRollups({ ...riverton.database, command });
  expect(commands.length).toBeGreaterThan(0);
});
