import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';

let riverton: Riverton;

beforeAll(async () => {
  riverton = await openRiverton('read_files');
});
afterAll(() => riverton.close());

const texts = async (like: string): Promise<Record<string, string>> => {
  const { rows } = await riverton.database.rows<{ id: string; text: string }>({
    sql: `SELECT id, text FROM appeal WHERE ${published} AND id LIKE {like:String}`,
    parameters: { like },
  });
  return Object.fromEntries(rows.map(({ id, text }) => [id, text]));
};

/**
 * Texts with all that delimited files give a meaning to, and with what they do not; `\N` alone is a word for
 * unknown.
 */
const pieces = [
  '',
  ' ',
  'cold',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '暖气',
  'é',
  "'",
  '\\N',
  '\\',
  'x y',
];
const written = (text: string, delimiter: string, always: boolean): string =>
  always || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

test('the engine reads what was written, with any delimiter, line ends and quoting', async () => {
  const expected: Record<string, string> = {};
  const paths: string[] = [];
  for (const [d, delimiter] of [',', ';', '\t', '|'].entries())
    for (const [e, end] of ['\n', '\r\n', '\r'].entries()) {
      const lines = [['id', 'received', 'text', 'address'].join(delimiter)];
      for (const [a, before] of pieces.entries())
        for (const [b, behind] of pieces.entries()) {
          const id = `any-${d}-${e}-${a}-${b}`;
          const text = `${before}${behind}${before}`;
          expected[id] = text.trim() === '\\N' ? '' : text.trim();
          const fields = [id, '2023-05-01 10:00:00', text, before];
          lines.push(fields.map((field) => written(field, delimiter, (a + b) % 2 === 0)).join(delimiter));
        }
      paths.push(riverton.file(`any-${d}-${e}.csv`, lines.join(end)));
    }
  const report = await riverton.load(paths);
  expect(report).toMatchObject({ failed: [], rejected: 0, read: 12 * pieces.length ** 2 });
  const found = await texts('any-%');
  expect(Object.fromEntries(Object.entries(found).map(([id, text]) => [id, text.trim()]))).toEqual(expected);
});

test('files as they come: CR, tabs, UTF-16, sep=, empty columns at the end, packed under other names', async () => {
  const rows = (id: string, delimiter = ',', more = '') =>
    [`id,received,text${more}`, `${id},2023-05-01 10:00:00,one${more}`]
      .join('\r\n')
      .replaceAll(',', delimiter);
  const utf16 = Buffer.from(`\ufeff${rows('kind-utf16le', '\t')}`, 'utf16le');
  const paths = [
    riverton.file('cr.csv', rows('kind-cr').replaceAll('\r\n', '\r')),
    riverton.file(
      'mixed.csv',
      `${rows('kind-mixed-1')}\rkind-mixed-2,2023-05-01,one\n\nkind-mixed-3,2023-05-01,one`,
    ),
    riverton.file('crcrlf.csv', `${rows('kind-crcrlf').replaceAll('\r\n', '\r\r\n')}\r\r\n`),
    riverton.file('tabs.tsv', rows('kind-tsv', '\t')),
    riverton.file('tabs.csv', rows('kind-tabs', '\t')),
    riverton.file('pipes.tsv', rows('kind-pipes', '|')),
    riverton.file('utf16le.csv', utf16),
    riverton.file(
      'utf16be.csv.gz',
      gzipSync(Buffer.from(`\ufeff${rows('kind-utf16be')}`, 'utf16le').swap16()),
    ),
    riverton.file('sep.csv', `sep=;\r\n${rows('kind-sep', ';')}`),
    riverton.file('both.csv', rows('kind-both', ',', ',')),
    riverton.file('header.csv', rows('kind-header').replace('text', 'text,,')),
    riverton.file('lines.csv', `${rows('kind-lines-1')},\nkind-lines-2,2023-05-01,one,`),
    riverton.file('title.csv', `\n\n"ID","Received ","${'\u200b'}text"\nkind-names,2023-05-01,one`),
    riverton.file('packed.csv', gzipSync(rows('kind-packed'))),
    riverton.file('unpacked.csv.gz', rows('kind-unpacked')),
    riverton.file(
      'lines.ndjson',
      '\ufeff{"id":"kind-json-1","received":"2023-05-01","text":"one"}\r\n\r\n{"id":"kind-json-2","received":"2023-05-01","text":"one"}',
    ),
  ];
  const report = await riverton.load(paths);
  expect(report).toMatchObject({ failed: [], rejected: 0, read: 20 });
  expect(await texts('kind-%')).toEqual(
    Object.fromEntries(
      [
        'cr',
        'mixed-1',
        'mixed-2',
        'mixed-3',
        'crcrlf',
        'tsv',
        'tabs',
        'pipes',
        'utf16le',
        'utf16be',
        'sep',
        'both',
        'header',
        'lines-1',
        'lines-2',
        'names',
        'packed',
        'unpacked',
        'json-1',
        'json-2',
      ].map((name) => [`kind-${name}`, 'one']),
    ),
  );
});

test('quotes within a field that is not quoted are text', async () => {
  const path = riverton.file(
    'quotes.csv',
    'id,received,text\nquotes-1,2023-05-01,he said "cold" twice\nquotes-2,2023-05-01,5" pipe\n',
  );
  expect(await riverton.load([path])).toMatchObject({ failed: [], read: 2, kept: 2 });
  expect(await texts('quotes-%')).toEqual({ 'quotes-1': 'he said "cold" twice', 'quotes-2': '5" pipe' });
});

test('JSON over several lines is told', async () => {
  const { failed } = await riverton.load([
    riverton.file('array.ndjson', '[{"id":"a","received":"2023-05-01"}]\n'),
    riverton.file('pretty.ndjson', '{\n  "id": "a"\n}\n'),
  ]);
  expect(failed.map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/array\.ndjson: one JSON object a line is expected/),
    expect.stringMatching(/pretty\.ndjson: one JSON object a line is expected/),
  ]);
});

test('nested columns of Parquet that no field uses are ignored, used ones refused by name', async () => {
  const parquet = async (columns: string) => {
    const { body } = await riverton.database.bytes({ sql: `SELECT ${columns} FORMAT Parquet` });
    return body;
  };
  const nested = "tuple(1, 'a')::Tuple(n UInt8, v String) AS extra, [1, 2] AS list, map('k', 'v') AS pairs";
  const unused = await parquet(
    `'nested-1' AS id, '2023-05-01 10:00:00' AS received, 'one' AS text, ${nested}`,
  );
  const used = await parquet("'nested-2' AS id, '2023-05-01 10:00:00' AS received, ['one'] AS text");
  const report = await riverton.load([
    riverton.file('unused.parquet', unused),
    riverton.file('used.parquet', used),
  ]);
  expect(report).toMatchObject({ read: 1, kept: 1 });
  expect(report.failed.map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/used\.parquet: source orders takes text from the column text, which is nested/),
  ]);
});
