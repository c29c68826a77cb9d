import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NoResult, type Result, readResult } from '../result.ts';
import { rounded } from '../summary.ts';
import { isMeanwhile, meanwhileTargets, onPageMeanwhile, stateInWords } from './meanwhile.ts';
import { pageNames } from './page-names.ts';
import { tablesOf } from './tables.ts';
import { targetsOf } from './targets.ts';

const carriedOver = 'hotline-atlas-carried-over-1';

const targetSchema = z.strictObject({
  id: z.string(),
  page: z.enum(pageNames),
  aim: z.string(),
  measured: z.string(),
  value: z.number().nullable(),
  holds: z.boolean().nullable(),
});

const tableSchema = z.strictObject({
  title: z.string(),
  page: z.enum(pageNames),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

/** A run as the pages of `docs/performance` show it. */
const publishedSchema = z.strictObject({
  made: z.string(),
  commit: z.string(),
  appeals: z.number(),
  city: z.string(),
  synthetic: z.boolean(),
  first_day: z.string(),
  last_day: z.string(),
  machine: z.string(),
  minutes: z.number(),
  left_out: z.array(z.string()),
  /**
   * Where the figures come from, if the result of the run was not kept; null for a result of `pnpm bench
   * --out`.
   */
  carried_over: z.string().nullable(),
  /** What was summed up and indexed; null where the run did not say. */
  state: z.string().nullable().default(null),
  /** Whether it was measured while tables were summed up and texts indexed. */
  meanwhile: z.boolean().default(false),
  targets: z.array(targetSchema),
  tables: z.array(tableSchema),
});
export type PublishedRun = z.infer<typeof publishedSchema>;

const carriedSchema = publishedSchema.extend({ format: z.literal(carriedOver), carried_over: z.string() });

/** The machine and the programs of a result, in one line. */
function machineOf({ machine, asking }: Result): string {
  const gigabytes = rounded(machine.memory_bytes / 2 ** 30);
  const duckdb = asking.duckdb_memory ? ` with 2 threads and ${asking.duckdb_memory}` : '';
  return `${machine.cores} cores (${machine.processor || 'unknown processor'}), ${gigabytes} GB, ${machine.platform}, Node ${machine.node}, ${machine.engine}, ${machine.duckdb}${duckdb}`;
}

/** A result as a published run. @param smaller a run at about a tenth of the size, if there is one */
export function publishedOf(result: Result, smaller: Result | null): PublishedRun {
  const meanwhile = isMeanwhile(result);
  const { made, commit, appeals, city, synthetic, first_day, last_day, left_out } = result;
  return {
    ...{ made, commit, appeals, city, synthetic, first_day, last_day, left_out },
    machine: machineOf(result),
    minutes: Math.round(result.seconds / 60),
    carried_over: null,
    state: stateInWords(result),
    meanwhile,
    targets: meanwhile ? meanwhileTargets(result) : targetsOf(result, smaller),
    tables: meanwhile ? onPageMeanwhile(tablesOf(result)) : tablesOf(result),
  };
}

/** The newest result at a fifth of the size or less. */
const smallerThan = ({ appeals }: Result, results: readonly Result[]): Result | null =>
  results
    .filter((other) => !isMeanwhile(other) && other.appeals > 0 && other.appeals <= appeals / 5)
    .sort((a, b) => (a.made < b.made ? 1 : -1))[0] ?? null;

/** The runs of a folder, and the results among them. */
export interface Runs {
  runs: PublishedRun[];
  results: Result[];
}

/**
 * Reads every published run, the oldest first.
 * @throws NoResult when a file is neither a result nor a run that was carried over
 */
export function readRuns(folder: string): Runs {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
  const carried: PublishedRun[] = [];
  const results: Result[] = [];
  for (const file of files) {
    const read: { format?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    if (read.format !== carriedOver) {
      results.push(readResult(file));
      continue;
    }
    const { data, error } = carriedSchema.safeParse(read);
    if (!data) throw new NoResult(`${file} is not a run: ${z.prettifyError(error)}`, { cause: error });
    const { format, ...run } = data;
    carried.push(run);
  }
  const published = results.map((result) => publishedOf(result, smallerThan(result, results)));
  const runs = [...carried, ...published].sort((a, b) => (a.made < b.made ? -1 : 1));
  return { runs, results };
}
