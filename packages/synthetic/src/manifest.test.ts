import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder, ForeignFilesError } from './manifest.ts';

const wanted = { history: 'a', city: 'beijing', appeals: 10, from: '2019-01', to: '2025-01', seed: 1 };
let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'synthetic-'));
});
afterEach(() => rmSync(out, { recursive: true }));

test('a folder of the same history is gone on with, one of another is refused and says what differs', () => {
  claimFolder(out, wanted);
  expect(() => claimFolder(out, wanted)).not.toThrow();
  expect(() => claimFolder(out, { ...wanted, history: 'b', appeals: 20 })).toThrow(
    'appeals 10 instead of 20',
  );
  expect(() => claimFolder(out, { ...wanted, history: 'c' })).toThrow('another version of the generator');
});

test('a folder with Parquet files of somebody else is left alone', () => {
  writeFileSync(join(out, 'orders.parquet'), 'theirs');
  expect(() => claimFolder(out, wanted)).toThrow(ForeignFilesError);
});
