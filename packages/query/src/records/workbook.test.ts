import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { textRow, workbook } from './workbook.ts';

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

test('the same rows give the same bytes, whenever they are asked for', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-01-31T10:00:00Z') });
  const first = await written(false);
  vi.setSystemTime(new Date('2025-06-30T11:11:11Z'));
  expect((await written(false)).equals(first)).toBe(true);
  vi.useRealTimers();
});

test('what stands beside the rows is XML, whatever a city or a question is called', () => {
  expect(textRow(['a\uFFFE\u0000\uD800😀'])).toContain('>a\uFFFD\uFFFD\uFFFD😀<');
  expect(textRow(['_x0041_x0042_ <&>'])).toContain('>_x005F_x0041_x005F_x0042_ &lt;&amp;&gt;<');
});
