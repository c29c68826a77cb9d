import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { withKeyValues } from './parquet-footer.ts';

/** Rows, a footer of three bytes that ends with its stop, its length, and the end of every file. */
const file = Buffer.from('rows\x15\x02\x00\x03\x00\x00\x00PAR1', 'latin1');
const written = async (chunks: Buffer[]) => {
  const stage = withKeyValues([['k', '值']]);
  const [bytes] = await Promise.all([buffer(stage), pipeline(Readable.from(chunks), stage)]);
  return bytes.toString('latin1');
};

test('pairs stand before the stop of the footer, however the bytes come', async () => {
  const pairs = '\x09\x0a\x1c\x18\x01k\x18\x03\xe5\x80\xbc\x00';
  const expected = `rows\x15\x02${pairs}\x00${String.fromCharCode(3 + pairs.length)}\x00\x00\x00PAR1`;
  expect(await written([file])).toBe(expected);
  expect(await written([...file].map((byte) => Buffer.from([byte])))).toBe(expected);
});

test('a file that breaks off does not end as if it were whole', async () => {
  for (const end of [0, 4, file.length - 1])
    await expect(written([file.subarray(0, end)])).rejects.toThrow('without an end');
});
