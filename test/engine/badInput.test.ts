import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { rejectedRows } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';

const header = 'id,received,topic,district,text';
let riverton: Riverton;
let files = 0;

/** A file name no other test uses: the ledger knows files by their content, people by their name. */
let name: (ending: string) => string;

beforeAll(async () => {
  riverton = await openRiverton('bad_input');
});
afterAll(() => riverton.close());
beforeEach(() => {
  files++;
  name = (ending) => `file-${files}.${ending}`;
});

const csv = (...lines: string[]) => `${[header, ...lines].join('\n')}\n`;
const count = (where: string) => riverton.value(`SELECT count() FROM appeal WHERE ${published} AND ${where}`);

async function rejectedOf(path: string): Promise<string[]> {
  const all = await text(await rejectedRows(riverton.database));
  return all.split('\n').filter((line) => line.includes(path));
}

test('a truncated gzip is refused whole, and loads when it is complete', async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, i) => `trunc-${i},2023-05-01 10:00:00,housing.heating.cold,north,cold ${i * 7919}`,
  );
  const whole = gzipSync(csv(...lines));
  const path = riverton.file(name('csv.gz'), whole.subarray(0, whole.length - 100));
  const report = await riverton.load([path]);
  expect(report.failed[0]?.problem).toMatch(/ends too early; fetch it again/);
  expect(await count("id LIKE 'trunc-%'")).toBe(0);
  expect((await riverton.load([riverton.file(name('csv.gz'), whole)])).added).toBe(5000);
});

test('a truncated zstd is refused whole', async () => {
  const plain = riverton.file(
    name('csv'),
    csv(...Array.from({ length: 2000 }, (_, i) => `z-${i},2023-05-01,housing,north,${i * 7919}`)),
  );
  execFileSync('zstd', ['-q', plain]);
  const whole = readFileSync(`${plain}.zst`);
  const report = await riverton.load([
    riverton.file(name('part.csv.zst'), whole.subarray(0, whole.length - 50)),
  ]);
  expect(report.failed[0]?.problem).toMatch(/ends too early/);
  expect((await riverton.load([`${plain}.zst`])).added).toBe(2000);
});

test('another delimiter is found, a header in another order read by its names', async () => {
  const path = riverton.file(
    name('csv'),
    'text;district;received;id\nhello;north;2023-05-02 08:00:00;delim-1\n',
  );
  expect((await riverton.load([path])).added).toBe(1);
  expect(await count("id = 'delim-1' AND text = 'hello' AND district = 'north' AND hour = 8")).toBe(1);
});

test('a missing header names the column, the field, and what the file has', async () => {
  const path = riverton.file(name('csv'), 'x-1,2023-05-01,housing\nx-2,2023-05-01,housing\n');
  const report = await riverton.load([path]);
  expect(report.failed[0]?.problem).toMatch(
    /takes received from the column received or 创建时间|takes id from the column id/,
  );
  expect(report.failed[0]?.problem).toContain(path);
});

test('a misspelt column is answered with the nearest that exists', async () => {
  const path = riverton.file(name('csv'), 'id,recieved\nx-1,2023-05-01\n');
  expect((await riverton.load([path])).failed[0]?.problem).toContain('Perhaps recieved?');
});

test('byte order mark, CRLF and a last line without an end change nothing', async () => {
  const content = `\uFEFF${header}\r\nbom-1,2023-05-01,housing,north,one\r\nbom-2,2023-05-01,housing,north,two`;
  expect((await riverton.load([riverton.file(name('csv'), content)])).added).toBe(2);
  expect(await count("id = 'bom-1' AND text = 'one'")).toBe(1);
  expect(await count("id = 'bom-2' AND text = 'two'")).toBe(1);
});

test('GB18030 is read as the source says; other bytes are refused with advice', async () => {
  const line = Buffer.concat([
    Buffer.from(
      '\xb1\xe0\xba\xc5,\xb4\xb4\xbd\xa8\xca\xb1\xbc\xe4,\xc7\xf8,\xd6\xf7\xd2\xaa\xc4\xda\xc8\xdd\n',
      'latin1',
    ),
    Buffer.from('gb-1,2023-05-01 09:30:00,', 'latin1'),
    Buffer.from('\xb1\xb1\xc7\xf8,\xc5\xaf\xc6\xf8\xb2\xbb\xc8\xc8\n', 'latin1'),
  ]);
  expect((await riverton.load([riverton.file(name('csv'), line)], 'letters')).added).toBe(1);
  expect(await count("id = 'gb-1' AND district = 'north' AND text = '暖气不热' AND channel = 'letter'")).toBe(
    1,
  );
});

