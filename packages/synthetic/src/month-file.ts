import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@hotline-atlas/clickhouse';
import type { MonthPlan } from './plan/month-plan.ts';
import { withPlanTable } from './plan-table.ts';
import { appealsQuery } from './query.ts';

/**
 * One thread a file: only then are the rows, and so the bytes, the same every time. Nothing looks up single values in these
 * files, so they carry no bloom filters. Two optimizations of the engine cost this query more than they gain: looking for
 * chains of comparisons (half of the time to plan it), and working out branches only for the rows that take them.
 */
const settings = {
  max_threads: 1,
  max_execution_time: 0,
  max_block_size: '16384',
  optimize_and_compare_chain: 0,
  short_circuit_function_evaluation: 'disable',
  output_format_parquet_compression_method: 'zstd',
  output_format_compression_level: '1',
  output_format_parquet_row_group_size: '500000',
  output_format_parquet_parallel_encoding: 0,
  output_format_parquet_write_bloom_filter: 0,
  output_format_parquet_string_as_string: 1,
  use_query_cache: 0,
} as const;

/** A file that was written whole, now or earlier. */
export interface WrittenFile {
  path: string;
  bytes: number;
  /** It was there already. */
  kept: boolean;
}

/**
 * Writes one month to a file, unless the file is there: the bytes go to `<path>.partial`, which becomes the file when it is
 * whole. Throws DatabaseError when the engine fails.
 */
export async function writeMonth(
  database: Database,
  path: string,
  plan: () => MonthPlan,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  if (existsSync(path)) return { path, bytes: statSync(path).size, kept: true };
  const { arrays, figures } = plan();
  const partial = `${path}.partial`;
  await withPlanTable(database, arrays, async (table) => {
    const stream = await database.stream({
      sql: appealsQuery(arrays),
      parameters: { ...figures, plan: table },
      settings,
      label: 'synthesize a month',
      ...(signal && { signal }),
    });
    await pipeline(stream, createWriteStream(partial), { ...(signal && { signal }) });
  });
  await rename(partial, path);
  return { path, bytes: statSync(path).size, kept: false };
}
