import { readCity } from '@hotline-atlas/city';
import { type Database, readConfiguration } from '@hotline-atlas/clickhouse';
import { expect, test } from 'vitest';
import { provideHistory } from './demonstration.ts';

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
