import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leaseStore } from '../src/embedded/lease-store.ts';
import { storeFiles } from '../src/embedded/store-files.ts';

const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));

/** The folder of the engine holds its version: an empty store fits one version only. */
const engine = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
const [version = 'unknown'] = /pglite@[\w.-]+/.exec(engine) ?? [];
const template = join(cache, `empty-${version}`);

/** Makes an empty store once for all tests of this checkout. */
async function makeTemplate(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'making-'));
  const lease = await leaseStore(folder);
  await lease.release();
  try {
    renameSync(storeFiles(folder).database, template);
  } catch (error) {
    if (!existsSync(template)) throw error;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Puts an embedded store without tables into a data folder: making one takes seconds, copying does not. */
export async function putEmptyStore(folder: string): Promise<void> {
  if (!existsSync(template)) await makeTemplate();
  cpSync(template, storeFiles(folder).database, { recursive: true });
}
