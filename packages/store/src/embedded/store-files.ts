import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What the process of the store leaves in the data folder for those who may use it. Readable by its owner
 * only.
 */
const noticeSchema = z.object({ pid: z.number(), sockets: z.string() });
export type StoreNotice = z.infer<typeof noticeSchema>;

/** Exit code of a process of the store whose folder another one holds. */
export const exitInUse = 75;
/** Exit code of a process that has made an empty store; the next one serves it. */
export const exitCreated = 76;

/** The files of the embedded store inside a data folder. */
export const storeFiles = (folder: string) => ({
  notice: join(folder, 'store.json'),
  log: join(folder, 'store.log'),
  database: join(folder, 'store'),
  /** Folder of the socket; closed to other users. */
  sockets: join(folder, 'store-socket'),
});

/** The socket inside a folder, by the name clients of PostgreSQL expect. */
export const socketIn = (sockets: string): string => join(sockets, '.s.PGSQL.5432');

export function writeNotice(folder: string, notice: StoreNotice): void {
  const { notice: file } = storeFiles(folder);
  writeFileSync(`${file}.new`, JSON.stringify(notice), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The notice, if a process left one; that process may be gone by now. */
export function readNotice(folder: string): StoreNotice | null {
  try {
    return noticeSchema.parse(JSON.parse(readFileSync(storeFiles(folder).notice, 'utf8')));
  } catch {
    return null;
  }
}

export const removeNotice = (folder: string): void => rmSync(storeFiles(folder).notice, { force: true });
