import type { Database } from '@hotline-atlas/clickhouse';
import type { Answer, Meta } from '@hotline-atlas/model';
import { compileQuery, rowLimit } from '../compile/compile.ts';
import { compileFacts } from '../facts/compile-facts.ts';
import { type FactRow, factOf } from '../facts/fact.ts';
import { rowsOfFacts } from '../facts/rows-of-facts.ts';
import type { History } from '../plan/history.ts';
import { isSmall } from '../plan/is-small.ts';
import type { Plan } from '../plan/plan.ts';
import type { Sql } from '../sql/sql.ts';
import { rowsInArrow } from './arrow-rows.ts';
import { arrowSettings, boundsOfQuestions } from './limits.ts';
import { metaOf } from './meta.ts';

/** Where and for whom a plan is run. */
export interface Run {
  database: Database;
  history: History;
  timeZone: string;
  signal: AbortSignal;
}

type AnswerRow = Answer['rows'][number];

/** Bounds of a question; a small one is read by one thread. */
const settingsFor = (plan: Plan, history: History) => ({
  ...boundsOfQuestions,
  ...(isSmall(plan, history) && { max_threads: 1 }),
});

/** Whether bare counts can answer: those are of rollups, and come in the order of the dimensions. */
const isOfCounts = ({ now, before, query }: Plan): boolean =>
  query.order.length === 0 && [...now, ...(before ?? [])].every(({ table }) => table.keys !== null);

/**
 * The statement that answers with rows, and how its rows become those of the answer. A small question asks for bare counts where it
 * can, and its metrics are worked out here: the engine takes longer to understand them than to count
 * (`docs/decisions/0009-bare-counts.md`).
 */
function statementOf(
  plan: Plan,
  history: History,
  most: number,
): { statement: Sql; rowsOf: (rows: FactRow[]) => AnswerRow[] } {
  if (!isSmall(plan, history) || !isOfCounts(plan))
    return { statement: compileQuery(plan, most), rowsOf: (rows) => rows as AnswerRow[] };
  const factsOf = (rows: FactRow[]) => rows.map((row) => factOf(row, plan));
  return { statement: compileFacts(plan, most), rowsOf: (rows) => rowsOfFacts(factsOf(rows), plan) };
}

/** The answer as rows. */
export async function answerRows(plan: Plan, { database, history, timeZone, signal }: Run): Promise<Answer> {
  const most = rowLimit(plan);
  const { statement, rowsOf } = statementOf(plan, history, most + 1);
  const { rows, ...reading } = await database.rows<FactRow>({
    sql: statement.text,
    parameters: statement.parameters,
    settings: settingsFor(plan, history),
    signal,
    label: 'query',
  });
  const limited = rows.length > most;
  const shown = rowsOf(limited ? rows.slice(0, most) : rows);
  return { meta: metaOf(plan, history, timeZone, { ...reading, rows: shown.length, limited }), rows: shown };
}

/** The answer as a stream of Arrow messages. As many rows as the limit count as limited: nothing was read beyond it. */
export async function answerArrow(
  plan: Plan,
  { database, history, timeZone, signal }: Run,
): Promise<{ meta: Meta; body: Buffer }> {
  const { text, parameters } = compileQuery(plan);
  const { body, ...reading } = await database.bytes({
    sql: `${text}\nFORMAT ArrowStream`,
    parameters,
    settings: { ...settingsFor(plan, history), ...arrowSettings },
    signal,
    label: 'query',
  });
  const rows = rowsInArrow(body);
  return {
    meta: metaOf(plan, history, timeZone, { ...reading, rows, limited: rows >= rowLimit(plan) }),
    body,
  };
}
