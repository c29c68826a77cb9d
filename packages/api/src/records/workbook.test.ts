import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { workbook } from './workbook.ts';

async function* rows(fails: boolean) {
  for (let row = 0; row < 50; row++) yield Buffer.from(`<row><c><v>${row}</v></c></row>`.repeat(100));
  if (fails) throw new Error('the engine stopped');
}

const written = (fails: boolean) =>
  buffer(workbook(['id'], Readable.from(rows(fails), { objectMode: false }), [['City', 'Story & <more>']]));

test('a workbook is a zip that ends with its directory', async () => {
  const file = await written(false);
  expect(file.subarray(0, 2).toString()).toBe('PK');
  expect(file.subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006');
});

test('a workbook whose rows fail fails too', async () => {
  await expect(written(true)).rejects.toThrow('the engine stopped');
});
