import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@hotline-atlas/clickhouse';
import type { MonthPlan } from './plan/month-plan.ts';
import { dropPlan, type LaidPlan, layPlan, type PlanArray } from './plan-table.ts';

/**
 * One thread a file: only then are the rows, and so the bytes, the same every time. Nothing looks up single
 * values in these files, so they carry no bloom filters. The engine holds a row group of each file it writes,
 * so these are small. Without dictionaries that outgrow sixteen kilobytes, small row groups cost no bytes,
 * and a tenth less time. Two optimizations of the engine cost this query more than they gain: looking for
 * chains of comparisons (half of the time to plan it), and working out branches only for the rows that take
 * them.
 */
export const writing = {
  max_threads: 1,
  max_execution_time: 0,
  max_block_size: '16384',
  optimize_and_compare_chain: 0,
  short_circuit_function_evaluation: 'disable',
  output_format_parquet_compression_method: 'zstd',
  output_format_compression_level: '1',
  output_format_parquet_row_group_size: '131072',
  output_format_parquet_max_dictionary_size: '16384',
  output_format_parquet_data_page_size: '8388608',
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

/** Makes what is wanted of one month; its plan is laid down in the engine when it is first needed. */
export interface MonthMaker {
  /**
   * Writes a file, unless it is there: the bytes go to `<path>.partial`, which becomes the file when it is
   * whole.
   * @param sql given the arrays of the plan
   */
  write(path: string, sql: (arrays: readonly PlanArray[]) => string, figures?: Figures): Promise<WrittenFile>;
  /** Rows of a bounded answer. */
  ask<Row>(sql: (arrays: readonly PlanArray[]) => string, figures?: Figures): Promise<Row[]>;
}

type Figures = Record<string, number | string>;

/** Throws DatabaseError when the engine fails. */
export async function makeMonth<Result>(
  database: Database,
  plan: () => MonthPlan,
  use: (month: MonthMaker) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  let laid: Promise<LaidPlan> | undefined;
  const statement = async (sql: (arrays: readonly PlanArray[]) => string, more: Figures = {}) => {
    laid ??= layPlan(database, plan());
    const { arrays, figures, table } = await laid;
    return {
      sql: sql(arrays),
      parameters: { ...figures, ...more, plan: table },
      settings: writing,
      label: 'synthesize a month',
      ...(signal && { signal }),
    };
  };
  try {
    return await use({
      async write(path, sql, figures) {
        if (existsSync(path)) return { path, bytes: statSync(path).size, kept: true };
        const partial = `${path}.partial`;
        const stream = await database.stream(await statement(sql, figures));
        await pipeline(stream, createWriteStream(partial), { ...(signal && { signal }) });
        await rename(partial, path);
        return { path, bytes: statSync(path).size, kept: false };
      },
      async ask<Row>(sql: (arrays: readonly PlanArray[]) => string, figures?: Figures) {
        return (await database.rows<Row>(await statement(sql, figures))).rows;
      },
    });
  } finally {
    await laid?.then(({ table }) => dropPlan(database, table));
  }
}
