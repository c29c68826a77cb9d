import type { City } from '@hotline-atlas/city';
import { type Database, readPublication } from '@hotline-atlas/clickhouse';
import {
  everything,
  floorTo,
  type LocalDate,
  later,
  type Measure,
  measureColumn,
  overlap,
  type Scope,
  shift,
} from '@hotline-atlas/model';
import {
  all,
  appealTable,
  boundsOfQuestions,
  daysOf,
  type History,
  historyOf,
  list,
  localDay,
  name,
  ofGenerations,
  type Sql,
  scopeConditions,
  sql,
} from '@hotline-atlas/query';
import { cohortsOf, type DelayRow, type EventDay, lastEventDay, type Ripening } from './development.ts';

/**
 * Months whose orders tell how long it takes: enough for a year of final ones where most is known after a
 * quarter.
 */
const cohortMonths = 15;
const skippedMonths = 2;
/** Months whose orders tell on which day something last happened. */
const recentMonths = 3;

/**
 * Delays are told by the day up to two months, by the week beyond, and none beyond 400 days; −1 is unknown.
 */
const delayOf = (event: Sql): Sql =>
  sql`multiIf(${event} = 0, -1, (dateDiff('day', source.day, toDate(${event}, {time_zone:String})) AS days) < 60, greatest(days, 0), least(60 + intDiv(days - 60, 7) * 7, 403))`;

const n = (measure: Measure): Sql => sql`source.${name(measureColumn(measure))}`;

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

/** Generations of the months from some months before the newest one to others. */
function generationsOf({ publication, span }: History, from: number, to: number): number[] {
  const newest = floorTo(shift(span.to, 'day', -1), 'month');
  const days = { from: shift(newest, 'month', -from), to: shift(newest, 'month', 1 - to) };
  return publication.generations.filter((generation) => overlap(daysOf(generation), days));
}

/** The orders of some months that are seen. */
const seen = (generations: readonly number[], scope: Scope): Sql =>
  all([ofGenerations(generations, 'ripeness'), ...scopeConditions(scope, appealTable)]);

const delaysSql = ({ event, counts }: Moment, rows: Sql): Sql => sql`SELECT
  toString(toStartOfMonth(source.day)) AS month, toInt32(${delayOf(event)}) AS delay, [${list(counts.map((count) => sql`sum(${count})`))}] AS counts
FROM appeal AS source
WHERE ${rows}
GROUP BY month, delay`;

const eventsSql = (
  rows: Sql,
): Sql => sql`SELECT toString(toDate(event, {time_zone:String})) AS day, count() AS events
FROM appeal AS source ARRAY JOIN [source.closed, source.visited] AS event
WHERE ${rows} AND event > 0
GROUP BY day`;

/** Where, of which version of the data and of whose orders it is read. */
interface RipeningRun {
  database: Database;
  history: History;
  scope: Scope;
  timeZone: string;
}

async function read<Row>({ text, parameters }: Sql, { database, timeZone }: RipeningRun): Promise<Row[]> {
  const bound = { ...parameters, time_zone: timeZone };
  const settings = boundsOfQuestions;
  return (await database.rows<Row>({ sql: text, parameters: bound, settings, label: 'ripeness' })).rows;
}

const nothing: DelayRow[] = [];

async function readCohorts(run: RipeningRun, generations: readonly number[]): Promise<Ripening['cohorts']> {
  const of = (moment: Moment) =>
    generations.length > 0 ? read<DelayRow>(delaysSql(moment, seen(generations, run.scope)), run) : nothing;
  const [visits, decisions, closings] = [await of(visit), await of(decision), await of(closing)];
  return {
    contact: cohortsOf(visits, 0),
    resolution: cohortsOf(visits, 1),
    satisfaction: cohortsOf(visits, 2),
    on_time: cohortsOf(decisions, 0),
    closed: cohortsOf(closings, 0),
  };
}

async function readDataTo(run: RipeningRun, generations: readonly number[]): Promise<LocalDate> {
  const { history, timeZone } = run;
  const events = await read<EventDay>(eventsSql(seen(generations, run.scope)), run);
  const last = lastEventDay(events, localDay(history.publication.published, timeZone));
  return last ? later(history.completeTo, shift(last, 'day', 1)) : history.completeTo;
}

/** Scopes for which something is kept. */
const mostKept = 200;

/** Something read once for a key and what somebody sees, and anew for another key. */
function keeper<Value>() {
  type Kept = Map<string, { key: string; value: Promise<Value> }>;
  const everyKept = new WeakMap<Database, Kept>();
  return ({ database, scope }: RipeningRun, key: string, make: () => Promise<Value>): Promise<Value> => {
    const kept: Kept = everyKept.get(database) ?? new Map();
    everyKept.set(database, kept);
    const whose = JSON.stringify(scope.clauses);
    const known = kept.get(whose);
    const value = known?.key === key ? known.value : make();
    kept.delete(whose);
    kept.set(whose, { key, value });
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    value.catch(() => {
      if (kept.get(whose)?.value === value) kept.delete(whose);
    });
    return value;
  };
}

const keptCohorts = keeper<Ripening['cohorts']>();
const keptDataTo = keeper<LocalDate>();

/**
 * How what is known of orders grows: read once for a version of the data and what somebody sees, from the
 * rows of fifteen months, whatever is asked. The newest two months are not among them: they are not final,
 * and change with every load.
 */
export async function readRipening(run: RipeningRun): Promise<Ripening> {
  const { history, timeZone } = run;
  const old = generationsOf(history, cohortMonths + skippedMonths - 1, skippedMonths);
  const recent = generationsOf(history, recentMonths - 1, 0);
  const { published } = history.publication;
  const [cohorts, dataTo] = await Promise.all([
    keptCohorts(run, JSON.stringify([old, timeZone]), () => readCohorts(run, old)),
    keptDataTo(run, JSON.stringify([recent, published, timeZone]), () => readDataTo(run, recent)),
  ]);
  return { dataTo, days: history.coverage.spans, cohorts };
}

/**
 * Reads it before anybody asks: whoever asks for a rate first would wait for it. Nothing where there is no
 * data yet.
 */
export async function prefetchRipening(
  database: Database,
  { time_zone }: Pick<City, 'time_zone'>,
): Promise<void> {
  const publication = await readPublication(database);
  if (!publication?.appeals) return;
  const history = historyOf(publication, time_zone);
  await readRipening({ database, history, scope: everything, timeZone: time_zone });
}
