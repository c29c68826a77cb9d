import { type Period, type RowMeasure, repeatDays, type Scheme, shift } from '@hotline-atlas/model';
import { bind, monthsOfDays, rowsWithin, type Sql, sql } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';

/** Where and by which rules row measures are counted. */
export interface RowReading extends Pick<JudgementRun, 'history' | 'scope'> {
  scheme: Pick<Scheme, 'sign_within'>;
  /** Days of receipt that are read. */
  received: Period;
}

const isOrder = sql`source.handling = 'dispatched'`;
const isOfKnown = sql`source.caller != 0 AND source.topic1 != ''`;

const secondsToSign = ({ scheme: { sign_within: hours } }: RowReading): Sql =>
  bind('seconds_to_sign', 'UInt32', Math.round((hours ?? 0) * 3600));

/** Loads whose files have a column for who signed: in others an empty time is unknown, and not late. */
const loadsThatTell = sql`(SELECT load FROM load FINAL WHERE has(fields, 'signed'))`;

/** Whether the time to sign had passed as of when the row is true, and nobody had. */
const isUnsigned = (reading: RowReading): Sql =>
  sql`source.signed = 0 AND addSeconds(source.dispatched, ${secondsToSign(reading)}) < source.observed AND source.load IN ${loadsThatTell}`;

const signDue = (reading: RowReading): Sql =>
  sql`(${isOrder} AND source.dispatched > 0 AND (source.signed > 0 OR (${isUnsigned(reading)})))`;

const signedInTime = (reading: RowReading): Sql =>
  sql`(${isOrder} AND source.dispatched > 0 AND source.signed > 0 AND source.signed <= addSeconds(source.dispatched, ${secondsToSign(reading)}))`;

/**
 * Orders that the same caller followed by another about the same topic, as deep as it is known. What follows
 * may have come after the days that are read.
 */
function repeatedOrders({ history, scope, received }: RowReading): Sql {
  const days = { from: received.from, to: shift(received.to, 'day', repeatDays) };
  return sql`(SELECT id FROM
  (SELECT id, received, leadInFrame(received) OVER (PARTITION BY caller, topic1, topic2, topic3 ORDER BY received, id
      ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next
   FROM appeal AS source WHERE ${rowsWithin(monthsOfDays([days], history), scope, 'repeats')} AND ${isOrder} AND ${isOfKnown})
 WHERE next > 0 AND next <= addDays(received, ${bind('repeat_days', 'UInt16', repeatDays)}))`;
}

const expressions: Record<RowMeasure, (reading: RowReading) => Sql> = {
  sign_due: signDue,
  signed_in_time: signedInTime,
  return_known: () => sql`(${isOrder} AND source.returned >= 0)`,
  returned: () => sql`(${isOrder} AND source.returned > 0)`,
  repeat_known: () => sql`(${isOrder} AND ${isOfKnown})`,
  repeated: (reading) => sql`(${isOrder} AND ${isOfKnown} AND source.id IN ${repeatedOrders(reading)})`,
};

/** What a row measure counts of one row: 0 or 1. */
export const rowMeasureSql = (of: RowMeasure, reading: RowReading): Sql => expressions[of](reading);
