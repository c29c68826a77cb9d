import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveRiverton } from '../atlas-server.ts';
import { fixtureCities, openRiverton } from '../riverton.ts';

const cli = fileURLToPath(new URL('../../packages/ingest/src/cli.ts', import.meta.url));
let folder: string;

interface Run {
  code: number;
  out: string;
  said: string;
}

/** `pnpm ingest`, on the engine of this test run, into a city of its own. */
function run(...parameters: string[]): Promise<Run> {
  const env = { ...process.env, DATA_DIR: inject('dataDir'), CITIES_DIR: folder, CITY: 'each-file' };
  return new Promise((resolve) =>
    execFile(process.execPath, ['--import', 'tsx', cli, ...parameters], { env }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    ),
  );
}

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-each-file-'));
  cpSync(join(fixtureCities, 'riverton'), join(folder, 'each-file'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each file stands for itself: sound ones load, the others are told one line each, the exit code is 1', async () => {
  const bad = [
    write('empty.csv', ''),
    write('columns.csv', 'a,b\n1,2\n'),
    write('letter.docx', 'x'),
    write('cut.csv.gz', gzipSync('id,received\n').subarray(0, 20)),
    join(folder, 'nowhere.csv'),
    join(folder, '*.none'),
    join(folder, 'folder.csv'),
    join(folder, 'loop.csv'),
  ];
  mkdirSync(join(folder, 'folder.csv'));
  symlinkSync('loop.csv', join(folder, 'loop.csv'));
  const good = write('good.csv', 'id,received\neach-1,2023-05-01 10:00:00\n');
  const { code, out, said } = await run(...bad, good, '--source', 'orders');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ files: 9, failed: 8, read: 1, kept: 1, rejected: 0 });
  const told = said.split('\n').filter((line) => line.startsWith('not loaded: '));
  expect(told).toHaveLength(8);
  for (const path of bad) expect(told.filter((line) => line.includes(`${path}: `))).toHaveLength(1);
  expect(said).not.toMatch(/^ {4}at |SELECT|INSERT/m);
});

test('rows of which none is kept are exit 1, some rejected rows are not', async () => {
  const none = write('none.csv', 'id,received\nnone-1,soon\n');
  const some = write('some.csv', 'id,received\nsome-1,soon\nsome-2,2023-05-01\n');
  expect(await run(none, '--source', 'orders')).toMatchObject({ code: 1 });
  expect(await run(some, '--source', 'orders')).toMatchObject({ code: 0 });
});

test('a database without appeals is a sound state', async () => {
  const riverton = await openRiverton('without_appeals');
  try {
    const header = await riverton.load([riverton.file('header.csv', 'id,received\n')]);
    expect(header).toMatchObject({ read: 0, failed: [] });
    const rejected = await riverton.load([riverton.file('rejected.csv', 'id,received\na,soon\n')]);
    expect(rejected).toMatchObject({ read: 1, kept: 0, rejected: 1, failed: [] });
    const atlas = await serveRiverton(riverton);
    const answer = await atlas.fetch('/api/query?metrics=appeals');
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('There is no data yet'),
    ]);
    await atlas.close();
    const first = await riverton.load([riverton.file('first.csv', 'id,received\na,2023-05-01\n')]);
    expect(first).toMatchObject({ added: 1, failed: [] });
  } finally {
    await riverton.close();
  }
});
