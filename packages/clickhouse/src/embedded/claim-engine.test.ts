import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimEngine } from './claim-engine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nobody = () => false;

test('of many that claim a folder at once one has it, also where a killed engine had claimed it', async () => {
  writeFileSync(join(folder, 'engine.claim.1.4194999.dead'), '');
  writeFileSync(join(folder, 'engine.pid'), '4194999');
  const claims = await Promise.all(Array.from({ length: 5 }, () => claimEngine(folder, nobody)));
  expect(claims.filter(Boolean).length).toBeLessThanOrEqual(1);
  const held = claims.some(Boolean) || (await claimEngine(folder, nobody));
  expect(held).toBe(true);
  expect(await claimEngine(folder, nobody)).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a folder whose engine runs is not given away, whatever release started it', async () => {
  writeFileSync(join(folder, 'engine.pid'), '4194999');
  expect(await claimEngine(folder, () => true)).toBe(false);
  expect(readdirSync(folder)).toEqual(['engine.pid']);
});
