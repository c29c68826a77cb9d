import type { Database } from '@hotline-atlas/clickhouse';
import { floorTo, type LocalDate, shift } from '@hotline-atlas/model';
import { boundsOfQuestions } from '../answer/limits.ts';
import { ofGenerations } from '../compile/conditions.ts';
import { type History, localDay } from '../plan/history.ts';
import { daysOf, later } from '../plan/reading.ts';
import { list, type Sql, sql } from '../sql/sql.ts';
import { cohortsOf, type DelayRow, type EventDay, lastEventDay, type Ripening } from './development.ts';

/** Months whose orders tell how long it takes: enough for a year of final ones where most is known after a quarter. */
const cohortMonths = 15;
/** Months whose orders tell on which day something last happened. */
const recentMonths = 3;

/** Delays are told by the day up to two months, by the week beyond, and none beyond 400 days. */
const delayOf = (event: Sql): Sql =>
  sql`if((dateDiff('day', source.day, toDate(${event}, {time_zone:String})) AS days) < 60, greatest(days, 0), least(60 + intDiv(days - 60, 7) * 7, 403))`;

const n = (column: string): Sql => ({ text: `source.n_${column}`, parameters: {} });

/** What becomes known at one moment of an order: the moment, and numerators and denominators in turn. */
interface Moment {
  event: Sql;
  counts: Sql[];
}

const visit: Moment = {
  event: sql`source.visited`,
  counts: [
    ...[n('contacted'), n('contact_asked')],
    ...[n('resolved'), n('resolution_asked')],
    ...[n('satisfied'), n('satisfaction_asked')],
  ],
};
/** An order that was not on time is known to be late when its time is up. */
const decision: Moment = {
  event: sql`if(source.n_on_time, source.closed, if(source.n_due, source.due, toDateTime(0, 'UTC')))`,
  counts: [n('on_time'), n('due')],
};
const closing: Moment = {
  event: sql`if(source.n_closed, source.closed, toDateTime(0, 'UTC'))`,
  counts: [n('closed'), n('closed')],
};

function monthsFrom(from: LocalDate, { publication }: History): Sql {
  const wanted = publication.generations.filter((generation) => daysOf(generation).from >= from);
  return ofGenerations(wanted, 'ripeness');
}

const delaysSql = ({ event, counts }: Moment, generations: Sql): Sql => sql`SELECT
  toString(toStartOfMonth(source.day)) AS month, toInt32(${delayOf(event)}) AS delay, sumForEach([${list(counts)}]) AS counts
FROM appeal AS source
WHERE ${generations} AND ${event} > 0
GROUP BY month, delay`;

const eventsSql = (
  generations: Sql,
): Sql => sql`SELECT toString(toDate(event, {time_zone:String})) AS day, count() AS events
FROM appeal AS source ARRAY JOIN [source.closed, source.visited] AS event
WHERE ${generations} AND event > 0
GROUP BY day`;

const monthsBefore = ({ span }: History, months: number): LocalDate =>
  shift(floorTo(shift(span.to, 'day', -1), 'month'), 'month', -months);

async function readRipening(database: Database, history: History, timeZone: string): Promise<Ripening> {
  const read = async <Row>({ text, parameters }: Sql): Promise<Row[]> => {
    const bound = { ...parameters, time_zone: timeZone };
    const settings = boundsOfQuestions;
    return (await database.rows<Row>({ sql: text, parameters: bound, settings, label: 'ripeness' })).rows;
  };
  const cohorts = monthsFrom(monthsBefore(history, cohortMonths), history);
  const [visits, decisions, closings, events] = await Promise.all([
    read<DelayRow>(delaysSql(visit, cohorts)),
    read<DelayRow>(delaysSql(decision, cohorts)),
    read<DelayRow>(delaysSql(closing, cohorts)),
    read<EventDay>(eventsSql(monthsFrom(monthsBefore(history, recentMonths), history))),
  ]);
  const last = lastEventDay(events, localDay(history.publication.published, timeZone));
  return {
    dataTo: last ? later(history.completeTo, shift(last, 'day', 1)) : history.completeTo,
    cohorts: {
      contact: cohortsOf(visits, 0),
      resolution: cohortsOf(visits, 1),
      satisfaction: cohortsOf(visits, 2),
      on_time: cohortsOf(decisions, 0),
      closed: cohortsOf(closings, 0),
    },
  };
}

const kept = new WeakMap<Database, { key: string; ripening: Promise<Ripening> }>();

/**
 * How what is known of orders grows: read once for a version of the data, from the rows of fifteen months, whatever is asked and
 * by whom. It says when things happen, not to whom.
 */
export function ripeningOf(database: Database, history: History, timeZone: string): Promise<Ripening> {
  const { generations, published } = history.publication;
  const key = JSON.stringify([generations, published, timeZone]);
  const known = kept.get(database);
  if (known?.key === key) return known.ripening;
  const ripening = readRipening(database, history, timeZone);
  kept.set(database, { key, ripening });
  ripening.catch(() => {
    if (kept.get(database)?.ripening === ripening) kept.delete(database);
  });
  return ripening;
}
