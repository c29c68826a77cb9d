import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError, readEnvironment } from '@hotline-atlas/machine';
import { z } from 'zod';

/** The packs that come with the project. */
const projectCities = fileURLToPath(new URL('../../../cities', import.meta.url));

const hostWithPort = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/;

const serverUrl =
  'an http:// or https:// address with nothing behind host and port, such as http://db.example:8123; user and password stand in CLICKHOUSE_USER and CLICKHOUSE_PASSWORD';

const isServerUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  if (/%(?![0-9a-f]{2})/i.test(username + password)) return false;
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '';
};

const storeUrl =
  'the address of a PostgreSQL database, such as postgres://atlas:password@db.example:5432/atlas, with a password of 12 characters or more unless it is on this machine';

const isLocal = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

const isStoreUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname } = new URL(text);
  if (/%(?![0-9a-f]{2})/i.test(username + password + pathname)) return false;
  if (!/^postgres(ql)?:$/.test(protocol) || hostname === '' || !/^\/[^/]+$/.test(pathname)) return false;
  return isLocal(hostname) || decodeURIComponent(password).length >= 12;
};

const environmentSchema = z.object({
  CITY: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'the name of a folder in cities/, such as beijing')
    .default('beijing'),
  CITIES_DIR: z.string().min(1, 'a folder').optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  PORT: z.coerce
    .number('a port number')
    .int('a whole number')
    .min(1, 'a port from 1 to 65535')
    .max(65535, 'a port from 1 to 65535')
    .default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .refine(
      (hosts) => hosts.every((host) => hostWithPort.test(host)),
      'names or addresses with commas between, each with or without a port, such as atlas.example.org,10.0.0.5:8080',
    )
    .default([]),
  ENGINE_MEMORY_GB: z.coerce
    .number('gigabytes, such as 16')
    .min(0.5, 'at least 0.5 gigabytes')
    .max(100_000, 'gigabytes, such as 16')
    .optional(),
  CLICKHOUSE_URL: z.string().refine(isServerUrl, serverUrl).optional(),
  CLICKHOUSE_USER: z.string().min(1).optional(),
  CLICKHOUSE_PASSWORD: z.string().optional(),
  STORE_URL: z.string().refine(isStoreUrl, storeUrl).optional(),
  CALLER_KEY: z
    .string()
    .regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits in lower case, as `openssl rand -hex 16` makes them')
    .optional(),
});

/** A ClickHouse server that is not ours to start. */
interface ServerAddress {
  url: string;
  user: string;
  password: string;
}

export interface Configuration {
  city: string;
  /** Absolute folder of the city packs. */
  citiesDir: string;
  /** Absolute folder of everything kept on this machine. */
  dataDir: string;
  port: number;
  /** Address the API listens on. */
  host: string;
  /**
   * What requests may name as their host besides the loopback ones and `host`; with a port, that port only.
   * In lower case.
   */
  allowedHosts: readonly string[];
  /** Bytes the embedded server may take; null: seven tenths of the machine's memory. */
  engineMemory: number | null;
  /** Null: the embedded server of the data folder. */
  server: ServerAddress | null;
  /** The PostgreSQL of the store, with its password; null: the embedded store of the data folder. */
  storeUrl: string | null;
  /** Key that callers are hashed with; null: one is made and kept in the data folder. */
  callerKey: string | null;
}

type Environment = z.infer<typeof environmentSchema>;

/**
 * The server of the address, with user and password from beside it or from inside it. The address itself
 * comes without them, so that nothing that tells it tells a secret.
 */
function serverOf({
  CLICKHOUSE_URL,
  CLICKHOUSE_USER,
  CLICKHOUSE_PASSWORD,
}: Environment): ServerAddress | null {
  if (!CLICKHOUSE_URL) return null;
  const { origin, username, password } = new URL(CLICKHOUSE_URL);
  if ((username && CLICKHOUSE_USER) || (password && CLICKHOUSE_PASSWORD))
    throw new ConfigurationError(
      'CLICKHOUSE_URL holds a user or a password, and CLICKHOUSE_USER or CLICKHOUSE_PASSWORD is set too: keep the variables and take them out of the address.',
    );
  return {
    url: origin,
    user: CLICKHOUSE_USER ?? (decodeURIComponent(username) || 'default'),
    password: CLICKHOUSE_PASSWORD ?? decodeURIComponent(password),
  };
}

/**
 * Reads the environment once. Empty values count as not set.
 * @param base folder relative paths start from
 * @throws ConfigurationError naming every wrong variable, what it holds (of secrets nothing) and what it
 *   should be
 */
export function readConfiguration(
  environment: Record<string, string | undefined>,
  base: string,
): Configuration {
  const read = readEnvironment(environmentSchema, environment);
  const { CITY, CITIES_DIR, DATA_DIR, PORT, HOST, ALLOWED_HOSTS, ENGINE_MEMORY_GB, CALLER_KEY } = read;
  return {
    city: CITY,
    citiesDir: CITIES_DIR ? resolve(base, CITIES_DIR) : projectCities,
    dataDir: resolve(base, DATA_DIR),
    port: PORT,
    host: HOST,
    allowedHosts: ALLOWED_HOSTS,
    engineMemory: ENGINE_MEMORY_GB === undefined ? null : Math.round(ENGINE_MEMORY_GB * 1e9),
    server: serverOf(read),
    storeUrl: read.STORE_URL ?? null,
    callerKey: CALLER_KEY ?? null,
  };
}