test('rows that are not UTF-8 are set aside as they came, the others stay', async () => {
  const path = riverton.file(
    name('csv'),
    Buffer.concat([
      Buffer.from(csv('utf-1,2023-05-01,housing,north,good')),
      Buffer.from('utf-2,2023-05-01,housing,north,\xff\xfe\n', 'latin1'),
    ]),
  );
  const report = await riverton.load([path]);
  expect([report.read, report.kept, report.rejected]).toEqual([2, 1, 1]);
  expect((await rejectedOf(path)).join()).toContain('not UTF-8');
});

test('an embedded NUL sets its row aside with file, line and reason', async () => {
  const path = riverton.file(
    name('csv'),
    csv('nul-1,2023-05-01,housing,north,fine', 'nul-2,2023-05-01,housing,north,a\0b'),
  );
  const report = await riverton.load([path]);
  expect([report.kept, report.rejected]).toEqual([1, 1]);
  expect((await rejectedOf(path))[0]).toContain('3,"a NUL byte"');
});

test('quotes inside quotes, newlines and delimiters inside quotes are text', async () => {
  const path = riverton.file(
    name('csv'),
    csv(
      'q-1,2023-05-01,housing,north,"he said ""cold"", twice\nand again"',
      'q-2,2023-05-01,housing,north,after',
    ),
  );
  const report = await riverton.load([path]);
  expect([report.read, report.added]).toEqual([2, 2]);
  expect(await riverton.value("SELECT text FROM appeal WHERE id = 'q-1'")).toBe(
    'he said "cold", twice\nand again',
  );
});

test('broken quoting costs only its own line', async () => {
  const path = riverton.file(
    name('csv'),
    csv(
      'bq-1,2023-05-01,housing,north,"a "quoted" word"',
      'bq-2,2023-05-01,housing,north,fine',
      'bq-3,2023-05-01,housing,north,"never closed',
      'bq-4,2023-05-01,housing,north,last',
    ),
  );
  const report = await riverton.load([path]);
  expect([report.read, report.kept, report.rejected]).toEqual([4, 2, 2]);
  const rejected = await rejectedOf(path);
  expect(rejected[0]).toContain('2,"text after the closing quote of a field"');
  expect(rejected[1]).toContain('4,"a quoted field that does not end"');
});

test('too few and too many fields are set aside with their line', async () => {
  const path = riverton.file(
    name('csv'),
    csv('f-1,2023-05-01,housing', 'f-2,2023-05-01,housing,north,x,extra', 'f-3,2023-05-01,housing,north,ok'),
  );
  const report = await riverton.load([path]);
  expect([report.kept, report.rejected]).toEqual([1, 2]);
  expect((await rejectedOf(path)).join('\n')).toMatch(
    /2,"3 fields where the header has 5"[\s\S]*3,"6 fields where the header has 5"/,
  );
});

test('a cell of one megabyte is kept whole', async () => {
  const path = riverton.file(
    name('csv'),
    csv(`big-1,2023-05-01,housing,north,"${'长'.repeat(350_000)}"`, 'big-2,2023-05-01,housing,north,after'),
  );
  expect((await riverton.load([path])).added).toBe(2);
  expect(await riverton.value("SELECT lengthUTF8(text) FROM appeal WHERE id = 'big-1'")).toBe(350_000);
});

test('dates of 1899 and 2199 and words that are no dates are set aside; Excel serial numbers are dates', async () => {
  const path = riverton.file(
    name('csv'),
    csv(
      'd-1,1899-12-30,housing,north,',
      'd-2,2199-01-01,housing,north,',
      'd-3,yesterday,housing,north,',
      'd-4,45047.5,housing,north,',
      'd-5,,housing,north,',
    ),
  );
  const report = await riverton.load([path]);
  expect([report.kept, report.rejected]).toEqual([1, 4]);
  expect(
    await riverton.value("SELECT concat(toString(day), ' ', toString(hour)) FROM appeal WHERE id = 'd-4'"),
  ).toBe('2023-05-01 12');
  const reasons = (await rejectedOf(path)).join('\n');
  expect(reasons).toContain('is before 2010-01-01');
  expect(reasons).toContain('is in the future');
  expect(reasons).toContain('“yesterday” is not a time');
});

test('swapped coordinates are mended, those in the sea kept but not located; both are noted', async () => {
  const content =
    'id,received,district,latitude,longitude\nc-1,2023-05-01,north,39.7,116.6\nc-2,2023-05-01,north,116.6,39.7\nc-3,2023-05-01,north,0.5,-30\nc-4,2023-05-01,north,,\nc-5,2023-05-01,,0,0\n';
  expect((await riverton.load([riverton.file(name('csv'), content)])).added).toBe(5);
  const { rows } = await riverton.database.rows({
    sql: "SELECT location_quality AS quality, latitude, flaws, cell > 0 AS located FROM appeal WHERE id LIKE 'c-%' ORDER BY id",
  });
  expect(rows).toEqual([
    { quality: 'point', latitude: 39.7, flaws: [], located: 1 },
    { quality: 'swapped', latitude: 39.7, flaws: ['coordinates swapped'], located: 1 },
    { quality: 'outside', latitude: 0.5, flaws: ['coordinates outside the city'], located: 0 },
    { quality: 'area', latitude: 0, flaws: [], located: 0 },
    { quality: 'none', latitude: 0, flaws: [], located: 0 },
  ]);
});

