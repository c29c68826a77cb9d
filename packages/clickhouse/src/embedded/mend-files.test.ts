import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mendEngineFiles } from './mend-files.ts';

test('entries of mutations that a full disk cut short are removed, whole ones and everything else stay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-mend-'));
  const table = join(folder, 'store', '073', '073418a4');
  mkdirSync(join(table, '123_1_1_0'), { recursive: true });
  const begun = 'format version: 1\ncreate time: 2024-01-01 00:00:00\ncommands: ';
  writeFileSync(join(table, 'mutation_1.txt'), `${begun}DELETE WHERE generation IN [5]\n`);
  writeFileSync(join(table, 'mutation_2.txt'), '');
  writeFileSync(join(table, 'mutation_3.txt'), `${begun}DELETE WHERE gen`);
  writeFileSync(join(table, 'format_version.txt'), '1');
  try {
    mendEngineFiles(folder);
    mendEngineFiles(join(folder, 'none'));
    expect(readdirSync(table).sort()).toEqual(['123_1_1_0', 'format_version.txt', 'mutation_1.txt']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
