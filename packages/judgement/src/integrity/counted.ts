import { type IntegrityCount, lastHoursOfMonth, limitBins } from '@hotline-atlas/model';
import { bind, name, type Sql, sql, whole } from '@hotline-atlas/query';
import { endOf, type IntegrityAsked } from './question.ts';

const seconds = (column: 'received' | 'dispatched' | 'due' | 'closed'): Sql =>
  sql`toInt64(toUnixTimestamp(source.${name(column)}))`;
/** When the limit of an order began: at its dispatch, else at its receipt. */
const begun = sql`if(source.dispatched > 0, ${seconds('dispatched')}, ${seconds('received')})`;

const dispatched = sql`source.handling = 'dispatched'`;
const counts = sql`(${dispatched} AND source.excluded_reason = '')`;
const isClosed = sql`source.close_bin > 0`;
const hasVisit = sql`source.n_visited`;
/** The first minute is no time to work in; a due time before it is none. */
const limited = sql`(${isClosed} AND ${seconds('due')} > ${begun} + 60 AND ${seconds('closed')} > ${begun} AND ${seconds('closed')} <= ${seconds('due')})`;
const left = sql`(${seconds('due')} - ${seconds('closed')})`;
const limit = sql`(${seconds('due')} - ${begun})`;
/** The last bin of the limit. */
const near = sql`(${limited} AND ${left} * ${whole(limitBins)} < ${limit})`;
const unreached = sql`(${counts} AND ${hasVisit} AND source.contacted != 'yes' AND source.resolved = '' AND source.satisfied = '')`;

function closings(asked: Pick<IntegrityAsked, 'days' | 'timeZone'>) {
  const end = endOf(asked);
  const before = sql`(${isClosed} AND ${seconds('closed')} < ${end})`;
  const hours = sql`${whole(3600 * lastHoursOfMonth)}`;
  return { before, last: sql`(${before} AND ${seconds('closed')} >= ${end} - ${hours})` };
}

/** Whether an order of the rows counts for a count. */
export function countedFor(of: IntegrityCount, asked: Pick<IntegrityAsked, 'days' | 'timeZone'>): Sql {
  const { before, last } = closings(asked);
  const conditions: Record<IntegrityCount, Sql> = {
    orders: dispatched,
    excluded: sql`(${dispatched} AND source.excluded_reason != '')`,
    base: sql`source.n_contact_asked`,
    done: sql`(${counts} AND ${isClosed})`,
    unvisited: sql`(${counts} AND ${isClosed} AND NOT ${hasVisit})`,
    visits: sql`(${counts} AND ${hasVisit})`,
    unreached,
    limited,
    near,
    closed: before,
    last_hours: last,
  };
  return conditions[of];
}

/** Where in a histogram an order lies, and whether it is in it at all. */
export interface Binned {
  bins: number;
  when: Sql;
  bin: Sql;
}

const minuteOf = ({ timeZone }: Pick<IntegrityAsked, 'timeZone'>): Sql =>
  sql`toUInt8(toMinute(source.closed, ${bind('time_zone', 'String', timeZone)}))`;

/**
 * Histograms of closings: the part of the limit used up, the minute of the clock, minutes beyond full hours.
 */
export function histograms(
  asked: Pick<IntegrityAsked, 'timeZone'>,
): Record<'limit' | 'minutes' | 'durations', Binned> {
  const used = sql`toUInt8(least(${whole(limitBins - 1)}, intDiv((${seconds('closed')} - ${begun}) * ${whole(limitBins)}, greatest(${limit}, 1))))`;
  const took = sql`toUInt8(intDiv((${seconds('closed')} - ${begun}) % 3600, 60))`;
  return {
    limit: { bins: limitBins, when: limited, bin: sql`if(${limited}, ${used}, 0)` },
    minutes: { bins: 60, when: isClosed, bin: minuteOf(asked) },
    durations: {
      bins: 60,
      when: sql`(${isClosed} AND ${seconds('closed')} > ${begun})`,
      bin: sql`if(${seconds('closed')} > ${begun}, ${took}, 0)`,
    },
  };
}

/** Orders that a way of a kind asks about, for looking at them; those of `closed_again` and texts apart. */
export function evidenceFor(way: string, asked: Pick<IntegrityAsked, 'days' | 'timeZone'>): Sql | null {
  const minute = minuteOf(asked);
  const took = histograms(asked).durations;
  const conditions: Record<string, Sql> = {
    limit: near,
    month_end: countedFor('last_hours', asked),
    nobody_reached: unreached,
    not_visited: countedFor('unvisited', asked),
    half_hours: sql`(${isClosed} AND ${minute} IN (0, 30))`,
    five_minutes: sql`(${isClosed} AND ${minute} % 5 = 0)`,
    full_hours: sql`(${took.when} AND ${took.bin} = 0)`,
  };
  return conditions[way] ?? null;
}

/** A closed order of a known caller, whose appellant did not say it was unsolved. */
export const closedForCaller = sql`(source.caller != 0 AND ${isClosed} AND source.resolved != 'no')`;

/**
 * A reply without its digits, as two texts that say the same have it (min-hash of runs of three characters).
 */
export const replyLikeness = sql`ngramMinHashUTF8(replaceRegexpAll(source.reply, '[0-9０-９]+', '0'), 3, 4).1`;
export const hasReply = sql`source.reply != ''`;
