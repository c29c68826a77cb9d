import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { contend, type Flag, type Flags } from '@hotline-atlas/machine';
import type { Database } from './database.ts';
import { isDatabaseError } from './database.ts';

/**
 * Mutual exclusion between processes, by tables: whoever wants a lock makes a table that is named by it, and
 * has the lock when no other is there ({@link contend}). The table's comment says who made it, its rows are
 * heartbeats; the table of a process that is gone, or silent for a while, is dropped by its name, which no
 * other table ever has. Heartbeats are kept in memory: a table that is written to on a full disk can be
 * damaged so that the engine does not start any more.
 */
export interface Lock {
  /**
   * Makes sure, before what must happen once, that nobody took the lock over: a process that was suspended
   * does not know.
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

interface LockTable {
  name: string;
  holder: string;
  /** Seconds since it was made. */
  age: number;
}

const create = (database: Database, table: string, holder: string): Promise<void> =>
  database.command({
    sql: `CREATE TABLE {table:Identifier} (beat DateTime64(3, 'UTC') DEFAULT now64(3), holder String) ENGINE = Memory COMMENT '${holder}'`,
    parameters: { table },
  });

const drop = (database: Database, table: string): Promise<void> =>
  database.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });

const beat = (database: Database, table: string, holder: string): Promise<void> =>
  database.command({
    sql: 'INSERT INTO {table:Identifier} (holder) SELECT {holder:String}',
    parameters: { table, holder },
  });

/** Tables of a lock; one that is called like the lock alone was made by an earlier release. */
async function tablesOf(database: Database, lock: string): Promise<LockTable[]> {
  const { rows } = await database.rows<LockTable>({
    sql: `SELECT name, comment AS holder, dateDiff('second', metadata_modification_time, now()) AS age
FROM system.tables WHERE database = currentDatabase() AND (name = {lock:String} OR startsWith(name, {prefix:String})) ORDER BY name`,
    parameters: { lock, prefix: `${lock}_of_` },
  });
  return rows;
}

/** Seconds since the last heartbeat; 0 where the table is gone meanwhile. */
async function silenceOf(database: Database, table: string): Promise<number> {
  try {
    const { rows } = await database.rows<{ silent: number }>({
      sql: `SELECT dateDiff('second', max(beat), now64(3)) AS silent FROM {table:Identifier}`,
      parameters: { table },
    });
    return rows[0]?.silent ?? 0;
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    return 0;
  }
}

async function isHeld(database: Database, table: string): Promise<boolean> {
  const { rows } = await database.rows<{ held: number }>({
    sql: 'SELECT count() AS held FROM system.tables WHERE database = currentDatabase() AND name = {table:String}',
    parameters: { table },
  });
  return rows[0]?.held === 1;
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

async function isLeft(database: Database, { name, holder, age }: LockTable): Promise<boolean> {
  if (isGone(holder)) return true;
  return age > staleAfterSeconds && (await silenceOf(database, name)) > staleAfterSeconds;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tables of a lock as flags. */
const flagsOf = (
  database: Database,
  lock: string,
  holder: string,
  pause: (milliseconds: number) => Promise<unknown>,
): Flags => ({
  raise: async () => {
    const table = `${lock}_of_${Date.now()}_${randomUUID().replaceAll('-', '')}`;
    await create(database, table, holder);
    return table;
  },
  lower: (table) => drop(database, table),
  up: async () => {
    const flags: Flag[] = [];
    for (const table of await tablesOf(database, lock))
      flags.push({ name: table.name, holder: table.holder, left: await isLeft(database, table) });
    return flags;
  },
  pause: () => pause(50),
});

/**
 * Waits for the lock of a name and takes it.
 * @param onWait told once who holds it, when it is not free
 * @param pause how time is let pass
 */
export async function acquireLock(
  database: Database,
  name: string,
  onWait: (holder: string) => void = () => undefined,
  pause: (milliseconds: number) => Promise<unknown> = wait,
): Promise<Lock> {
  const holder = holderName(process.pid);
  const flags = flagsOf(database, `lock_${name}`, holder, pause);
  let told = false;
  let outcome = await contend(flags);
  while ('lost' in outcome) {
    if (!told) onWait(outcome.lost || 'another process');
    told = true;
    await pause(200 + Math.random() * 100);
    outcome = await contend(flags);
  }
  const table = outcome.won;
  await beat(database, table, holder);
  const ignore = (error: unknown) => {
    if (!isDatabaseError(error)) throw error;
  };
  const timer = setInterval(() => void beat(database, table, holder).catch(ignore), heartbeatEvery);
  timer.unref();
  return {
    confirm: async () => {
      if (!(await isHeld(database, table)))
        throw new LockLostError(
          `Another process took over, since this one (${holder}) was silent for too long`,
        );
    },
    release: async () => {
      clearInterval(timer);
      await drop(database, table);
    },
  };
}
