import type { Scope } from '@hotline-atlas/model';
import { bind, name, type Sql, sql } from '../sql/sql.ts';

/** A moment of a record as finely as it may be seen. */
export function momentSeen(column: string, { time }: Pick<Scope, 'time'>, timeZone: string): Sql {
  const moment = sql`source.${name(column)}`;
  return time === 'hour' ? sql`toStartOfHour(${moment}, ${bind('time_zone', 'String', timeZone)})` : moment;
}
