import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { storeHolder } from '../src/embedded/claim-store.ts';
import { readNotice } from '../src/embedded/store-files.ts';
import type { TestStore } from './test-store.ts';

/** A process that answers for the store, by its number; 0 where there is none at the moment. */
export async function answeringProcess({ place: { url, folder }, database }: TestStore): Promise<number> {
  if (url === null) return readNotice(folder)?.pid ?? 0;
  const { rows } = await sql<{ pid: number }>`
    SELECT pid FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND datname = current_database()
    ORDER BY random() LIMIT 1`.execute(database);
  return rows[0]?.pid ?? 0;
}

const program = fileURLToPath(new URL('../src/embedded/store-process.ts', import.meta.url));

/** Starts a process of the embedded store, as if no other had been found. */
export function startStoreProcess(folder: string): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return spawn(process.execPath, ['--import', loader, program, folder], { stdio: 'ignore' });
}

/** Starts one more process on a folder in use. @returns its exit code, and who holds the folder */
export async function startAnother(folder: string): Promise<{ code: number; holder: string | null }> {
  const [code] = (await once(startStoreProcess(folder), 'exit')) as [number];
  return { code, holder: storeHolder(folder)?.holder ?? null };
}
