import { type DuckDBBlobValue, DuckDBInstance } from '@duckdb/node-api';
import { everything } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { unzip } from '../unzip.ts';

const texts = [
  '=HYPERLINK("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  'a<b>&"c"',
  '\t=1',
  'x\u0001y',
  '_x0041_x0042_',
  'x\uFFFEy\uFFFFz',
  '暖气😀',
];

/** A cell holds 32,767 units of UTF-16; a character outside of the first plane takes two. */
const longTexts = {
  whole: '暖'.repeat(32_767),
  'whole too': `${'😀'.repeat(16_383)}x`,
  cut: 'x'.repeat(32_768),
  'cut too': '😀'.repeat(16_384),
};

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('export');
  const quoted = texts.map((text) => `"${text.replaceAll('"', '""')}"`);
  const rows = quoted.map(
    (text, index) => `e${index},2023-05-${index + 10} 10:00:00,north,39.9,116.4,${text}`,
  );
  const csv = `id,received,district,latitude,longitude,text\n${rows.join('\n')}\n`;
  expect(await riverton.load([riverton.file('texts.csv', csv)])).toMatchObject({ added: texts.length });
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const cellsOf = (row: string) =>
  [...row.matchAll(/<c(?: t="inlineStr")?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell]) => cell ?? '');
const rowsOf = (sheet = '') =>
  [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => cellsOf(row ?? ''));
const plain = (cell = '') =>
  cell
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|apos|amp|#x?[0-9a-f]+);/gi,
      (all, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? all,
    );

