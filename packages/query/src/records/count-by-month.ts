import { type Cost, monthNumber, monthOfGeneration } from '@hotline-atlas/clickhouse';
import type { LocalDate, Query } from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import { planQuery } from '../plan/plan.ts';
import { answerRows } from '../run/run-query.ts';
import { newestMonth } from './cursor.ts';
import { compileMonthCounts, type MonthCount, newestFirst } from './page.ts';
import { ask, type PageRun } from './page-run.ts';
import { firstDayOfSteps, type SearchStep, searchSteps, textsWithoutIndex } from './search-steps.ts';
import type { RecordSelection } from './selected.ts';

/** Records by month, the newest first. */
export interface Counted {
  counts: MonthCount[];
  cost: Cost;
  /** Records that were counted for the pages before and not again; null where all were counted now. */
  newer: number | null;
  /** The first day of the months that were searched; null where all of them were. */
  searchedFrom: LocalDate | null;
}

const whole = { newer: null, searchedFrom: null };
const nothingRead: Cost = { rowsRead: 0, milliseconds: 0 };

const together = (one: Cost, other: Cost): Cost => ({
  rowsRead: one.rowsRead + other.rowsRead,
  milliseconds: one.milliseconds + other.milliseconds,
});

/** Counts from the smallest table that has them. */
async function countInSums(selection: RecordSelection, run: PageRun): Promise<Counted> {
  const { scope, history, city, tables } = run;
  const query: Query = { ...selection, metrics: ['appeals'], by: ['month'], order: [], resolution: 8 };
  const plan = planQuery(query, scope, history, city, tables);
  const { rows, meta } = await answerRows(plan, run);
  const counts = rows.map(({ month, appeals }) => ({
    month: monthNumber(String(month)),
    appeals: Number(appeals),
  }));
  const cost = { rowsRead: meta.rows_read ?? 0, milliseconds: meta.milliseconds };
  return { counts: newestFirst(counts.filter(({ appeals }) => appeals > 0)), cost, ...whole };
}

/** Counts from the rows. */
async function countInRows(selection: RecordSelection, months: Months, run: PageRun): Promise<Counted> {
  const statement = compileMonthCounts(selection, months, run.scope);
  const found = await ask<{ generation: number; appeals: number }>(run, statement, 'appeals: count');
  const counts = found.rows.map(({ generation, appeals }) => ({
    month: monthOfGeneration(generation),
    appeals,
  }));
  return { counts: newestFirst(counts), cost: found, ...whole };
}

/** Counts step by step, the newest months first, until all are counted or time is up. */
async function countInSteps(
  steps: readonly SearchStep[],
  selection: RecordSelection,
  months: Months,
  run: PageRun,
): Promise<Counted> {
  const until = performance.now() + run.patience.milliseconds;
  const newer = run.cursor?.newer ?? 0;
  const counts: MonthCount[] = [];
  let cost = nothingRead;
  for (const [at, { generations }] of steps.entries()) {
    if (at > 0 && performance.now() > until) {
      const searchedFrom = firstDayOfSteps(steps.slice(0, at));
      return { counts: newestFirst(counts), cost, newer, searchedFrom };
    }
    const found = await countInRows(selection, { ...months, generations: [...generations] }, run);
    counts.push(...found.counts);
    cost = together(cost, found.cost);
  }
  return { counts: newestFirst(counts), cost, newer, searchedFrom: null };
}

/**
 * Counts by month from the smallest table that has them; from the rows where words or an id are sought. While
 * many texts have no index, months are searched from the cursor on, the newest first, for as long as somebody
 * has patience; all of them where another order is asked for.
 */
export async function countByMonth(
  selection: RecordSelection,
  months: Months,
  run: PageRun,
): Promise<Counted> {
  if (months.generations.length === 0) return { counts: [], cost: nothingRead, ...whole };
  if (selection.id !== undefined) return countInRows(selection, months, run);
  if (selection.q === undefined) return countInSums(selection, run);
  const { patience, cursor, timeZone } = run;
  const unindexed = await textsWithoutIndex(run, months.generations);
  const unread = [...unindexed.values()].reduce((sum, texts) => sum + texts, 0);
  if (unread < patience.texts || selection.order) return countInRows(selection, months, run);
  const newest = newestMonth(cursor, timeZone);
  const ahead = months.generations.filter((generation) => monthOfGeneration(generation) <= newest);
  return countInSteps(searchSteps(ahead, unindexed, patience.texts), selection, months, run);
}
