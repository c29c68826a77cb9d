import { bind, boundsOfQuestions, countsSql, shown, sourcesOf, sql } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { planRows, type TallyQuestion } from './tally-question.ts';

/**
 * Orders of an evaluation month, by unit, whose newest state came with a load that was published after a
 * version of the data. Orders that a load took back are not among them.
 */
export async function readChanged(
  question: TallyQuestion,
  version: number,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadonlyMap<string, number>> {
  const { group } = question;
  const since = sql`SELECT arrayJoin(loads) FROM publication WHERE version > ${bind('frozen_version', 'UInt32', version)}`;
  const value = sql`(source.handling = 'dispatched' AND source.load IN (${since}))`;
  const columns = [{ column: 'changed', value }];
  const planned = planRows(question, [group.by], columns, { run, excludedOnly: false, timeZone });
  if (!planned.plan.hasDays || sourcesOf(planned.plan).length === 0) return new Map();
  const { text, parameters } = countsSql(planned.plan, planned.counters);
  const { rows } = await run.database.rows<{ unit: string; orders: number }>({
    sql: `SELECT ${shown(group.by).text} AS unit, toUInt32(changed) AS orders FROM (${text}) AS counts WHERE changed > 0`,
    parameters: { ...parameters, ...planned.parameters },
    settings: boundsOfQuestions,
    signal: run.signal,
    label: 'evaluation: changed orders',
  });
  return new Map(rows.flatMap(({ unit, orders }) => (unit === '' ? [] : [[unit, orders]])));
}
