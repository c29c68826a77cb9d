import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCity } from '@hotline-atlas/city';
import { type Database, readConfiguration } from '@hotline-atlas/clickhouse';
import { expect, test } from 'vitest';
import { provideHistory, spanOf } from './demonstration.ts';

const touched = () => Promise.reject(new Error('the server was touched'));
const database: Database = {
  name: 'real',
  rows: touched,
  bytes: touched,
  stream: touched,
  command: touched,
  insert: touched,
};
const progress = {
  say: () => undefined,
  step: () => ({ update: () => undefined, done: () => undefined, stop: () => undefined }),
};

const provide = (environment: Record<string, string>, wanted: boolean) => {
  const configuration = readConfiguration(environment, '/nowhere');
  const city = readCity(configuration.citiesDir, 'beijing');
  return provideHistory(configuration, database, city, { wanted, appeals: null }, progress);
};

test('a server of one\u2019s own gets no made-up appeals unless asked for, the embedded engine does', async () => {
  const server = { CLICKHOUSE_URL: 'http://db.example:8123' };
  await provide(server, false);
  await expect(provide(server, true)).rejects.toThrow('touched');
  await expect(provide({}, false)).rejects.toThrow('touched');
});

test('a history ends with yesterday on the city\u2019s clocks, one that was begun keeps its end', () => {
  const city = readCity(readConfiguration({}, '/nowhere').citiesDir, 'beijing');
  const out = mkdtempSync(join(tmpdir(), 'hotline-atlas-span-'));
  try {
    const lateInUtc = new Date('2026-11-30T17:00:00Z');
    expect(spanOf(out, city, lateInUtc)).toEqual({
      to: '2026-12-01',
      story: true,
      gaming: true,
      returns: true,
    });
    const begun = { history: 'a', city: 'beijing', appeals: 10, from: '2019-01', to: '2026-11-28', seed: 1 };
    writeFileSync(join(out, 'synthetic.json'), JSON.stringify({ ...begun, story: true }));
    expect(spanOf(out, city, lateInUtc)).toEqual({
      to: '2026-11-28',
      story: true,
      gaming: false,
      returns: false,
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
