import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readNotice, writeNotice } from './console-notice.ts';
import { holdFolder } from './hold-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-held-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the second is told who holds the folder, and gets it once it is given back', async () => {
  const release = await holdFolder(folder);
  writeNotice(folder, { url: 'http://localhost:8401', secret: 's', pid: process.pid });
  const before = readFileSync(join(folder, 'console.json'), 'utf8');
  await expect(holdFolder(folder, 0)).rejects.toThrow(
    new RegExp(`^${folder} is held by .* http://localhost:8401 \\(process ${process.pid}\\): .*DATA_DIR`),
  );
  expect(readFileSync(join(folder, 'console.json'), 'utf8')).toBe(before);
  release();
  (await holdFolder(folder, 0))();
  expect(readdirSync(folder)).toEqual(['console.json']);
});

test('of many at the same moment one wins', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => holdFolder(folder, 1000)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a process that was killed keeps nobody out, nor does another one that has its number', async () => {
  const module = fileURLToPath(new URL('./hold-folder.ts', import.meta.url));
  const script = `const { holdFolder } = await import(${JSON.stringify(module)}); await holdFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  await once(child.stdout, 'data');
  writeNotice(folder, { url: 'http://localhost:8401', secret: 's', pid: child.pid ?? 0 });
  await expect(holdFolder(folder, 0)).rejects.toThrow(`(process ${child.pid})`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = await holdFolder(folder, 0);
  expect(readNotice(folder)).toBeNull();
  const [claim = ''] = readdirSync(folder).filter((name) => name.startsWith('server.claim.'));
  release();
  const [noun, what, at, pid, , ...rest] = claim.split('.');
  writeFileSync(join(folder, [noun, what, at, pid, '1', ...rest].join('.')), '');
  (await holdFolder(folder, 0))();
}, 60_000);
