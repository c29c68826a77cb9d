import {
  acquireLock,
  type Database,
  isDatabaseError,
  type Lock,
  monthOfGenerationSql,
  readNewestPublication,
} from '@hotline-atlas/clickhouse';
import { atATime } from '../tables/at-a-time.ts';
import { chunks } from '../tables/limits.ts';
import { withItsCause } from '../tables/room.ts';

/** What building the index of the texts came to. Nothing but searching waits for it. */
export interface SearchIndexReport {
  /** Appeals whose texts were indexed now. */
  appeals: number;
  /** Bytes of the whole index, compressed. */
  bytes: number;
  seconds: number;
}

export interface SearchIndexEvents {
  /** Appeals indexed so far, of those that were not when it began. */
  onIndexed?(appeals: number, of: number): void;
}

const statementsAtATime = 2;

/** One large month, or several small ones: the engine takes a thread for each, and memory. */
const rowsAStatement = 1_000_000;

/**
 * So few texts are read about as fast as an index is asked, and a mutation that indexes them touches every
 * part.
 */
const few = { rows: 100_000, share: 100 };

interface Missing {
  generation: number;
  parts: number;
  rows: number;
}

/**
 * Published generations with parts that have no index, the newest months first; none, where they hold few of
 * all appeals.
 */
async function missingGenerations(database: Database): Promise<Missing[]> {
  const { rows } = await database.rows<Missing>({
    sql: `WITH (SELECT appeals FROM newest_edition) AS appeals
SELECT generation, parts, held AS rows FROM (
SELECT toUInt32(partition) AS generation, toUInt32(count()) AS parts, sum(rows) AS held, sum(held) OVER () AS missing
FROM system.parts
WHERE database = currentDatabase() AND active AND table = 'appeal'
  AND generation IN (SELECT arrayJoin(generations) FROM newest_edition)
GROUP BY generation HAVING min(secondary_indices_compressed_bytes) = 0)
WHERE missing >= {rows:UInt64} OR missing * {share:UInt64} >= appeals
ORDER BY ${monthOfGenerationSql} DESC, generation`,
    parameters: few,
  });
  return rows;
}

async function indexBytes(database: Database): Promise<number> {
  const { rows } = await database.rows<{ bytes: number }>({
    sql: `SELECT sum(secondary_indices_compressed_bytes) AS bytes FROM system.parts WHERE database = currentDatabase() AND active AND table = 'appeal'`,
  });
  return rows[0]?.bytes ?? 0;
}

/** Merges a generation to one part, since a later merge would lose the index. */
async function mergeParts(database: Database, { generation, parts }: Missing): Promise<void> {
  if (parts > 1)
    await database.command({
      sql: 'OPTIMIZE TABLE appeal PARTITION {generation:UInt32} FINAL',
      parameters: { generation },
      label: 'merge a month',
    });
}

/**
 * Indexes some generations with one mutation: each mutation touches every part of the table, however small.
 */
async function indexGenerations(database: Database, run: readonly Missing[]): Promise<void> {
  for (const missing of run) await mergeParts(database, missing);
  const each = run.map((_, at) => `MATERIALIZE INDEX search_index IN PARTITION {generation_${at}:UInt32}`);
  try {
    await database.command({
      sql: `ALTER TABLE appeal ${each.join(', ')}`,
      parameters: Object.fromEntries(run.map(({ generation }, at) => [`generation_${at}`, generation])),
      settings: { mutations_sync: '2' },
      label: 'index texts',
    });
  } catch (error) {
    const unfinished = `KILL MUTATION WHERE database = currentDatabase() AND table = 'appeal' AND NOT is_done`;
    await database.command({ sql: unfinished }).catch(() => undefined);
    throw error;
  }
}

const editionOf = async (database: Database) => (await readNewestPublication(database))?.edition ?? 0;

/**
 * Indexes what is missing now. A load that replaces a month meanwhile takes it away under the engine's hands,
 * which fails; what is missing then is looked up again.
 * @returns whether it came to its end
 */
async function indexMissing(
  database: Database,
  onIndexed: (appeals: number, of: number) => void,
  lock: Pick<Lock, 'confirm'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const edition = await editionOf(database);
  const missing = await missingGenerations(database);
  const all = missing.reduce((sum, { rows }) => sum + rows, 0);
  const runs = chunks(missing, ({ rows }) => rows, rowsAStatement);
  let replaced = false;
  await atATime(statementsAtATime, runs, async (run) => {
    if (signal?.aborted || replaced) return;
    await lock.confirm();
    try {
      await indexGenerations(database, run);
      onIndexed(
        run.reduce((sum, { rows }) => sum + rows, 0),
        all,
      );
    } catch (error) {
      if (!isDatabaseError(error) || (await editionOf(database)) === edition) throw error;
      replaced = true;
    }
  });
  return !replaced;
}

/**
 * Builds the index of the texts wherever it is missing. Stopped anywhere and called again, it goes on; two
 * processes do not do it at once.
 * @throws DatabaseError when the engine fails, LockLostError when another process took over; nothing but
 * speed is lost
 */
export async function buildSearchIndex(
  database: Database,
  events: SearchIndexEvents = {},
  signal?: AbortSignal,
): Promise<SearchIndexReport> {
  const began = performance.now();
  let appeals = 0;
  const lock = await acquireLock(database, 'search_index');
  try {
    for (let whole = false; !whole && !signal?.aborted; ) {
      const before = appeals;
      const count = (indexed: number, of: number) => {
        appeals += indexed;
        events.onIndexed?.(appeals - before, of);
      };
      whole = await indexMissing(database, count, lock, signal);
    }
    const seconds = Math.round(performance.now() - began) / 1000;
    return { appeals, bytes: await indexBytes(database), seconds };
  } catch (error) {
    throw await withItsCause(database, error);
  } finally {
    await lock.release().catch(() => undefined);
  }
}
