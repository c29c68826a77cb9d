import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { asked, endsConnection, isGone, opened } from './failure.ts';
import { migrateStore } from './migrate.ts';
import { type Reach, reachFolder, reachServer } from './reach.ts';
import { type Store, type StoreTables, StoreUnreachable } from './store.ts';

interface StoreRequest {
  /** Address of a PostgreSQL server; null: the embedded store of the folder. */
  url: string | null;
  /** The data folder. */
  folder: string;
  /** Ends an embedded store that is being started. */
  signal?: AbortSignal;
}

/** A connection whose failures say whether the store can be reached. */
function told(client: PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      broken ||= endsConnection(error);
      throw asked(error);
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(broken || destroy),
  };
}

/** Brings the store up to date once; again after that failed. */
function migratedOnce(): (pool: Pool) => Promise<void> {
  let migrated: Promise<void> | null = null;
  const migrate = async (pool: Pool) => {
    const client = await pool.connect();
    let failed = true;
    try {
      await migrateStore(client);
      failed = false;
    } finally {
      client.release(failed);
    }
  };
  return (pool) => {
    migrated ??= migrate(pool).catch((error) => {
      migrated = null;
      throw error;
    });
    return migrated;
  };
}

/** Tries once more, a moment later, where the server has just gone. */
async function again<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  try {
    return await attempt();
  } catch (error) {
    if (!isGone(error)) throw error;
    await setTimeout(100);
    return attempt();
  }
}

/**
 * The store of a server or of a folder. Nothing is opened before the first question, or {@link Store.ready};
 * both bring it up to date first.
 */
export function openStore({ url, folder, signal }: StoreRequest): Store {
  const reach: Reach = url === null ? reachFolder(folder, signal) : reachServer(url);
  const migrate = migratedOnce();
  const migrated = async (): Promise<Pool> => {
    const pool = await reach.pool();
    await migrate(pool);
    return pool;
  };
  const ready = async (): Promise<void> => {
    await again(migrated).catch((error) => {
      throw opened(error, url);
    });
  };
  const pool: PostgresPool = {
    options: {},
    connect: async () => {
      try {
        return told(await again(async () => (await migrated()).connect()));
      } catch (cause) {
        throw new StoreUnreachable('The store cannot be reached', { cause });
      }
    },
    end: () => reach.close(),
  };
  return {
    exists: true,
    database: new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) }),
    ready,
    close: () => reach.close(),
  };
}

/** A store for a server that is to have none: every question fails with {@link StoreUnreachable}. */
export function absentStore(): Store {
  const fail = async (): Promise<never> => {
    throw new StoreUnreachable('This server has no store');
  };
  const pool: PostgresPool = { options: {}, connect: fail, end: async () => undefined };
  return {
    exists: false,
    database: new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) }),
    ready: fail,
    close: async () => undefined,
  };
}
