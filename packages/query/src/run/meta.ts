import type { Cost } from '@hotline-atlas/clickhouse';
import type { AsOf, Meta } from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import { dependsOn } from '../plan/open-as-of.ts';
import { type Plan, sourcesOf } from '../plan/plan.ts';
import { answerColumns } from './columns.ts';
import { coveredOf, noticeOf } from './covered.ts';

/** As of when the data is, for whoever asks. */
export const asOf = ({ publication, seen }: History): AsOf => ({
  newest_appeal: seen.newestAppeal,
  last_load: publication.published,
  version: publication.version,
});

/** Rows read, for whoever sees every appeal: they would tell others how many there are. */
export const costTold = ({ seen }: History, rowsRead: number): number | null => (seen.all ? rowsRead : null);

/** What an answer says about itself. */
export const metaOf = (
  plan: Plan,
  history: History,
  timeZone: string,
  read: Cost & { rows: number; limited: boolean },
): Meta => ({
  columns: answerColumns(plan.query),
  as_of: asOf(history),
  source: sourcesOf(plan).join(' + '),
  rows: read.rows,
  rows_read: costTold(history, read.rowsRead),
  milliseconds: read.milliseconds,
  period: plan.period,
  compared_period: plan.comparison?.period ?? null,
  incomplete: plan.time?.incomplete ?? [],
  covered: coveredOf(plan, history),
  ripeness: null,
  notice: noticeOf(plan),
  due_at: dependsOn(plan.query),
  time_zone: timeZone,
  limited: read.limited,
});
