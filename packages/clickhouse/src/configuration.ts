import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A value of the environment or of the machine that the program cannot work with; one line, saying what to do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The packs that come with the project. */
const projectCities = fileURLToPath(new URL('../../../cities', import.meta.url));

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
  ENGINE_MEMORY_GB: z.coerce
    .number('gigabytes, such as 16')
    .min(0.5, 'at least 0.5 gigabytes')
    .max(100_000, 'gigabytes, such as 16')
    .optional(),
  CLICKHOUSE_URL: z.url({ protocol: /^https?$/, error: 'an http:// or https:// address' }).optional(),
  CLICKHOUSE_USER: z.string().min(1).default('default'),
  CLICKHOUSE_PASSWORD: z.string().default(''),
  CALLER_KEY: z
    .string()
    .regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits')
    .optional(),
});

/** A ClickHouse server that is not ours to start. */
export interface ServerAddress {
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
  /** Bytes the embedded server may take; null: seven tenths of the machine's memory. */
  engineMemory: number | null;
  /** Null: the embedded server of the data folder. */
  server: ServerAddress | null;
  /** Key that callers are hashed with; null: one is made and kept in the data folder. */
  callerKey: string | null;
}

/**
 * Reads the environment once. Empty values count as not set.
 * @param base folder relative paths start from
 * @throws ConfigurationError naming every wrong variable, what it holds and what it should be
 */
export function readConfiguration(
  environment: Record<string, string | undefined>,
  base: string,
): Configuration {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(set);
  if (!result.success) {
    const wrong = result.error.issues.map(({ path: [name], message }) => {
      return `${String(name)}=${set[String(name)] ?? ''} should be ${message}`;
    });
    throw new ConfigurationError(wrong.join('; '), { cause: result.error });
  }
  const {
    CITY,
    CITIES_DIR,
    DATA_DIR,
    PORT,
    HOST,
    ENGINE_MEMORY_GB,
    CLICKHOUSE_URL,
    CLICKHOUSE_USER,
    CLICKHOUSE_PASSWORD,
    CALLER_KEY,
  } = result.data;
  return {
    city: CITY,
    citiesDir: CITIES_DIR ? resolve(base, CITIES_DIR) : projectCities,
    dataDir: resolve(base, DATA_DIR),
    port: PORT,
    host: HOST,
    engineMemory: ENGINE_MEMORY_GB === undefined ? null : Math.round(ENGINE_MEMORY_GB * 1e9),
    server: CLICKHOUSE_URL
      ? { url: CLICKHOUSE_URL, user: CLICKHOUSE_USER, password: CLICKHOUSE_PASSWORD }
      : null,
    callerKey: CALLER_KEY ?? null,
  };
}
