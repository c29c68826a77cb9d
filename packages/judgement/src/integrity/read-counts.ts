import type { Cost } from '@hotline-atlas/clickhouse';
import { integrityCountNames } from '@hotline-atlas/model';
import { boundsOfQuestions, join, name, type Sql, sql, whole } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type Binned, closedForCaller, countedFor, hasReply, histograms, replyLikeness } from './counted.ts';
import { type IntegrityAsked, rowsOf, stratumOf, unitOf } from './question.ts';

const commas = (pieces: readonly Sql[]): Sql => join(pieces, ',\n  ');

/** Rows as lists of values, one list a row. */
export async function rowsOfValues<Row>(
  { text, parameters }: Sql,
  label: string,
  { database, signal }: JudgementRun,
): Promise<{ rows: Row[] } & Cost> {
  const { body, ...cost } = await database.bytes({
    sql: `${text}\nFORMAT JSONCompact`,
    parameters,
    settings: boundsOfQuestions,
    signal,
    label,
  });
  const { data } = JSON.parse(body.toString()) as { data: Row[] };
  return { rows: data, ...cost };
}

/** A unit, its strata, and a list a count. */
export type UnitCounts = [string, string[], ...number[][]];

/** Counts of each unit and stratum: one reading of the rows of the month. */
export function countsStatement(asked: IntegrityAsked, run: JudgementRun): Sql {
  const own = integrityCountNames.map(
    (count) => sql`toUInt32(countIf(${countedFor(count, asked)})) AS ${name(count)}`,
  );
  const lists = integrityCountNames.map((count) => sql`groupArray(${name(count)})`);
  return sql`SELECT own_unit, groupArray(own_stratum), ${commas(lists)}
FROM (
  SELECT ${unitOf(asked)} AS own_unit, ${stratumOf(asked)} AS own_stratum, ${commas(own)}
  ${rowsOf(asked, run)}
  GROUP BY own_unit, own_stratum
) WHERE own_unit != '' GROUP BY own_unit ORDER BY own_unit`;
}

/** A unit, its strata, reasons, and orders excluded for them. */
export type UnitReasons = [string, string[], string[], number[]];

/** Excluded orders of each unit, stratum and reason. */
export function reasonsStatement(asked: IntegrityAsked, run: JudgementRun): Sql {
  return sql`SELECT own_unit, groupArray(own_stratum), groupArray(own_reason), groupArray(orders)
FROM (
  SELECT ${unitOf(asked)} AS own_unit, ${stratumOf(asked)} AS own_stratum,
    toString(source.excluded_reason) AS own_reason, toUInt32(count()) AS orders
  ${rowsOf(asked, run)} AND ${countedFor('excluded', asked)}
  GROUP BY own_unit, own_stratum, own_reason
) WHERE own_unit != '' GROUP BY own_unit ORDER BY own_unit`;
}

/** A unit and its histograms. */
export type UnitHistograms = [string, number[], number[], number[]];

const histogram = ({ bins, when, bin }: Binned): Sql =>
  sql`arrayMap(count -> toUInt32(count), countIfResample(0, ${whole(bins)}, 1)(${when}, ${bin}))`;

/** Histograms of closings of each unit. */
export function histogramsStatement(asked: IntegrityAsked, run: JudgementRun): Sql {
  const { limit, minutes, durations } = histograms(asked);
  return sql`SELECT ${unitOf(asked)} AS own_unit, ${commas([limit, minutes, durations].map(histogram))}
${rowsOf(asked, run)} AND ${minutes.when}
GROUP BY own_unit HAVING own_unit != '' ORDER BY own_unit`;
}

/** A unit, its closed orders of known callers, and those that came after the same matter was closed. */
export type UnitAgain = [string, number, number];

/** Orders closed again: received after an earlier one of the caller about the same topic was closed. */
export function againStatement(asked: IntegrityAsked, run: JudgementRun): Sql {
  return sql`SELECT own_unit, toUInt32(sum(length(arrivals))), toUInt32(sum(arrayCount(arrival -> arrival >= first_closed, arrivals)))
FROM (
  SELECT ${unitOf(asked)} AS own_unit, groupArray(toUnixTimestamp(source.received)) AS arrivals,
    min(toUnixTimestamp(source.closed)) AS first_closed
  ${rowsOf(asked, run)} AND ${closedForCaller}
  GROUP BY own_unit, source.caller, source.topic1, source.topic2, source.topic3
) WHERE own_unit != '' GROUP BY own_unit ORDER BY own_unit`;
}

/** A unit, its replies outside of a text's main topic, those with that text, and what it is known by. */
export type UnitReplies = [string, number, number, string];

const topic = sql`if(source.topic2 != '', source.topic2, source.topic1)`;

/**
 * Replies of each unit that say the same on different topics: of all its texts the one that is given most
 * often outside of its own main topic. One answer to one matter is none. No text leaves the database.
 */
export function repliesStatement(asked: IntegrityAsked, run: JudgementRun): Sql {
  return sql`SELECT own_unit, toUInt32(argMax(others, (same, likeness))), toUInt32(max(same)), toString(argMax(likeness, (same, likeness)))
FROM (
  SELECT own_unit, likeness, sum(replies) - max(replies) AS same, any(of_unit) - argMax(of_topic, replies) AS others
  FROM (
    SELECT own_unit, likeness, replies, sum(replies) OVER (PARTITION BY own_unit) AS of_unit,
      sum(replies) OVER (PARTITION BY own_unit, topic) AS of_topic
    FROM (
      SELECT ${unitOf(asked)} AS own_unit, ${replyLikeness} AS likeness, toString(${topic}) AS topic, count() AS replies
      ${rowsOf(asked, run)} AND ${hasReply}
      GROUP BY own_unit, likeness, topic
    )
  ) GROUP BY own_unit, likeness
) WHERE own_unit != '' GROUP BY own_unit ORDER BY own_unit`;
}
