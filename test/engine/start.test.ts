import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readAccessConfiguration } from '@hotline-atlas/access';
import { readCity } from '@hotline-atlas/city';
import { type Configuration, readConfiguration } from '@hotline-atlas/clickhouse';
import { type Running, start } from '@hotline-atlas/start';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCities } from '../riverton.ts';

let dataDir: string;
let configuration: Configuration;
const city = readCity(fixtureCities, 'riverton');
const progress = {
  say: () => undefined,
  step: () => ({ update: () => undefined, done: () => undefined, stop: () => undefined }),
};
const access = readAccessConfiguration({}, { host: '127.0.0.1' });
const demonstration = { wanted: false, appeals: null };

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotline-atlas-start-'));
  configuration = { ...readConfiguration({ DATA_DIR: dataDir }, '/'), port: 0 };
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** The process of the engine, which claims the folder under a name that holds it; 0 where there was none. */
const engine = (): number => {
  const claim = readdirSync(dataDir).find((name) => name.startsWith('engine.claim.'));
  return Number(claim?.split('.').at(-2) ?? 0);
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a dashboard that cannot be built is one error, and the engine is stopped', async () => {
  const build = () => Promise.reject(new Error('no dashboard'));
  const started = start({ configuration, access, city, demonstration, progress, build }, () => undefined);
  await expect(started).rejects.toThrow('no dashboard');
  expect([engine() > 0, isAlive(engine())]).toEqual([true, false]);
});

test('stopped while the engine starts, nothing of it is left', async () => {
  let running: Running | null = null;
  const build = () => Promise.resolve();
  const started = start({ configuration, access, city, demonstration, progress, build }, (now) => {
    running = now;
  });
  const ended = expect(started).rejects.toThrow();
  for (let waited = 0; engine() === 0 && waited < 30_000; waited += 10) await setTimeout(10);
  await (running as Running | null)?.stop();
  await ended;
  expect(isAlive(engine())).toBe(false);
});
