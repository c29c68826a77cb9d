import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  begunHistories,
  chooseHistory,
  historyFolder,
  removeFinished,
  removeHistory,
} from './choose-history.ts';

const found = (published: number, ...begun: number[]) => ({ dataDir: '/data', published, begun });

test('an empty folder gets what is asked for, a folder with a history shows it', () => {
  expect(chooseHistory(null, found(0))).toBe(2_000_000);
  expect(chooseHistory(500, found(0))).toBe(500);
  expect(chooseHistory(null, found(500))).toBeNull();
  expect(chooseHistory(500, found(500))).toBeNull();
  expect(chooseHistory(1, found(500))).toBeNull();
});

test('what was begun goes on, whatever is published of it', () => {
  expect(chooseHistory(null, found(0, 9000))).toBe(9000);
  expect(chooseHistory(9000, found(500, 9000))).toBe(9000);
  expect(chooseHistory(9000, found(9000, 9000))).toBe(9000);
});

test('a history of another size is refused, with what is there and what to do', () => {
  expect(() => chooseHistory(9000, found(500))).toThrow(
    /^\/data holds a synthetic history of 500 appeals, .*`pnpm start` alone, .*DATA_DIR.* 9,000 appeals\.$/,
  );
  expect(() => chooseHistory(500, found(100, 9000))).toThrow(
    /^\/data holds .* 9,000 appeals .*not complete: .*--appeals 9000.*DATA_DIR/,
  );
});

test('a folder is begun until it is removed, and never half', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-atlas-histories-'));
  try {
    mkdirSync(historyFolder(dataDir, 500));
    mkdirSync(`${historyFolder(dataDir, 70)}.loaded`);
    expect(begunHistories(dataDir)).toEqual([500]);
    removeHistory(dataDir, 500);
    removeFinished(dataDir);
    expect(begunHistories(dataDir)).toEqual([]);
    expect(begunHistories(join(dataDir, 'none'))).toEqual([]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
