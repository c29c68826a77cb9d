import type { Cost } from '@hotline-atlas/clickhouse';
import type { Selection } from '@hotline-atlas/model';
import {
  all,
  bind,
  boundsOfQuestions,
  monthsOfRecords,
  recordConditions,
  type Sql,
  sql,
} from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { BacklogMoment } from './moments.ts';

/** Beyond every moment. */
export const never = 4_294_967_295;

/** Orders that were open from behind one moment to another; moments in seconds, 0 before the first. */
export interface OpenSpan {
  /** Open at every moment after it, to `until`: `never` where it still is. */
  from: number;
  until: number;
  /** Overdue at every moment after it; `never` without a due time. */
  due: number;
  /** Open for more than fifteen days at every moment after it. */
  aged: number;
  orders: number;
}

const fifteenDays = 15 * 86_400;

/** The last moment at or before a number of seconds; 0 where there is none. */
const lastMoment = (seconds: Sql, moments: readonly BacklogMoment[]): Sql =>
  sql`toUInt32(roundDown(${seconds}, ${bind('moments', 'Array(UInt32)', [0, ...moments.map((moment) => moment.seconds)])}))`;

/** Spans in which orders were open at a moment at least, and how many orders have each. */
export async function readSpans(
  selection: Selection,
  moments: readonly BacklogMoment[],
  { database, history, city, scope, signal }: JudgementRun,
): Promise<Cost & { spans: OpenSpan[]; unknown: number }> {
  const at = bind('at', 'UInt32', moments.at(-1)?.seconds ?? 0);
  const beyond = bind('never', 'UInt32', never);
  const moment = (column: 'received' | 'due' | 'closed') =>
    ({
      received: sql`toUnixTimestamp(source.received)`,
      due: sql`toUnixTimestamp(source.due)`,
      closed: sql`toUnixTimestamp(source.closed)`,
    })[column];
  const isOver = sql`source.order_state = 'closed'`;
  const from = lastMoment(sql`${moment('received')} - 1`, moments);
  const until = sql`if(${isOver}, ${lastMoment(sql`least(${moment('closed')}, ${at}) - 1`, moments)}, ${beyond})`;
  const due = sql`if(${moment('due')} = 0, ${beyond}, ${lastMoment(moment('due'), moments)})`;
  const aged = lastMoment(sql`${moment('received')} + ${bind('aged', 'UInt32', fifteenDays)}`, moments);
  const months = monthsOfRecords(selection, history, city);
  const first = bind('first', 'UInt32', moments[0]?.seconds ?? 0);
  const conditions = all([
    // Two narrow columns leave out nearly all rows: what was answered at the desk, and closed before.
    sql`source.handling != 'direct'`,
    sql`(${moment('closed')} = 0 OR ${moment('closed')} > ${first} OR source.status = 'reopened')`,
    sql`source.order_state != ''`,
    recordConditions(selection, months, scope),
  ]);
  const isUnknown = sql`(${isOver} AND ${moment('closed')} = 0)`;
  const { text, parameters } =
    sql`SELECT ${isUnknown} AS unknown, if(unknown, 0, ${from}) AS opened, if(unknown, 0, ${until}) AS ended,
  if(unknown, 0, ${due}) AS overdue_after, if(unknown, 0, ${aged}) AS aged_after, toUInt32(count()) AS orders
FROM appeal AS source
WHERE ${conditions} AND (${isUnknown} OR ${from} < ${until})
GROUP BY 1, 2, 3, 4, 5`;
  const { rows, ...cost } = await database.rows<{
    unknown: number;
    opened: number;
    ended: number;
    overdue_after: number;
    aged_after: number;
    orders: number;
  }>({ sql: text, parameters, settings: boundsOfQuestions, signal, label: 'backlog' });
  const isKnown = ({ unknown }: { unknown: number }) => unknown === 0;
  const spans = rows.filter(isKnown).map(({ opened, ended, overdue_after, aged_after, orders }) => ({
    from: opened,
    until: ended,
    due: overdue_after,
    aged: aged_after,
    orders,
  }));
  const unknown = rows.filter((row) => !isKnown(row)).reduce((sum, { orders }) => sum + orders, 0);
  return { ...cost, spans, unknown };
}
