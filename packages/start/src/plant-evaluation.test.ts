import { readCity } from '@hotline-atlas/city';
import { type Database, readConfiguration } from '@hotline-atlas/clickhouse';
import { absentStore, type Store } from '@hotline-atlas/store';
import { expect, test } from 'vitest';
import { plantEvaluation } from './plant-evaluation.ts';

const city = readCity(readConfiguration({}, '/nowhere').citiesDir, 'beijing');
const refuse = () => Promise.reject(new Error('something was written'));

/** What is told where files of the demonstration and others are loaded; the store cannot be asked. */
async function toldOf(loaded: { files: number; others: number }): Promise<string[]> {
  const rows = async () => ({ rows: [loaded], rowsRead: 0, milliseconds: 0 });
  const rest = { bytes: refuse, stream: refuse, command: refuse, insert: refuse };
  const database = { name: 'beijing', rows, ...rest } as unknown as Database;
  const store: Store = { ...absentStore(), exists: true };
  const told: string[] = [];
  const step = () => ({ update: () => undefined, done: () => undefined, stop: () => undefined });
  const { signal } = new AbortController();
  await plantEvaluation({ database, city, store, signal }, { say: (line: string) => told.push(line), step });
  return told;
}

test('the store of a city with appeals of its own is not even asked', async () => {
  expect(await toldOf({ files: 0, others: 0 })).toEqual([]);
  expect(await toldOf({ files: 9, others: 1 })).toEqual([]);
});

test('a store that fails is told in one line, and nothing is thrown', async () => {
  const told = await toldOf({ files: 9, others: 0 });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^The demonstration has no life of evaluation months: [^\n]+$/);
});
