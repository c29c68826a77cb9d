import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readCity, sourceOf, withDates } from '@hotline-atlas/city';
import { connect, type Database, migrate, readConfiguration, sqlFolder } from '@hotline-atlas/clickhouse';
import { findFiles, type IngestReport, ingest, rejectedRows } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { published } from '../riverton.ts';

/** How columns become fields: a small pack in Los Angeles, changed by each test. */
const cityYaml = `
name: { en: Testville }
hotline: { en: "311" }
time_zone: America/Los_Angeles
earliest: 2000-01-01
bounds: [-119, 33, -117, 35]
`;
let folder = '';
let close = async () => {};
let database: Database;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-mapping-'));
  mkdirSync(join(folder, 'testville', 'sources'), { recursive: true });
  writeFileSync(join(folder, 'testville', 'city.yaml'), cityYaml);
  const connection = await connect(readConfiguration({ DATA_DIR: inject('dataDir') }, '/'));
  close = () => connection.close();
  database = await connection.database('mapping');
  await migrate(database, sqlFolder);
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** Loads a file of lines by a pack with these fields; `dates` as given on the command line. */
async function load(fields: string, lines: string[], dates: string[] = []): Promise<IngestReport> {
  writeFileSync(join(folder, 'testville', 'sources', 'calls.yaml'), `title: { en: Calls }\n${fields}`);
  const file = join(folder, `file-${++count}.csv`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const city = readCity(folder, 'testville');
  const source = sourceOf(city, 'calls');
  return ingest({
    database,
    city,
    source: dates.length > 0 ? withDates(source, dates) : source,
    ...(await findFiles([file])),
    callerKey: '0'.repeat(32),
  });
}

const rows = async (columns: string, prefix: string) =>
  (
    await database.rows<Record<string, unknown>>({
      sql: `SELECT ${columns} FROM appeal WHERE ${published} AND id LIKE '${prefix}%' ORDER BY id`,
    })
  ).rows.map((row) => Object.values(row));

const rejected = async (prefix: string): Promise<string> =>
  (await text(await rejectedRows(database)))
    .split('\n')
    .filter((line) => line.includes(prefix))
    .join('\n');

const local = (time: string) =>
  `if(${time} = 0, '', formatDateTime(${time}, '%F %H:%i', 'America/Los_Angeles'))`;

test('iso is ISO 8601 and nothing else; times on no clock are none', async () => {
  const values = [
    '2024-03-05',
    '2024-03-05T10:30',
    '2024-03-05 10:30:15.25',
    '2024-03-05T10:30:00Z',
    '2024-03-05T10:30:00+0530',
    '2024-11-03 01:30:00',
  ];
  const wrong = [
    ...[
      '10/05/2018',
      '1/2/18',
      '5',
      '10:30',
      '2024',
      '25:00',
      '2024-00-10',
      '2024-02-30',
      '2024-03-05 24:00:00',
    ],
    ...[
      '0000-00-00',
      'NULL',
      '',
      '2024-03-10 02:30:00',
      '2024-03-05 10:30 PM',
      '20240305',
      '2024-03-05T10:30+99:00',
      '2024-03-05 10',
    ],
  ];
  const report = await load('fields: { id: { column: id }, received: { column: at } }', [
    'id,at',
    ...values.map((value, index) => `iso-${index},${value}`),
    ...wrong.map((value, index) => `iso-w${index},${value}`),
  ]);
  expect([report.kept, report.rejected]).toEqual([values.length, wrong.length]);
  expect(await rows(local('received'), 'iso-')).toEqual([
    ['2024-03-05 00:00'],
    ['2024-03-05 10:30'],
    ['2024-03-05 10:30'],
    ['2024-03-05 02:30'],
    ['2024-03-04 21:00'],
    ['2024-11-03 01:30'],
  ]);
  const reasons = await rejected('iso-w');
  expect(reasons).toContain('“10/05/2018” is not a time (expected iso)');
  expect(reasons).toContain('“0000-00-00” means unknown');
  expect(reasons).toContain('“2024-03-10 02:30:00” was on no clock');
});

test('a pattern may have digits behind the second, and an offset', async () => {
  const report = await load(
    `fields:
  id: { column: id }
  received: { column: at, dates: ["yyyy-MM-dd HH:mm:ss.SSS"] }
  closed: { column: closed, dates: ["yyyy-MM-dd HH:mm:ss.SSSSSS Z"] }`,
    ['id,at,closed', 'fraction-1,2024-03-05 10:30:59.999,2024-03-06 10:30:59.999999 +0000'],
  );
  expect([report.kept, report.rejected]).toEqual([1, 0]);
  expect(await rows("toString(received, 'UTC'), toString(closed, 'UTC')", 'fraction-')).toEqual([
    ['2024-03-05 18:30:59', '2024-03-06 10:30:59'],
  ]);
});

test('the form is decided by the whole column; a value of another form is set aside, never read by it', async () => {
  const fields = `fields:
  id: { column: id }
  received: { column: at, dates: [iso, "M/d/yyyy h:mm:ss a", "d/M/yyyy h:mm:ss a", excel] }
  closed: { column: closed, dates: [iso, "M/d/yy H:mm", "M/d/yyyy h:mm:ss a"] }
  updated: { column: updated }`;
  const report = await load(fields, [
    'id,at,closed,updated',
    'us-1,10/05/2018 11:30:00 PM,1/2/19 3:04,5',
    'us-2,10/21/2018 12:05:00 AM,NULL,2018-10-22',
    'us-3,12/01/2018 12:00:00 PM,2018-12-02,2099-01-01',
    'us-4,43405.5,1/3/19 3:04,2018-12-05',
    'us-5,2018-12-01 10:00,1/3/19 23:04,2018-12-05',
    'us-6,12/13/2018 0:00:00 PM,,',
    'us-7,12/13/1899 1:00:00 PM,,',
  ]);
  expect([report.kept, report.rejected]).toEqual([4, 3]);
  expect(await rows(`${local('received')}, ${local('closed')}, flaws`, 'us-')).toEqual([
    ['2018-10-05 23:30', '2019-01-02 03:04', ['updated is not a time']],
    ['2018-10-21 00:05', '', []],
    ['2018-12-01 12:00', '', ['closed is not a time', 'updated is out of range']],
    ['2018-11-01 12:00', '2019-01-03 03:04', []],
  ]);
  expect(await rejected('us-7')).toContain('is before 2000-01-01');
  expect(await rejected('us-5')).toContain('is not a time (expected M/d/yyyy h:mm:ss a or excel)');
});

test('a column that two forms read differently stops its file, until the form is named', async () => {
  const fields = `fields: { id: { column: id }, received: { column: at, dates: ["M/d/yyyy H:mm", "d/M/yyyy H:mm"] } }`;
  const lines = ['id,at', 'amb-1,1/2/2018 10:00', 'amb-2,3/4/2018 10:00'];
  const report = await load(fields, lines);
  expect(report.failed[0]?.problem).toContain(
    'received: in the column at, “1/2/2018 10:00” is 2018-01-02 10:00:00 as M/d/yyyy H:mm and 2018-02-01 10:00:00 as d/M/yyyy H:mm',
  );
  expect((await load(fields, lines, ['d/M/yyyy H:mm'])).added).toBe(2);
  expect(await rows('toString(day)', 'amb-')).toEqual([['2018-02-01'], ['2018-04-03']]);
  expect((await load(fields, [...lines, 'amb-3,1/13/2018 10:00'])).kept).toBe(3);
});

test('words for unknown are unknown in every field, and can be named or cleared', async () => {
  const fields = `unknown: [Unspecified]
fields:
  id: { column: id }
  received: { column: received }
  closed: { column: closed }
  topic1: { column: topic }
  topic2: { column: topic2, unknown: [] }
  district: { column: district, values: { N/A: north } }
  latitude: { column: lat }
  longitude: { column: lon }
  caller: { column: caller }
  channel: { column: channel }
  status: { column: status, values: { open: received, closed: closed }, otherwise: { value: in_progress } }
  text: { column: text }`;
  const report = await load(fields, [
    'id,received,closed,topic,topic2,district,lat,lon,caller,channel,status,text',
    'null-1,2024-03-01 10:00:00,NULL,NULL,None,N/A,NULL,NULL,NULL,NULL,NULL,NULL',
    'null-2,2024-03-01 10:00:00,N/A,-,,-,-,-,nUlL,n/a,-,-',
    'null-3,2024-03-01 10:00:00,null,unspecified,,,nan,inf,-,phone,other,hello',
    'null-4,2024-03-01 10:00:00,\u3000,\u00a0,\u3000,\u200b,无,暂无,\u3000\u00a0,\u00a0,\u3000,\u00a0',
    'NULL,2024-03-01 10:00:00,,,,,,,,,,',
  ]);
  expect([report.kept, report.rejected]).toEqual([4, 1]);
  expect(
    await rows(
      'closed = 0 AS open, topic1, topic2, district, location_quality, caller, channel, status, text, flaws',
      'null-',
    ),
  ).toEqual([
    [1, '', 'None', 'north', 'area', 0, '', '', '', []],
    [1, '', '', '', 'none', 0, '', '', '', []],
    [1, '', '', '', 'none', 0, 'phone', 'in_progress', 'hello', []],
    [1, '', '', '', 'none', 0, '', '', '', []],
  ]);
});

test('a word that is not of the closed list is unknown, and a flaw', async () => {
  const fields =
    'fields: { id: { column: id }, received: { column: at }, status: { column: status }, resolved: { column: resolved } }';
  const report = await load(fields, [
    'id,at,status,resolved',
    'word-1,2024-03-01,canceld,maybe',
    'word-2,2024-03-01,closed,yes',
  ]);
  expect(report.flaws).toEqual({ 'resolved is not a standard word': 1, 'status is not a standard word': 1 });
  expect(await rows('status, resolved, flaws', 'word-')).toEqual([
    ['', '', ['status is not a standard word', 'resolved is not a standard word']],
    ['closed', 'yes', []],
  ]);
});

test('a column that the file lacks stops it, unless it may lack it', async () => {
  const fields = (more: string) =>
    `fields: { id: { column: id }, received: { column: at }, topic1: { column: [topc, Subject]${more} } }`;
  const report = await load(fields(''), ['id,at,topic', 'col-1,2024-03-01,noise']);
  expect(report.failed[0]?.problem).toMatch(
    /takes topic1 from the column topc or Subject, which the file does not have\. Perhaps topic\? .*optional: true/,
  );
  expect((await load(fields(', optional: true'), ['id,at,topic', 'col-1,2024-03-01,noise'])).kept).toBe(1);
});

test('a file may lack a column that other files of its source have', async () => {
  const fields = 'fields: { id: { column: id }, received: { column: at }, address: { column: where } }';
  await load(fields, ['id,at,where', 'few-1,2024-03-01,Main St']);
  expect((await load(fields, ['id,at', 'few-1,2024-03-02', 'few-2,2024-03-02'])).failed).toEqual([]);
  expect(await rows('address', 'few-')).toEqual([['Main St'], ['']]);
});

test('coordinates are read with comma, sign of degree and letters, or from one column; others are a flaw', async () => {
  const axes = 'latitude: { column: lat }, longitude: { column: lon }';
  await load(`delimiter: ";"\nfields: { id: { column: id }, received: { column: at }, ${axes} }`, [
    'id;at;lat;lon',
    'deg-1;2024-03-01;34,05;-118,24',
    'deg-2;2024-03-01;34.05°;118.24° W',
    'deg-3;2024-03-01;N 34.05;118.24W',
    'deg-4;2024-03-01;34.05 W;-118.24',
    'deg-5;2024-03-01;1,017,901;198,161',
    'deg-6;2024-03-01;34.05;-118.24 W',
  ]);
  const located = (latitude: number, longitude: number) => ['point', latitude, longitude, []];
  const lost = ['none', 0, 0, ['coordinates not understood']];
  const place = 'location_quality, latitude, longitude, flaws';
  expect(await rows(place, 'deg-')).toEqual([
    ...Array.from({ length: 3 }, () => located(34.05, -118.24)),
    ...Array.from({ length: 3 }, () => lost),
  ]);
  const points = [
    ...['POINT (-118.24 34.05)', '(34.05, -118.24)', '34.05,-118.24', '-118.24 34.05', '34.05 N, 118.24 W'],
    ...['2 Main St (34.05, -118.24)', 'SRID=4326;POINT(-118.24 34.05)', '34,05; -118,24'],
    '{""type"":""Point"",""coordinates"":[-118.24,34.05]}',
  ];
  await load('fields: { id: { column: id }, received: { column: at }, point: { column: where } }', [
    'id,at,where',
    ...points.map((point, index) => `pt-${index},2024-03-01,"${point}"`),
    'pt-x,2024-03-01,somewhere',
    'pt-y,2024-03-01,NULL',
  ]);
  expect(await rows(place, 'pt-')).toEqual([
    ...points.map(() => located(34.05, -118.24)),
    lost,
    ['none', 0, 0, []],
  ]);
});

test('New York reads its usual dates, whichever of them a file has', async () => {
  const cities = fileURLToPath(new URL('../../cities', import.meta.url));
  const city = readCity(cities, 'new-york');
  const file = join(folder, 'nyc.csv');
  writeFileSync(
    file,
    `Unique Key,Created Date,Closed Date,Agency,Complaint Type,Descriptor,Borough,Latitude,Longitude
nyc-1,10/05/2018 11:30:00 PM,10/06/2018 01:00:00 AM,NYPD,Noise,Loud,QUEENS,40.7,-73.9
nyc-2,10/21/2018 12:05:00 AM,10/21/2018 01:00:00 PM,NYPD,Noise,Loud,QUEENS,40.7,-73.9
nyc-3,12/01/2018 12:00:00 PM,,NYPD,Noise,Loud,QUEENS,40.7,-73.9
nyc-4,1/2/18 3:04,1/3/18 3:04,NYPD,Noise,Loud,QUEENS,40.7,-73.9
`,
  );
  const report = await ingest({
    database,
    city,
    source: sourceOf(city, undefined),
    ...(await findFiles([file])),
    callerKey: '0'.repeat(32),
  });
  expect([report.kept, report.rejected]).toEqual([3, 1]);
  expect(await rows("formatDateTime(received, '%F %H:%i', 'America/New_York')", 'nyc-')).toEqual([
    ['2018-10-05 23:30'],
    ['2018-10-21 00:05'],
    ['2018-12-01 12:00'],
  ]);
});
