import type { Reading } from '@hotline-atlas/clickhouse';
import type { Answer, Meta } from '@hotline-atlas/model';
import { compileQuery, rowLimit, usesQuantiles } from '../compile/compile.ts';
import { isOfCounts } from '../counts/is-of-counts.ts';
import { rowsOfFacts } from '../counts/rows-of-facts.ts';
import type { History } from '../plan/history.ts';
import { isSmall } from '../plan/is-small.ts';
import type { Plan } from '../plan/plan.ts';
import { rowsInArrow } from './arrow-rows.ts';
import { arrowSettings, boundsOfQuestions, quantileSettings } from './limits.ts';
import { metaOf } from './meta.ts';
import { boundsOfSmall, type ReadFacts, readFacts } from './read-facts.ts';
import type { Run } from './run.ts';

type AnswerRow = Answer['rows'][number];

/** Bounds of a question that the engine answers. */
const boundsOf = (plan: Plan, history: History) => ({
  ...(isSmall(plan, history) ? boundsOfSmall : boundsOfQuestions),
  ...(usesQuantiles(plan.query.metrics) && quantileSettings),
});

/** Rows of an answer, as many as it may have, and whether there are more. */
interface Cut extends Reading {
  rows: AnswerRow[];
  limited: boolean;
}

/**
 * Rows worked out here from bare counts: where little is read, the engine takes longer to understand metrics than to count
 * (`docs/decisions/0009-bare-counts.md`).
 */
async function rowsFromFacts(plan: Plan, run: Run, most: number, read: ReadFacts): Promise<Cut> {
  const { facts, ...reading } = await read(plan, run, most + 1);
  return { ...reading, rows: rowsOfFacts(facts.slice(0, most), plan), limited: facts.length > most };
}

async function rowsFromEngine(plan: Plan, run: Run, most: number): Promise<Cut> {
  const { database, history, signal } = run;
  const { text, parameters } = compileQuery(plan, most + 1);
  const settings = boundsOf(plan, history);
  const { rows, ...reading } = await database.rows<AnswerRow>({
    sql: text,
    parameters,
    settings,
    signal,
    label: 'query',
  });
  return { ...reading, rows: rows.slice(0, most), limited: rows.length > most };
}

/**
 * The answer as rows.
 * @param read how a small question is read
 */
export async function answerRows(plan: Plan, run: Run, read: ReadFacts = readFacts): Promise<Answer> {
  const { history, timeZone } = run;
  const most = rowLimit(plan);
  const isOfFacts = isSmall(plan, history) && isOfCounts(plan);
  const { rows, ...reading } = isOfFacts
    ? await rowsFromFacts(plan, run, most, read)
    : await rowsFromEngine(plan, run, most);
  return { meta: metaOf(plan, history, timeZone, { ...reading, rows: rows.length }), rows };
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
    settings: { ...boundsOf(plan, history), ...arrowSettings },
    signal,
    label: 'query',
  });
  const rows = rowsInArrow(body);
  return {
    meta: metaOf(plan, history, timeZone, { ...reading, rows, limited: rows >= rowLimit(plan) }),
    body,
  };
}
