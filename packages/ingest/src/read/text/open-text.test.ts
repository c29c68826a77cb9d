import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputFile } from '../input-file.ts';
import { openText } from './open-text.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-text-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function textOf(
  content: Buffer | string,
  { name = 'file.csv', encoding = 'utf-8' } = {},
): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { head, rest } = await openText(inputFile(path, undefined, name), encoding, () => undefined);
  const parts = [head];
  for await (const chunk of rest) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

test('a byte order mark says the encoding, also of a packed file and over the source', async () => {
  const text = 'id,text\n1,暖气😀\n'.repeat(100_000);
  const marked = `\ufeff${text}`;
  expect(await textOf(Buffer.from(marked, 'utf16le'))).toBe(text);
  expect(await textOf(utf16be(marked), { encoding: 'gb18030' })).toBe(text);
  expect(await textOf(gzipSync(Buffer.from(marked, 'utf16le')), { name: 'file.csv.gz' })).toBe(text);
  expect(await textOf(gzipSync(marked), { name: 'file.csv.gz', encoding: 'gb18030' })).toBe(text);
});

test('UTF-16 without a byte order mark is read where the source says so, and told where not', async () => {
  expect(await textOf(utf16be('id,text\n'), { encoding: 'utf-16be' })).toBe('id,text\n');
  await expect(textOf(Buffer.from('id,text\n', 'utf16le'))).rejects.toThrow(
    'file.csv: the text looks like utf-16le without a byte order mark, but the source says utf-8; set `encoding: utf-16le` in the source',
  );
});

test('windows-1252 has its quotes and its euro', async () => {
  expect(await textOf(Buffer.from('\x80 \x93caf\xe9\x94', 'latin1'), { encoding: 'windows-1252' })).toBe(
    '€ “café”',
  );
});

test('text of another encoding than the source says is refused', async () => {
  await expect(textOf(Buffer.from('\xff\xff', 'latin1'), { encoding: 'gb18030' })).rejects.toThrow(
    'file.csv: the text is not gb18030; correct `encoding` in the source',
  );
});

test('packed files are known by their bytes, not by their names', async () => {
  expect(await textOf('id\n1\n', { name: 'unpacked.csv.gz' })).toBe('id\n1\n');
  expect(await textOf(gzipSync('id\n1\n'), { name: 'packed.csv' })).toBe('id\n1\n');
  expect(await textOf(Buffer.concat([gzipSync('id\n'), gzipSync('1\n')]), { name: 'two.csv.gz' })).toBe(
    'id\n1\n',
  );
});

test('a damaged packed file is told', async () => {
  await expect(
    textOf(Buffer.from('\x1f\x8b\x08nothing of the kind', 'latin1'), { name: 'damaged.csv.gz' }),
  ).rejects.toThrow(/^damaged\.csv\.gz: the compressed file (ends too early|is damaged)/);
  const damaged = Buffer.from('\x28\xb5\x2f\xfdjunkjunkjunk', 'latin1');
  await expect(textOf(damaged, { name: 'damaged.csv.zst' })).rejects.toThrow(
    /^damaged\.csv\.zst: the compressed file is damaged/,
  );
});

test('what is no table of text is told by its kind', async () => {
  const told: [content: Buffer | string, is: RegExp][] = [
    ['PK\x03\x04\x14\0\x06\0\x08\0\0\0[Content_Types].xml', /an Excel workbook; save its sheet/],
    ['PK\x03\x04\x14\0\x06\0\x08\0\0\0requests.csv', /a ZIP archive; unpack it/],
    [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), /an old Excel workbook/],
    ['PAR1\x15\x04', /a Parquet file; name it \.parquet/],
    [gzipSync(gzipSync('id\n')), /packed twice/],
    ['\n<!DOCTYPE html><html lang="en">', /a web page/],
    ['<?xml version="1.0"?><rows/>', /an XML file/],
    ['%PDF-1.7', /a PDF document/],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:1', /git lfs pull/],
    [Buffer.from(Array.from({ length: 4096 }, (_, at) => at % 251)), /something else than text/],
    ['', /the file is empty/],
    ['\ufeff \r\n\n', /the file is empty/],
  ];
  for (const [content, is] of told) await expect(textOf(content)).rejects.toThrow(is);
});