test('closed before received keeps the appeal and counts no time to close', async () => {
  const content =
    'id,received,closed\nb-1,2023-05-02 10:00:00,2023-05-01 10:00:00\nb-2,2023-05-02 10:00:00,soon\n';
  await riverton.load([riverton.file(name('csv'), content)]);
  const { rows } = await riverton.database.rows({
    sql: "SELECT flaws, n_closed AS closed FROM appeal WHERE id IN ('b-1', 'b-2') ORDER BY id",
  });
  expect(rows).toEqual([
    { flaws: ['closed before received'], closed: 0 },
    { flaws: ['closed is not a time'], closed: 0 },
  ]);
});

test('duplicate ids in one file: the last line counts, once', async () => {
  const path = riverton.file(
    name('csv'),
    csv(
      'dup-1,2023-05-01,housing,north,first',
      'dup-1,2023-06-01,transport,south,second',
      'dup-2,2023-05-01,housing,north,',
      'dup-2,2023-05-01,housing,north,',
    ),
  );
  const report = await riverton.load([path]);
  expect(report).toMatchObject({ read: 4, kept: 4, added: 2, corrected: 1, repeated: 1 });
  expect(await count("id = 'dup-1'")).toBe(1);
  expect(await count("id = 'dup-1' AND district = 'south' AND day = '2023-06-01'")).toBe(1);
  expect(await count("id = 'dup-2'")).toBe(1);
});

test('an empty file, a missing file and an unknown ending are each one clear line', async () => {
  expect((await riverton.load([riverton.file(name('csv'), '')])).failed[0]?.problem).toMatch(
    /the file is empty/,
  );
  expect((await riverton.load([riverton.file(name('csv'), `${header}\n`)])).read).toBe(0);
  expect((await riverton.load(['/nowhere/at-all.csv'])).failed[0]?.problem).toMatch(/there is no such file/);
  expect((await riverton.load([riverton.file(name('docx'), 'x')])).failed[0]?.problem).toMatch(
    /files end in \.csv, \.tsv, \.ndjson, \.parquet/,
  );
});

test('a file that grows while it is read is refused', async () => {
  const path = riverton.file(
    name('csv'),
    csv(...Array.from({ length: 100_000 }, (_, i) => `grow-${i},2023-05-01,housing,north,${i}`)),
  );
  const growing = setInterval(() => appendFileSync(path, 'grow-x,2023-05-01,housing,north,\n'), 1);
  const report = await riverton.load([path]).finally(() => clearInterval(growing));
  expect(report.failed[0]?.problem).toMatch(/the file changed while it was read/);
  expect(await count("id LIKE 'grow-%'")).toBe(0);
});

test('JSON lines: good ones load, others are set aside as they came', async () => {
  const path = riverton.file(
    name('ndjson'),
    '{"id":7001,"received":"2023-05-01T10:00:00","district":"north","latitude":39.7,"longitude":116.6}\nnot json\n\n{"id":"7002","received":"2023-05-01T10:00:00Z"}\n["an","array"]\n',
  );
  const report = await riverton.load([path]);
  expect([report.read, report.kept, report.rejected]).toEqual([4, 2, 2]);
  expect((await rejectedOf(path))[0]).toContain('2,"not a JSON object","not json"');
  expect(await count("id = '7002' AND hour = 18")).toBe(1);
});

test('a source without key or header: exact repeats are one appeal', async () => {
  const path = riverton.file(
    name('csv'),
    '2023-05-01 10:00:00;light;park\n2023-05-01 10:00:00;light;park\n2023-05-01 10:00:00;light;street\n',
  );
  const report = await riverton.load([path], 'sensor');
  expect(report).toMatchObject({ read: 3, kept: 3, added: 2, repeated: 1 });
  expect(await count("topic1 = 'light' AND topic2 = 'light > park'")).toBe(1);
});

test('Parquet loads; a broken Parquet file is refused', async () => {
  const { body } = await riverton.database.bytes({
    sql: "SELECT concat('pq-', toString(number)) AS id, toDateTime('2023-05-01 00:00:00') + number AS received, 'housing.heating.cold' AS topic, 'north' AS district FROM numbers(1000) FORMAT Parquet",
  });
  expect((await riverton.load([riverton.file(name('parquet'), body)])).added).toBe(1000);
  expect(await count("id LIKE 'pq-%' AND topic2 = 'housing.heating' AND hour = 8")).toBe(1000);
  const report = await riverton.load([riverton.file(name('parquet'), body.subarray(0, body.length - 10))]);
  expect(report.failed[0]?.problem).toMatch(/not a complete Parquet file/);
});
