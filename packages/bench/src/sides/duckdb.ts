import { type DuckDBConnection, DuckDBInstance, version } from '@duckdb/node-api';
import type { Value } from '@hotline-atlas/model';
import type { FlatStatement } from '../flat/statement.ts';
import type { SideAnswer } from './side.ts';

/**
 * DuckDB as it is compared with: in this process, two threads like the engine has cores, its memory stated.
 */
export interface DuckDb {
  run(sql: string): Promise<void>;
  rows(statement: FlatStatement): Promise<Record<string, Value>[]>;
  close(): void;
}

export const duckdbVersion = (): string => version();
const duckdbThreads = 2;

async function rowsOf(
  connection: DuckDBConnection,
  { sql, parameters }: FlatStatement,
): Promise<Record<string, Value>[]> {
  const reader = await connection.runAndReadAll(sql, parameters);
  return reader.getRowObjectsJson() as Record<string, Value>[];
}

/** Opens a DuckDB file. */
export async function openDuckDb(path: string, memory: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(path, {
    threads: String(duckdbThreads),
    memory_limit: memory,
  });
  const connection = await instance.connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: (statement) => rowsOf(connection, statement),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Puts statements to DuckDB. */
export async function askDuckDb(duckdb: DuckDb, statements: readonly FlatStatement[]): Promise<SideAnswer> {
  const began = performance.now();
  const [first, second] = statements;
  if (!first) throw new Error('nothing to ask');
  const rows = await duckdb.rows(first);
  const counted = second ? await duckdb.rows(second) : [];
  return {
    rows,
    total: second ? Number(counted[0]?.total ?? 0) : null,
    milliseconds: performance.now() - began,
  };
}
