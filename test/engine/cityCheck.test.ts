import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-city-'));
  mkdirSync(join(folder, 'testville', 'sources'), { recursive: true });
  writeFileSync(
    join(folder, 'testville', 'city.yaml'),
    'name: { en: T }\nhotline: { en: T }\ntime_zone: America/Los_Angeles\nearliest: 2000-01-01\nbounds: [-119, 33, -117, 35]\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `pnpm city check testville` and returns what it says and its exit code. */
function check(source: string, lines: string[], dates: string[] = []) {
  writeFileSync(join(folder, 'testville', 'sources', 'calls.yaml'), `title: { en: Calls }\n${source}`);
  const file = join(folder, 'calls.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const program = join(root, 'packages/ingest/src/city-cli.ts');
  const options = ['--import', 'tsx', program, 'check', 'testville', file, ...dates];
  return new Promise<{ code: number; out: string; err: string }>((resolve) =>
    execFile('node', options, { cwd: root, env: { ...process.env, CITIES_DIR: folder } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

const source = `fields:
  id: { column: id }
  received: { column: at, dates: ["M/d/yyyy H:mm", "d/M/yyyy H:mm"] }
  status: { column: state, values: { Open: received } }
  latitude: { column: lat }
  longitude: { column: lon }
  unit: { column: unit, optional: true }`;

test('city check says what each column becomes, and shows the rows as they would load', async () => {
  const { code, out } = await check(source, [
    'id,at,state,lat,lon,other',
    '1,3/25/2024 10:00,Open,34.05,-118.24,x',
    '2,3/26/2024 10:00,Reopened,here,N/A,x',
    '3,soon,N/A,,,x',
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(/received +← at +times, M\/d\/yyyy H:mm\n/);
  expect(out).toMatch(/status +← state +2 words: Open → received \(1\); unknown \(1\)/);
  expect(out).toContain('not a standard word, so unknown: Reopened (1)');
  expect(out).toMatch(/unit +– +the file has no column unit: unknown/);
  expect(out).toContain('columns not used: other');
  expect(out).toContain('3 rows read, 2 would be kept, 1 set aside');
  expect(out).toContain('the first in line 4: received: “soon” is not a time');
  expect(out).toContain('kept, but coordinates not understood: 1 rows');
  expect(out).toMatch(/received +2024-03-25 10:00:00 +2024-03-26 10:00:00/);
  expect(out).toMatch(/place +34.05 -118.24 +none/);
});

test('city check refuses on one line what a load would refuse', async () => {
  const { code, out, err } = await check(source, ['id,at,state,lat,lon', '1,1/2/2024 10:00,Open,34,-118']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^\S+calls\.csv: received: in the column at, “1\/2\/2024 10:00” is .*--dates.*\n$/);
  const wrong = await check('fields: { status: { column: s, values: { a: canceld } } }', ['s', 'a']);
  expect([wrong.code, wrong.out]).toEqual([1, '']);
  expect(wrong.err).toMatch(
    /^\S+calls\.yaml: fields\.status\.values\.a: “canceld” is no standard word[^\n]*\n$/,
  );
});
