import type { Database } from '@hotline-atlas/clickhouse';
import type { Answer, Meta, Value } from '@hotline-atlas/model';
import { compileQuery, rowLimit } from '../compile/compile.ts';
import type { History } from '../plan/history.ts';
import { mostRowsOf } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
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

/** Fewer rows are read by one thread: to share them out costs more than it saves where a screen asks seven questions at once. */
const rowsForOneThread = 200_000;

/** Bounds of a question, and how many threads it is worth. */
const settingsFor = ({ now, before }: Plan, history: History) => ({
  ...boundsOfQuestions,
  ...(mostRowsOf([...now, ...(before ?? [])], history) < rowsForOneThread && { max_threads: 1 }),
});

/** The answer as rows. */
export async function answerRows(plan: Plan, { database, history, timeZone, signal }: Run): Promise<Answer> {
  const most = rowLimit(plan);
  const { text, parameters } = compileQuery(plan, most + 1);
  const { rows, ...reading } = await database.rows<Record<string, Value>>({
    sql: text,
    parameters,
    settings: settingsFor(plan, history),
    signal,
    label: 'query',
  });
  const limited = rows.length > most;
  const shown = limited ? rows.slice(0, most) : rows;
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
