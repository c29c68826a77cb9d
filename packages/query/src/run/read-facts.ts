import type { Reading } from '@hotline-atlas/clickhouse';
import { mostRows } from '@hotline-atlas/model';
import { createSharedAnswers } from '../cache/shared-answers.ts';
import { compileFacts, mostSides } from '../counts/compile-facts.ts';
import { compileShared } from '../counts/compile-shared.ts';
import { type Fact, type FactRow, factsOf } from '../counts/fact.ts';
import { factsOfShared } from '../counts/facts-of-shared.ts';
import { type SharedReading, shareReadings } from '../counts/share-readings.ts';
import type { History } from '../plan/history.ts';
import type { Plan } from '../plan/plan.ts';
import type { Sql } from '../sql/sql.ts';
import { boundsOfQuestions } from './limits.ts';
import type { Run } from './run.ts';

/** Reads what a small question counts, that many combinations of its dimensions at the most. */
export type ReadFacts = (plan: Plan, run: Run, most: number) => Promise<Reading & { facts: Fact[] }>;

/**
 * Bounds of a small question: it is read by one thread, and may come in a row for each of its sides. Most of its time is planning: what cannot gain
 * anything here is left out of that, which shortens small statements by an eighth.
 */
export const boundsOfSmall: typeof boundsOfQuestions = {
  ...boundsOfQuestions,
  max_threads: 1,
  optimize_use_projections: 0,
  output_format_parallel_formatting: 0,
  max_result_rows: String(mostSides * (mostRows + 1)),
};

const read = ({ text, parameters }: Sql, { database, signal }: Pick<Run, 'database' | 'signal'>) =>
  database.rows<FactRow>({ sql: text, parameters, settings: boundsOfSmall, signal, label: 'query' });

/** By a statement of its own. */
export const readFacts: ReadFacts = async (plan, run, most) => {
  const { rows, ...reading } = await read(compileFacts(plan, most), run);
  return { ...reading, facts: factsOf(rows, plan) };
};

/**
 * What is read for several plans at once: together where they count the same appeals. A reading goes on while anybody waits for
 * one of its answers.
 */
export function readTogether(plans: readonly Plan[], history: History): ReadFacts {
  const shared = new Map<Plan, SharedReading>();
  for (const reading of shareReadings(plans, history))
    for (const plan of reading.plans) shared.set(plan, reading);
  const readings = createSharedAnswers<Awaited<ReturnType<typeof read>> & { length: number }>(Infinity);
  return async (plan, run, most) => {
    const own = shared.get(plan);
    if (!own) return readFacts(plan, run, most);
    const key = String(plans.findIndex((each) => own.plans.includes(each)));
    const { rows, rowsRead, milliseconds } = await readings.answer(key, run.signal, async (signal) => {
      const found = await read(compileShared(own), { ...run, signal });
      return { ...found, length: found.rows.length + 1 };
    });
    return { rowsRead, milliseconds, facts: factsOfShared(rows, own, plan) };
  };
}
