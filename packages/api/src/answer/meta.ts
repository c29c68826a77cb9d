import type { Reading } from '@hotline-atlas/clickhouse';
import { type AsOf, type Covered, daysBetween, type Meta, type Period } from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import { type Plan, sourcesOf } from '../plan/plan.ts';
import { overlap } from '../plan/reading.ts';
import { answerColumns } from './columns.ts';

/** As of when the data is. */
export const asOf = ({ publication }: History): AsOf => ({
  newest_appeal: publication.newestAppeal,
  last_load: publication.published,
  version: publication.version,
});

/** The days of the period that have data. */
function coveredOf(period: Period, { span, completeTo }: History): Covered {
  const known = overlap(period, { from: span.from, to: completeTo });
  const of = daysBetween(period.from, period.to);
  const spans = known ? [known] : [];
  return { days: known ? daysBetween(known.from, known.to) : 0, of, spans, left_out: [], paired: null };
}

/** What an answer says about itself. */
export const metaOf = (
  plan: Plan,
  history: History,
  timeZone: string,
  read: Reading & { rows: number; limited: boolean },
): Meta => ({
  columns: answerColumns(plan.query),
  as_of: asOf(history),
  source: sourcesOf(plan).join(' + '),
  rows: read.rows,
  rows_read: read.rowsRead,
  milliseconds: read.milliseconds,
  period: plan.period,
  compared_period: plan.comparison?.period ?? null,
  incomplete: plan.time?.incomplete ?? [],
  covered: coveredOf(plan.period, history),
  ripeness: null,
  notice: null,
  time_zone: timeZone,
  limited: read.limited,
});
