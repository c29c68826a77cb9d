import { precedence, type Statement } from '@hotline-atlas/clickhouse';
import { mostRows } from '@hotline-atlas/model';

type Settings = NonNullable<Statement['settings']>;

const readOnly: Settings = { readonly: '1', max_memory_usage: '8000000000' };

/** Bounds of every question: beyond them it fails as too heavy. */
export const boundsOfQuestions: Settings = {
  ...readOnly,
  ...precedence.questions,
  use_uncompressed_cache: 1,
  // Both cores from fewer rows on than the engine would take them for: a row of a rollup can hold 64 classes.
  merge_tree_min_rows_for_concurrent_read: '20000',
  max_execution_time: 30,
  max_result_rows: String(mostRows + 1),
  result_overflow_mode: 'throw',
};

/**
 * Of quantiles of many histograms. Put off behind a condition, the engine works out a class anew for every
 * place that names it, twice as long. And histograms of more than some ten thousand places are added up in
 * parts, each of which goes on by itself; sums are not worth it.
 */
export const quantileSettings: Settings = {
  short_circuit_function_evaluation: 'disable',
  group_by_two_level_threshold_bytes: '8000000',
};

/**
 * Bounds of what a whole morning's list of alarms reads: asked once for a version of the data, and never too
 * heavy on a busy machine.
 */
export const boundsOfAlarms: Settings = { ...boundsOfQuestions, max_execution_time: 180 };

/** Bounds of exports: of any length, but neither for ever nor with all the memory. */
export const boundsOfExports: Settings = {
  ...readOnly,
  ...precedence.exports,
  max_execution_time: 3600,
};

/**
 * Small row groups, so that a file begins to leave soon: nothing of a group leaves before it is whole. Files
 * grow by a quarter at the most, and cost no more to write.
 */
export const parquetSettings: Settings = {
  output_format_parquet_row_group_size: '16384',
  max_block_size: '16384',
};

/**
 * Small blocks, so that a sheet begins to leave soon: nothing leaves before the first block of every month is
 * read and put in order.
 */
export const sheetSettings: Settings = { max_block_size: '8192' };

/** Arrow as JavaScript reads it: not compressed inside, strings as strings. */
export const arrowSettings: Settings = {
  output_format_arrow_compression_method: 'none',
  output_format_arrow_string_as_string: 1,
  output_format_arrow_low_cardinality_as_dictionary: 0,
};
