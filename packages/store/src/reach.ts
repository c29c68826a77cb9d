import pg, { type ClientConfig, type Pool } from 'pg';
import { leaseStore, type StoreLease } from './embedded/lease-store.ts';

/** The way to the server of the store. */
export interface Reach {
  /** Connections to the server as it is now; the embedded one is started if need be. */
  pool(): Promise<Pool>;
  close(): Promise<void>;
}

const bigint = 20;
const day = 1082;

/** Numbers of 64 bits as numbers, days as they are written; the rest as usual. */
const types: ClientConfig['types'] = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === bigint) return Number;
    return oid === day ? String : pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

function newPool(config: ClientConfig): Pool {
  const pool = new pg.Pool({
    ...config,
    types,
    max: 10,
    application_name: 'hotline-atlas',
    connectionTimeoutMillis: 5000,
    query_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that breaks is left by the pool; whoever asks on it is told by the question.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A PostgreSQL server by its address. */
export function reachServer(url: string): Reach {
  const pool = newPool({ connectionString: url });
  return { pool: async () => pool, close: () => ended(pool) };
}

const ended = async (pool: Pool): Promise<void> => {
  if (!pool.ending) await pool.end();
};

interface Opened {
  lease: StoreLease;
  pool: Pool;
}

/**
 * The embedded store of a folder, leased, and again whenever its process is gone.
 * @param signal ends a process that is being started
 */
export function reachFolder(folder: string, signal?: AbortSignal): Reach {
  let opening: Promise<Opened> | null = null;
  let closed = false;
  const forget = (lost: Promise<Opened>) => {
    if (opening === lost) opening = null;
  };
  const open = async (): Promise<Opened> => {
    const lease = await leaseStore(folder, signal);
    const { sockets } = lease.notice;
    return { lease, pool: newPool({ host: sockets, user: 'postgres', database: 'postgres' }) };
  };
  const opened = (): Promise<Opened> => {
    if (closed) throw new Error('The store is closed');
    if (opening) return opening;
    const current = open();
    opening = current;
    current.then(
      ({ lease, pool }) =>
        lease.lost.then(() => {
          forget(current);
          return ended(pool);
        }),
      () => forget(current),
    );
    return current;
  };
  return {
    pool: async () => (await opened()).pool,
    close: async () => {
      closed = true;
      const last = await opening?.catch(() => null);
      opening = null;
      if (!last) return;
      await ended(last.pool);
      await last.lease.release();
    },
  };
}
