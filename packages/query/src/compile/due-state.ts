import type { OpenAsOf, OpenCount } from '@hotline-atlas/model';
import { bind, type Sql, sql } from '../sql/sql.ts';

/** Whether a row is an order that is open. */
export const isOpen: Sql = sql`source.order_state = 'open'`;

/** A moment as the engine binds it: seconds since 1970. */
const secondsOf = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

/** The moment as of which orders are open, and the local midnights after it that part what is due. */
function momentsOf({ at, timeZone }: OpenAsOf) {
  const moment = sql`toDateTime(${bind('due_at', 'UInt32', secondsOf(at))}, 'UTC')`;
  const zone = bind('due_zone', 'String', timeZone);
  const midnightAfter = (days: 1 | 4) =>
    sql`toDateTime(addDays(toDate(${moment}, ${zone}), ${bind(`due_days_${days}`, 'UInt8', days)}), ${zone})`;
  return { moment, dayEnd: midnightAfter(1), soonEnd: midnightAfter(4) };
}

/** @throws Error where a statement is compiled before the moment is known */
export function known(due: OpenAsOf | undefined): OpenAsOf {
  if (!due) throw new Error('The moment as of which orders are open is not known yet');
  return due;
}

/** The state of the order in a row, as `due_state` names it. */
export function dueState(due: OpenAsOf): Sql {
  const { moment, dayEnd, soonEnd } = momentsOf(due);
  return sql`multiIf(source.order_state != 'open', toString(source.order_state), source.due = 0, 'no_limit',
    source.due < ${moment}, 'overdue', source.due < ${dayEnd}, 'due_today', source.due < ${soonEnd}, 'due_soon', 'due_later')`;
}

/** Whether a row is an open order that has a due time. */
export const isOpenWithLimit: Sql = sql`${isOpen} AND source.due > 0`;

/** Whether a row is among some open orders. */
export function isAmongOpen(which: OpenCount, due: OpenAsOf): Sql {
  const { moment, dayEnd, soonEnd } = momentsOf(due);
  switch (which) {
    case 'open':
      return isOpen;
    case 'reopened':
      return sql`${isOpen} AND source.status = 'reopened'`;
    case 'overdue':
      return sql`${isOpenWithLimit} AND source.due < ${moment}`;
    case 'due_today':
      return sql`${isOpen} AND source.due >= ${moment} AND source.due < ${dayEnd}`;
    case 'due_soon':
      return sql`${isOpen} AND source.due >= ${dayEnd} AND source.due < ${soonEnd}`;
  }
}
