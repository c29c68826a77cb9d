import { type Database, DatabaseError, isDatabaseError, leastFreeBytes } from '@hotline-atlas/clickhouse';
import type { InputFile } from '../read/input-file.ts';
import { LoadError } from '../read/load-error.ts';

/**
 * Bytes of the database for each byte of a file, at the least. Parquet is compressed like the rows it becomes
 * (measured: 1.0 for the rows, 2.0 with rollups and the index of texts), and so is packed text; of plain text
 * the rows took 0.15 to 0.3.
 */
const bytesOfDatabase = { parquet: 1, packed: 1, plain: 0.15 } as const;

function leastOf({ format, compression, bytes }: InputFile): number {
  if (format === 'parquet') return bytes * bytesOfDatabase.parquet;
  return bytes * (compression === 'none' ? bytesOfDatabase.plain : bytesOfDatabase.packed);
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

/** Why files cannot fit into so many free bytes, or null where they may. */
export function lackOfRoom(files: readonly InputFile[], free: number): string | null {
  const needed = files.reduce((sum, file) => sum + leastOf(file), 0) + leastFreeBytes.toWrite;
  if (needed <= free) return null;
  return `There is no room for these files: they need at least ${gigabytes(needed)} more in the database, but its disk has ${gigabytes(free)} free. Nothing was loaded. Free ${gigabytes(needed - free)} or more (about twice that, to search texts fast), or set DATA_DIR to a folder on another disk, and run the same command again.`;
}

/** Bytes free on the disks of the database; null where a server does not say. */
async function freeBytes(database: Database): Promise<number | null> {
  try {
    const { rows } = await database.rows<{ free: number }>({
      sql: `SELECT sum(unreserved_space) AS free FROM system.disks WHERE name IN (
SELECT arrayJoin(disks) FROM system.storage_policies WHERE policy_name = (
SELECT storage_policy FROM system.tables WHERE database = currentDatabase() AND name = 'appeal'))`,
    });
    return rows[0]?.free ?? null;
  } catch (error) {
    if (!isDatabaseError(error, 'invalid')) throw error;
    return null;
  }
}

interface Known {
  file: string;
  bytes: number;
}

/** Files that are published already, by name and size: reading all of them to be sure would take minutes. */
async function knownFiles(database: Database): Promise<Set<string>> {
  const { rows } = await database.rows<Known>({
    sql: 'SELECT file, bytes FROM load FINAL WHERE load IN (SELECT load FROM counting_load)',
  });
  return new Set(rows.map(({ file, bytes }) => `${bytes} ${file}`));
}

/**
 * Makes sure that files may fit before anything of them is loaded.
 * @throws LoadError when they certainly do not
 */
export async function assertRoom(database: Database, files: readonly InputFile[]): Promise<void> {
  const known = await knownFiles(database);
  const waiting = files.filter(({ name, bytes }) => !known.has(`${bytes} ${name}`));
  const free = waiting.length > 0 ? await freeBytes(database) : null;
  const lack = free === null ? null : lackOfRoom(waiting, free);
  if (lack) throw new LoadError(lack);
}

/**
 * A failure for what it is: on a nearly full disk the engine's writing is ended, which looks like a statement
 * somebody cancelled.
 */
export async function withItsCause(database: Database, error: unknown): Promise<unknown> {
  if (!isDatabaseError(error) || error.kind === 'disk_full' || error.kind === 'unreachable') return error;
  const free = await freeBytes(database).catch(() => null);
  if (free === null || free >= leastFreeBytes.toWrite) return error;
  const { code, queryId, sql, message } = error;
  return new DatabaseError(message, { kind: 'disk_full', code, queryId, sql, cause: error });
}
