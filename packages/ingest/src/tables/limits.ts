const gibibyte = 1024 ** 3;

/**
 * What one statement of a publication may take of the engine's memory; what needs more goes to disk. Two run
 * at a time.
 */
export const boundedMemory = {
  max_memory_usage: String(4 * gibibyte),
  max_bytes_before_external_group_by: String(gibibyte),
  max_bytes_before_external_sort: String(gibibyte),
  max_bytes_ratio_before_external_group_by: 0,
  max_bytes_ratio_before_external_sort: 0,
  max_execution_time: 0,
} as const;

/** Statements of a publication that run at the same time, each in one thread of the engine. */
export const statementsAtATime = 2;

/**
 * Rows of generations that one statement rewrites or sums up: enough to be worth it, few enough to fit in
 * memory.
 */
const rowsAStatement = 2_500_000;

/** Written as one block, so that every generation becomes one part. */
export const oneBlock = {
  max_threads: 1,
  max_insert_threads: '1',
  min_insert_block_size_rows: String(2 * rowsAStatement),
  min_insert_block_size_bytes: String(2 * gibibyte),
} as const;

/**
 * Rewritten a part of this size at a time: a month of the largest city is too large for one block, which is
 * held twice while it is written.
 */
export const smallBlocks = { ...oneBlock, min_insert_block_size_bytes: String(0.5 * gibibyte) } as const;

/** Statements that write appeals leave the index of the texts to the end of finishing. */
export const withoutSearchIndex = { exclude_materialize_skip_indexes_on_insert: 'search_index' } as const;

/**
 * Up to so many appeals come to little: every rollup of them is filled before they are published, from the
 * rows themselves.
 */
export const fewAppeals = 100_000;

/** Fewer rows are not worth another statement. */
const rowsWorthAStatement = fewAppeals;

/**
 * Parts generations into runs of so many rows, enough runs to keep every thread busy; a generation is never
 * parted.
 */
export function chunks<Generation>(
  generations: readonly Generation[],
  rowsOf: (generation: Generation) => number,
  rowsARun = rowsAStatement,
): Generation[][] {
  const all = generations.reduce((sum, generation) => sum + rowsOf(generation), 0);
  const most = Math.min(rowsARun, Math.max(all / statementsAtATime, rowsWorthAStatement));
  const runs: Generation[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const generation of generations) {
    rows += rowsOf(generation);
    if (rows > most) {
      runs.push([]);
      rows = rowsOf(generation);
    }
    runs.at(-1)?.push(generation);
  }
  return runs;
}
