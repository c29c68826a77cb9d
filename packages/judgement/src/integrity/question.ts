import type { DimensionName, EvaluatedGroup, Period, Scheme, Selection } from '@hotline-atlas/model';
import { bind, join, monthsOfRecords, name, recordConditions, type Sql, sql } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';

/** Whose orders are looked at, of which days of receipt. */
export interface IntegrityAsked {
  scheme: Pick<Scheme, 'case_mix'>;
  group: Pick<EvaluatedGroup, 'by' | 'without'>;
  /** Codes of the units; null for all that occur but those in `without`. */
  members: readonly string[] | null;
  days: Period;
  timeZone: string;
}

/** The orders of a month, of the units asked for. */
export function selectionOf({ group, members, days }: IntegrityAsked): Selection {
  const clause = (exclude: boolean, values: readonly string[]) =>
    values.length > 0 ? [{ dimension: group.by, exclude, values: [...values] }] : [];
  return {
    ...days,
    where: members ? clause(false, members) : clause(true, group.without),
    withoutRegimes: [],
  };
}

/** Rows of the month, the scope of whoever asks included. */
export function rowsOf(asked: IntegrityAsked, { history, city, scope }: JudgementRun): Sql {
  const selection = selectionOf(asked);
  return sql`FROM appeal AS source
WHERE ${recordConditions(selection, monthsOfRecords(selection, history, city), scope)}`;
}

/** The unit of an order as the group ranks it. */
export const unitOf = ({ group }: Pick<IntegrityAsked, 'group'>): Sql =>
  sql`toString(source.${name(group.by)})`;

/** What an order is about, how urgent, how it came: what units are compared within. */
export function stratumOf({ scheme }: Pick<IntegrityAsked, 'scheme'>): Sql {
  const dimensions: DimensionName[] = [...new Set<DimensionName>([...scheme.case_mix, 'urgency'])];
  const values = dimensions.map((dimension) => sql`toString(source.${name(dimension)})`);
  return sql`arrayStringConcat([${join(values, ', ')}], '\\x1f')`;
}

/** The moment the month is over, in seconds. */
export const endOf = ({ days, timeZone }: Pick<IntegrityAsked, 'days' | 'timeZone'>): Sql =>
  sql`toUnixTimestamp(toDateTime(${bind('month_to', 'Date', days.to)}, ${bind('time_zone', 'String', timeZone)}))`;