test('a workbook holds every record as text, and says what it is', async () => {
  const response = await server.fetch('/api/export?format=xlsx&where=district:north');
  expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(response.headers.get('content-disposition')).toContain('.xlsx');
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  const [names = [], ...records] = rowsOf(files.get('xl/worksheets/sheet1.xml'));
  const column = (name: string) => names.map(plain).indexOf(name);
  expect(records).toHaveLength(texts.length);
  const byId = new Map(records.map((record) => [plain(record[column('id')]), record]));
  texts.forEach((text, index) => {
    const record = byId.get(`e${index}`) ?? [];
    const expected = text
      .replace('\u0001', '')
      .replace(/_(?=x00)/g, '_x005F_')
      .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
      .trim();
    expect(plain(record[column('text')]).trim()).toBe(expected);
    expect(record[column('latitude')]).toBe('<v>39.9</v>');
    expect(record[column('unit')]).toBe('');
  });
  expect(files.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  const about = new Map(
    rowsOf(files.get('xl/worksheets/sheet2.xml')).map(([name, value]) => [plain(name), plain(value)]),
  );
  expect(Object.fromEntries(about)).toMatchObject({
    Selected: 'where=district%3Anorth',
    Records: String(texts.length),
    'Version of the data': '1',
  });
});

/** What another program reads in a Parquet file. */
async function readParquet(file: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (from: string) =>
    (await connection.runAndReadAll(`SELECT * FROM ${from}('${file}')`)).getRowObjects();
  const pairs = (await ask('parquet_kv_metadata')).map(({ key, value }) => [key, value].map(textOf));
  return { rows: await ask('read_parquet'), about: Object.fromEntries(pairs) as Record<string, string> };
}
const textOf = (blob: unknown) => Buffer.from((blob as DuckDBBlobValue).bytes).toString('utf8');

test('a Parquet file says in its footer what it is, also when it holds no record', async () => {
  for (const [where, records] of [
    ['district:north', texts.length],
    ['district:nowhere', 0],
  ] as const) {
    const response = await server.fetch(`/api/export?format=parquet&where=${where}`);
    const file = riverton.file('export.parquet', Buffer.from(await response.arrayBuffer()));
    const { rows, about } = await readParquet(file);
    expect(rows).toHaveLength(records);
    expect(about).toMatchObject({
      Selected: `where=${encodeURIComponent(where)}`,
      Records: String(records),
      'Version of the data': '1',
      'Seen by whoever exported': 'all appeals, with texts',
    });
  }
});

test('a CSV file leads to its description, as CSV on the Web has it', async () => {
  const file = await server.fetch('/api/export?where=district:north');
  const [names = ''] = (await file.text()).split('\n');
  const [, address = ''] = /^<(.*)>; rel="describedby"/.exec(file.headers.get('link') ?? '') ?? [];
  const response = await server.fetch(address);
  expect(response.headers.get('content-type')).toContain('application/csvm+json');
  const described = (await response.json()) as {
    url: string;
    tableSchema: { columns: { name: string; datatype: unknown }[] };
    notes: Record<string, string>[];
  };
  expect(file.headers.get('content-disposition')).toContain(`"${described.url}"`);
  expect(described.tableSchema.columns.map(({ name }) => `"${name}"`).join(',')).toBe(names);
  expect(described.notes).toMatchObject([{ Selected: 'where=district%3Anorth', 'Version of the data': '1' }]);
});

test('texts that a spreadsheet would take for formulas have an apostrophe in front in CSV', async () => {
  const body = await (await server.fetch('/api/export?format=csv')).text();
  for (const text of ['=HYPERLINK(""http://x"")', '+1', '-1', '@SUM(A1)', '＝1+1'])
    expect(body).toContain(`"'${text}"`);
  // A tab before it is blank, and gone when it is loaded.
  expect(body).toContain(`"'=1"`);
  expect(body).toContain('"暖气😀"');
});

test('every export is logged in a table, when it begins and when it ends', async () => {
  await (await server.fetch('/api/export?format=csv&where=topic1:none&q=%27%3B')).text();
  const logged = async () => {
    const { rows } = await riverton.database.rows<Record<string, unknown>>({
      sql: `SELECT state, format, asked, scope, version, records, bytes > 0 AS sent FROM export_log WHERE format = 'csv' AND asked LIKE '%words=%' ORDER BY written`,
    });
    return rows;
  };
  const asked = expect.stringMatching(/^where=topic1%3Anone&words=[\w-]{22}$/);
  const same = { format: 'csv', asked, version: 1, records: -1 };
  const scope = JSON.stringify(everything);
  await expect.poll(logged).toEqual([
    { ...same, scope, state: 'begun', sent: 0 },
    { ...same, scope, state: 'complete', sent: 1 },
  ]);
});

test('a cell holds as much text as a cell can, and a text that is cut says so', async () => {
  const rows = Object.entries(longTexts).map(([id, text]) => `${id},2023-06-01 10:00:00,south,${text}`);
  const csv = riverton.file('long.csv', `id,received,district,text\n${rows.join('\n')}\n`);
  expect(await riverton.load([csv])).toMatchObject({ added: rows.length });
  const ask = async () =>
    Buffer.from(await (await server.fetch('/api/export?format=xlsx&where=district:south')).arrayBuffer());
  const file = await ask();
  const sheet = unzip(file).get('xl/worksheets/sheet1.xml') ?? '';
  const [names = [], ...records] = rowsOf(sheet);
  const textOf = (id: string) =>
    plain(records.find(([first]) => plain(first) === id)?.[names.map(plain).indexOf('text')]);
  expect(textOf('whole')).toBe(longTexts.whole);
  expect(textOf('whole too')).toBe(longTexts['whole too']);
  for (const id of ['cut', 'cut too'] as const) {
    const [, kept = ''] = /^(.*) … \[cut; [^\]]*\]$/u.exec(textOf(id)) ?? [];
    expect(longTexts[id].startsWith(kept)).toBe(true);
    expect(textOf(id).length).toBeGreaterThan(32_765);
    expect(textOf(id).length).toBeLessThan(32_768);
  }
  expect((await ask()).equals(file)).toBe(true);
});

test('a file says in words which records it holds: filters, words, what is left out and the days with data', async () => {
  const csv = riverton.file(
    'flood.csv',
    'id,received,district,text\nf1,2023-02-10 10:00:00,north,cold\nf2,2023-03-10 10:00:00,north,cold\n',
  );
  expect(await riverton.load([csv])).toMatchObject({ added: 2 });
  const selection = new URLSearchParams({
    where: 'district:!south',
    q: 'cold',
    from: '2023-02-01',
    to: '2023-04-01',
    without_regimes: 'flood',
  });
  const figures = await server.query(`metrics=appeals&${selection}`);
  const list = await server.json<{ meta: { total: number } }>(`/api/appeals?${selection}`);
  const records = await (await server.fetch(`/api/export?format=ndjson&${selection}`)).text();
  expect([figures.rows[0]?.appeals, list.meta.total, records.trim().split('\n').length]).toEqual([1, 1, 1]);
  const about = await server.json<{ notes: Record<string, string>[] }>(`/api/export/about?${selection}`);
  expect(about.notes[0]).toMatchObject({
    Period: '2023-02-01 to 2023-03-31',
    Filters: expect.stringMatching(/^District is not .*\(?south\)?$/),
    Words: 'cold',
    'Left out': 'The great flood (2023-02-01 to 2023-02-28)',
    'Days with data': '10 of 59: 2023-03-01 to 2023-03-10',
  });
});
