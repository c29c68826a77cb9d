import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from './database.ts';
import { isDatabaseError } from './database.ts';

/**
 * Mutual exclusion between processes, by what the engine does atomically: CREATE TABLE fails if the table exists. The
 * table's comment says who holds it, its rows are heartbeats; a lock whose holder is gone, or silent for a while, was left behind by
 * a process that was killed, and is taken away by a RENAME, which again only one succeeds in. Heartbeats are kept in memory: a table
 * that is written to on a full disk can be damaged so that the engine does not start any more.
 */
export interface Lock {
  /**
   * Makes sure, before what must happen once, that nobody took the lock over: a process that was suspended does not
   * know.
   * @throws LockLostError when somebody did
   */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** Another process took over what this one seemed to have left behind. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';
}

const heartbeatEvery = 2000;
const staleAfterSeconds = 15;
const tableExists = 57;

interface Heartbeat {
  holder: string;
  silent: number;
}

async function create(database: Database, table: string, holder: string): Promise<boolean> {
  try {
    await database.command({
      sql: `CREATE TABLE {table:Identifier} (beat DateTime64(3, 'UTC') DEFAULT now64(3), holder String) ENGINE = Memory COMMENT '${holder}'`,
      parameters: { table },
    });
    return true;
  } catch (error) {
    if (isDatabaseError(error) && error.code === tableExists) return false;
    throw error;
  }
}

const beat = (database: Database, table: string, holder: string): Promise<void> =>
  database.command({
    sql: 'INSERT INTO {table:Identifier} (holder) SELECT {holder:String}',
    parameters: { table, holder },
  });

async function heartbeatOf(database: Database, table: string): Promise<Heartbeat | null> {
  const { rows } = await database.rows<Heartbeat>({
    sql: `SELECT comment AS holder, dateDiff('second', greatest(metadata_modification_time, (SELECT max(beat) FROM {table:Identifier})), now()) AS silent
FROM system.tables WHERE database = currentDatabase() AND name = {table:String}`,
    parameters: { table },
  });
  return rows[0] ?? null;
}

/** Whether the table is still the one its holder made: who takes a lock over makes their own. */
async function holds(database: Database, table: string, holder: string): Promise<boolean> {
  const { rows } = await database.rows<{ holder: string }>({
    sql: 'SELECT comment AS holder FROM system.tables WHERE database = currentDatabase() AND name = {table:String}',
    parameters: { table },
  });
  return rows[0]?.holder === holder;
}

async function takeAway(database: Database, table: string): Promise<void> {
  const left = `${table}_left_${randomUUID().replaceAll('-', '')}`;
  await database.command({
    sql: 'RENAME TABLE {table:Identifier} TO {left:Identifier}',
    parameters: { table, left },
  });
  await database.command({ sql: 'DROP TABLE {left:Identifier} SYNC', parameters: { left } });
}

const holderName = (pid: number): string => `process ${pid} on ${hostname().replace(/[^\w.-]/g, '_')}`;

/** Whether the holder was a process of this machine that has ended. */
function isGone(holder: string): boolean {
  const pid = Number(/^process (\d+) on /.exec(holder)?.[1]);
  if (!pid || holder !== holderName(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const isStale = ({ holder, silent }: Heartbeat): boolean => silent > staleAfterSeconds || isGone(holder);

const ignoreDatabaseErrors = (error: unknown) => {
  if (!isDatabaseError(error)) throw error;
  return null;
};

/**
 * Waits for the lock of a name and takes it.
 * @param onWait told once who holds it, when it is not free
 */
export async function acquireLock(
  database: Database,
  name: string,
  onWait: (holder: string) => void = () => undefined,
): Promise<Lock> {
  const table = `lock_${name}`;
  const holder = holderName(process.pid);
  let told = false;
  while (!(await create(database, table, holder))) {
    const heartbeat = await heartbeatOf(database, table).catch(ignoreDatabaseErrors);
    if (heartbeat && isStale(heartbeat)) await takeAway(database, table).catch(ignoreDatabaseErrors);
    else {
      if (heartbeat && !told) onWait(heartbeat.holder || 'another process');
      told ||= heartbeat !== null;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  await beat(database, table, holder);
  const timer = setInterval(
    () => void beat(database, table, holder).catch(ignoreDatabaseErrors),
    heartbeatEvery,
  );
  timer.unref();
  return {
    confirm: async () => {
      if (!(await holds(database, table, holder)))
        throw new LockLostError(
          `Another process took over, since this one (${holder}) was silent for too long`,
        );
    },
    release: async () => {
      clearInterval(timer);
      if (!(await holds(database, table, holder))) return;
      await database.command({ sql: 'DROP TABLE {table:Identifier} SYNC', parameters: { table } });
    },
  };
}
