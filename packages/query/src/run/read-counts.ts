import type { Cost } from '@hotline-atlas/clickhouse';
import { mostRows } from '@hotline-atlas/model';
import { createSingleFlight } from '../cache/single-flight.ts';
import { compileCounts, mostSides } from '../counts/compile-counts.ts';
import { compileShared } from '../counts/compile-shared.ts';
import { countedOfShared } from '../counts/counted-of-shared.ts';
import { type CountedRow, countedRowsOf, type EngineRow } from '../counts/counted-row.ts';
import { type SharedScan, shareScans } from '../counts/share-scans.ts';
import type { History } from '../plan/history.ts';
import type { Plan } from '../plan/plan.ts';
import type { Sql } from '../sql/sql.ts';
import { boundsOfQuestions } from './limits.ts';
import type { Run } from './run.ts';

/** Reads what a small question counts, that many combinations of its dimensions at the most. */
export type ReadCounts = (plan: Plan, run: Run, most: number) => Promise<Cost & { counted: CountedRow[] }>;

/**
 * Bounds of a small question: it is read by one thread, and may come in a row for each of its sides. Most of
 * its time is planning: what cannot gain anything here is left out of that, which shortens small statements
 * by an eighth.
 */
export const boundsOfSmall: typeof boundsOfQuestions = {
  ...boundsOfQuestions,
  max_threads: 1,
  optimize_use_projections: 0,
  output_format_parallel_formatting: 0,
  max_result_rows: String(mostSides * (mostRows + 1)),
};

const read = ({ text, parameters }: Sql, { database, signal }: Pick<Run, 'database' | 'signal'>) =>
  database.rows<EngineRow>({ sql: text, parameters, settings: boundsOfSmall, signal, label: 'query' });

type Found = Awaited<ReturnType<typeof read>>;

/** By a statement of its own. */
export const readCounts: ReadCounts = async (plan, run, most) => {
  const { rows, ...cost } = await read(compileCounts(plan, most), run);
  return { ...cost, counted: countedRowsOf(rows, plan) };
};

/**
 * What is read for several plans at once: in one scan where they can share it. A scan goes on while anybody
 * waits for one of its answers.
 */
export function readTogether(plans: readonly Plan[], history: History): ReadCounts {
  const scans = new Map<Plan, SharedScan>();
  for (const scan of shareScans(plans, history)) for (const plan of scan.plans) scans.set(plan, scan);
  const known = new Map<SharedScan, Found>();
  const flights = createSingleFlight<SharedScan, Found>();
  return async (plan, run, most) => {
    const scan = scans.get(plan);
    if (!scan) return readCounts(plan, run, most);
    const scanned = async (signal: AbortSignal) => {
      const found = await read(compileShared(scan), { ...run, signal });
      known.set(scan, found);
      return found;
    };
    const { rows, ...cost } = known.get(scan) ?? (await flights.join(scan, run.signal, scanned));
    return { ...cost, counted: countedOfShared(rows, scan, plan) };
  };
}
