import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Different,
  foundApi,
  pagesOf,
  publishedOf,
  type Result,
  type RunOptions,
  readResult,
  runBench,
} from '@hotline-atlas/bench';
import { readConfiguration } from '@hotline-atlas/clickhouse';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { randomAppealsSql } from '../random-appeals.ts';
import { fixtureCities, openRiverton, type Riverton } from '../riverton.ts';

const appeals = 3000;
const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-bench-'));

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('riverton');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(appeals) });
  await riverton.load([riverton.file('random.csv', body)]);
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const options = (url: string): RunOptions => ({
  configuration: readConfiguration(
    { DATA_DIR: inject('dataDir'), CITY: 'riverton', CITIES_DIR: fixtureCities },
    '/',
  ),
  api: foundApi(url),
  minutes: 0.05,
  meanwhile: false,
  without: new Set(['load', 'browser', 'users']),
  all: false,
  files: null,
  work: join(folder, 'work'),
  duckdbMemory: '1GB',
  mostExported: 2000,
  mostLoaded: 0,
  say: () => undefined,
});

const written = (result: Result): string => {
  const path = join(folder, 'result.json');
  writeFileSync(path, JSON.stringify(result));
  return path;
};

test('a run asks questions of every panel on all sides, finds the answers equal, and writes what it found', async () => {
  const result = await runBench(options(server.url));
  const { compared, lists } = result.asking;
  expect(Object.values(lists).flatMap(({ failed }) => failed)).toEqual([]);
  expect(compared.filter(({ left_out: why }) => why !== null)).toEqual([]);
  const everywhere = compared.filter(({ bare, duckdb }) => bare !== null && duckdb !== null);
  expect(everywhere.length).toBeGreaterThan(30);
  expect(result).toMatchObject({ appeals, city: 'riverton' });
  expect(result.exporting.map(({ format, complete }) => [format, complete])).toEqual([
    ['csv', true],
    ['parquet', null],
  ]);
  expect(result.summed_up?.map(({ complete }) => complete)).not.toContain(false);
  const read = readResult(written(result));
  expect(read.asking.sides?.screens.questions).toBe(result.asking.sides?.screens.questions);
  const pages = pagesOf({ runs: [publishedOf(read, null)], results: [read] }, new Map());
  expect(pages.get('README.md')).toContain('3,000 appeals');
  expect(pages.get('asking.md')).toContain('screens, all history: server');
}, 400_000);

/** A row with one appeal too many, whether its appeals are counted by name or among bare counts. */
function oneTooMany(row: Record<string, unknown>): Record<string, unknown> {
  const { appeals: counted, sums } = row;
  if (typeof counted === 'number') return { ...row, appeals: counted + 1 };
  return Array.isArray(sums) ? { ...row, sums: [sums[0] + 1, ...sums.slice(1)] } : row;
}

test('an answer that differs by one appeal ends the run and is named', async () => {
  const lying = await serveRiverton({
    city: riverton.city,
    database: {
      ...riverton.database,
      rows: async (statement) => {
        const answer = await riverton.database.rows<Record<string, unknown>>(statement);
        const planted = answer.rows.map((row) => (row.district === 'north' ? oneTooMany(row) : row));
        return { ...answer, rows: planted as never[] };
      },
    },
  });
  await expect(runBench(options(lying.url))).rejects.toThrow(Different);
  await lying.close();
}, 400_000);
