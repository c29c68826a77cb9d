import { type ClickHouseClient, createClient } from '@clickhouse/client';
import type { Configuration } from './configuration.ts';
import { type Database, openDatabase, pinnedSettings } from './database.ts';
import { engineKeyHeader, engineUser } from './embedded/engine-files.ts';
import { type EngineLease, leaseEngine } from './embedded/lease-engine.ts';

/** The database server in use: the embedded one, or that of `CLICKHOUSE_URL`. */
export interface Connection {
  readonly kind: 'embedded' | 'server';
  /** The database of a city pack; made where it does not exist. */
  database(city: string): Promise<Database>;
  /** Ends what was opened; the embedded server too, unless another process still uses it. */
  close(): Promise<void>;
}

interface Endpoint {
  url: string;
  username: string;
  password: string;
  http_headers?: Record<string, string>;
  /** Milliseconds for which an idle connection is kept: less than the server does. */
  idle: number;
}

/** The engine keeps them for a minute; servers may be told to for as little as 3 seconds. */
const idle = { embedded: 25_000, server: 2000 };

const embeddedEndpoint = ({ notice: { httpPort, secret } }: EngineLease): Endpoint => ({
  url: `http://127.0.0.1:${httpPort}`,
  username: engineUser,
  password: secret,
  http_headers: { [engineKeyHeader]: secret },
  idle: idle.embedded,
});

const clientFor = ({ idle: kept, ...endpoint }: Endpoint, database?: string): ClickHouseClient =>
  createClient({
    ...endpoint,
    ...(database && { database }),
    application: 'hotline-atlas',
    request_timeout: 3_600_000,
    max_open_connections: 64,
    keep_alive: { enabled: true, idle_socket_ttl: kept },
    clickhouse_settings: pinnedSettings,
    log: { level: 127 as never },
  });

const databaseName = (city: string): string => city.replaceAll('-', '_');

interface Endpoints {
  current(): Promise<Endpoint>;
  close(): Promise<void>;
}

/** Leases the embedded engine, and again whenever it is gone while still needed. */
function embeddedEndpoints(configuration: Configuration, signal?: AbortSignal): Endpoints {
  let lease: Promise<EngineLease> | null = null;
  let closed = false;
  const acquire = (): Promise<EngineLease> => {
    const acquired = leaseEngine(configuration, signal);
    lease = acquired;
    acquired.then(
      ({ lost }) => lost.then(() => forget(acquired)),
      () => forget(acquired),
    );
    return acquired;
  };
  const forget = (lostLease: Promise<EngineLease>) => {
    if (lease === lostLease) lease = null;
  };
  return {
    current: async () => {
      if (closed) throw new Error('The connection is closed');
      return embeddedEndpoint(await (lease ?? acquire()));
    },
    close: async () => {
      closed = true;
      await (await lease?.catch(() => null))?.release();
    },
  };
}

/**
 * Reaches the database server, starting the embedded one if need be.
 * @param signal ends an embedded server that is being started
 * @throws ConfigurationError when that is impossible, DatabaseError when a server does not answer
 */
export async function connect(configuration: Configuration, signal?: AbortSignal): Promise<Connection> {
  const { server } = configuration;
  const endpoints: Endpoints = server
    ? {
        current: async () => ({
          url: server.url,
          username: server.user,
          password: server.password,
          idle: idle.server,
        }),
        close: async () => undefined,
      }
    : embeddedEndpoints(configuration, signal);
  const clients = new Map<string, ClickHouseClient>();
  const clientOf = async (database?: string): Promise<ClickHouseClient> => {
    const endpoint = await endpoints.current();
    const key = `${endpoint.url} ${database ?? ''}`;
    const client = clients.get(key) ?? clientFor(endpoint, database);
    clients.set(key, client);
    return client;
  };
  await clientOf();
  return {
    kind: server ? 'server' : 'embedded',
    async database(city) {
      const name = databaseName(city);
      await openDatabase('', () => clientOf()).command({
        sql: 'CREATE DATABASE IF NOT EXISTS {name:Identifier}',
        parameters: { name },
      });
      return openDatabase(name, () => clientOf(name));
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.close()));
      clients.clear();
      await endpoints.close();
    },
  };
}
