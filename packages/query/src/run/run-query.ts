import type { Cost } from '@hotline-atlas/clickhouse';
import type { Answer, Meta } from '@hotline-atlas/model';
import { compileQuery, rowLimit, usesQuantiles } from '../compile/compile.ts';
import { rowsOfCounted } from '../counts/rows-of-counted.ts';
import type { Plan } from '../plan/plan.ts';
import { isSmall } from '../plan/way.ts';
import { limitsUnknown } from './covered.ts';
import { arrowSettings, boundsOfQuestions, quantileSettings } from './limits.ts';
import { metaOf } from './meta.ts';
import { boundsOfSmall, type ReadCounts, readCounts } from './read-counts.ts';
import type { Run } from './run.ts';

type AnswerRow = Answer['rows'][number];

/** Bounds of a question that the engine answers. */
const boundsOf = (plan: Plan) => ({
  ...(isSmall(plan) ? boundsOfSmall : boundsOfQuestions),
  ...(usesQuantiles(plan.query.metrics) && quantileSettings),
});

/** Rows of an answer, as many as it may have, and whether there are more. */
interface Cut extends Cost {
  rows: AnswerRow[];
  limited: boolean;
}

/**
 * Rows worked out here from bare counts: where little is read, the engine takes longer to understand metrics
 * than to count (`docs/decisions/0009-bare-counts.md`).
 */
async function rowsFromCounts(plan: Plan, run: Run, most: number, read: ReadCounts): Promise<Cut> {
  const { counted, ...cost } = await read(plan, run, most + 1);
  return { ...cost, rows: rowsOfCounted(counted.slice(0, most), plan), limited: counted.length > most };
}

async function rowsFromEngine(plan: Plan, run: Run, most: number): Promise<Cut> {
  const { database, signal } = run;
  const { text, parameters } = compileQuery(plan, most + 1);
  const settings = boundsOf(plan);
  const { rows, ...cost } = await database.rows<AnswerRow>({
    sql: text,
    parameters,
    settings,
    signal,
    label: 'query',
  });
  return { ...cost, rows: rows.slice(0, most), limited: rows.length > most };
}

/**
 * The answer as rows.
 * @param read how a small question is read
 */
export async function answerRows(plan: Plan, run: Run, read: ReadCounts = readCounts): Promise<Answer> {
  const { history, timeZone } = run;
  const most = rowLimit(plan);
  const { rows, ...cost } =
    plan.how === 'counts'
      ? await rowsFromCounts(plan, run, most, read)
      : await rowsFromEngine(plan, run, most);
  const meta = metaOf(plan, history, timeZone, { ...cost, rows: rows.length });
  return { meta: { ...meta, notice: meta.notice ?? limitsUnknown(plan.query.metrics, rows) }, rows };
}

/**
 * The answer as a stream of Arrow messages. As many rows as the limit count as limited: nothing was read
 * beyond it.
 */
export async function answerArrow(
  plan: Plan,
  { database, history, timeZone, signal }: Run,
): Promise<{ meta: Meta; body: Buffer }> {
  const { text, parameters } = compileQuery(plan);
  const { body, rowsWritten, ...cost } = await database.bytes({
    sql: `${text}\nFORMAT ArrowStream`,
    parameters,
    settings: { ...boundsOf(plan), ...arrowSettings },
    signal,
    label: 'query',
  });
  const limited = rowsWritten >= rowLimit(plan);
  return { meta: metaOf(plan, history, timeZone, { ...cost, rows: rowsWritten, limited }), body };
}
