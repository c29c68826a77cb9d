import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from './database.ts';
import { isDatabaseError } from './database.ts';

/**
 * Mutual exclusion between processes, by what the engine does atomically: CREATE TABLE fails if the table exists. The
 * holder writes a heartbeat; a lock whose holder is gone, or silent for a while, was left behind by a process that was
 * killed, and is taken away by a RENAME, which again only one succeeds in.
 */
export interface Lock {
  release(): Promise<void>;
}

const heartbeatEvery = 2000;
const staleAfterSeconds = 15;
const tableExists = 57;

interface Heartbeat {
  holder: string;
  silent: number;
}

async function create(database: Database, table: string): Promise<boolean> {
  try {
    await database.command({
      sql: `CREATE TABLE {table:Identifier} (beat DateTime64(3, 'UTC') DEFAULT now64(3), holder String) ENGINE = TinyLog`,
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
    sql: `SELECT argMax(holder, beat) AS holder,
       dateDiff('second', greatest(max(beat), (SELECT metadata_modification_time FROM system.tables WHERE database = currentDatabase() AND name = {table:String})), now()) AS silent
FROM {table:Identifier}`,
    parameters: { table },
  });
  return rows[0] ?? null;
}

async function takeAway(database: Database, table: string): Promise<void> {
  const left = `${table}_left_${randomUUID().replaceAll('-', '')}`;
  await database.command({
    sql: 'RENAME TABLE {table:Identifier} TO {left:Identifier}',
    parameters: { table, left },
  });
  await database.command({ sql: 'DROP TABLE {left:Identifier} SYNC', parameters: { left } });
}

const holderName = (pid: number): string => `process ${pid} on ${hostname()}`;

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
  while (!(await create(database, table))) {
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
    release: async () => {
      clearInterval(timer);
      await database.command({ sql: 'DROP TABLE {table:Identifier} SYNC', parameters: { table } });
    },
  };
}
