import type { Database } from '@hotline-atlas/clickhouse';
import { type Answer, type Meta, mostRows } from '@hotline-atlas/model';
import { compileQuery, rowLimit } from '../compile/compile.ts';
import { compileFacts, mostSides } from '../facts/compile-facts.ts';
import { type FactRow, factsOf } from '../facts/fact.ts';
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

const settingsOfSmall = { max_threads: 1, max_result_rows: String(mostSides * (mostRows + 1)) };

/** Bounds of a question; a small one is read by one thread, and may come in a row for each of its sides. */
const settingsFor = (plan: Plan, history: History) => ({
  ...boundsOfQuestions,
  ...(isSmall(plan, history) && settingsOfSmall),
});

/** Whether bare counts can answer: those are of rollups, and come in the order of the dimensions. */
const isOfCounts = ({ now, before, query }: Plan): boolean =>
  query.order.length === 0 && [...now, ...(before ?? [])].every(({ table }) => table.keys !== null);

/** Rows of an answer, as many as it may have, and whether there are more. */
interface Cut {
  rows: AnswerRow[];
  limited: boolean;
}

/**
 * The statement that answers with rows, and how its rows become those of the answer. A small question asks for bare counts where it
 * can, and its metrics are worked out here: the engine takes longer to understand them than to count
 * (`docs/decisions/0009-bare-counts.md`).
 */
function statementOf(
  plan: Plan,
  history: History,
  most: number,
): { statement: Sql; cut: (rows: FactRow[]) => Cut } {
  if (!isSmall(plan, history) || !isOfCounts(plan))
    return {
      statement: compileQuery(plan, most + 1),
      cut: (rows) => ({ rows: rows.slice(0, most) as AnswerRow[], limited: rows.length > most }),
    };
  return {
    statement: compileFacts(plan, most + 1),
    cut: (rows) => {
      const facts = factsOf(rows, plan);
      return { rows: rowsOfFacts(facts.slice(0, most), plan), limited: facts.length > most };
    },
  };
}

/** The answer as rows. */
export async function answerRows(plan: Plan, { database, history, timeZone, signal }: Run): Promise<Answer> {
  const most = rowLimit(plan);
  const { statement, cut } = statementOf(plan, history, most);
  const { rows, ...reading } = await database.rows<FactRow>({
    sql: statement.text,
    parameters: statement.parameters,
    settings: settingsFor(plan, history),
    signal,
    label: 'query',
  });
  const { rows: shown, limited } = cut(rows);
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
