import { execFileSync } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Database } from '@hotline-atlas/clickhouse';
import type { Machine } from './result.ts';
import { duckdbVersion } from './sides/duckdb.ts';

/** What this ran on. */
export async function describeMachine(database: Database): Promise<Machine> {
  const { rows } = await database.rows<{ version: string }>({ sql: 'SELECT version() AS version' });
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? '',
    memory_bytes: totalmem(),
    platform: `${platform()} ${release()}`,
    node: process.version,
    engine: `ClickHouse ${rows[0]?.version ?? ''}`,
    duckdb: `DuckDB ${duckdbVersion()}`,
  };
}

/** The commit that was measured, as far as git tells. */
export function commitOf(): string {
  try {
    const cwd = fileURLToPath(new URL('.', import.meta.url));
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return '';
  }
}
