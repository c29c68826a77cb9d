import { type Cost, monthNumber, monthOfGeneration } from '@hotline-atlas/clickhouse';
import type { PageMeta, Query, RecordFieldName, Scope } from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import { type PlannedCity, periodOf, planQuery } from '../plan/plan.ts';
import type { Table } from '../plan/table.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import { asOf } from '../run/meta.ts';
import { boundsOfSmall } from '../run/read-counts.ts';
import type { Run } from '../run/run.ts';
import { answerRows } from '../run/run-query.ts';
import type { Sql } from '../sql/sql.ts';
import { type Cursor, encodeCursor } from './cursor.ts';
import { monthsOfId, withOrderNumber } from './order-number.ts';
import {
  compileMonthCounts,
  compilePage,
  type MonthCount,
  monthsOfPage,
  newestFirst,
  tableOfPage,
} from './page.ts';
import { visibleColumns } from './record-columns.ts';
import { monthsOfRecords, type RecordSelection } from './selected.ts';

type AppealRecord = Partial<Record<RecordFieldName, string | number | string[] | null>>;
type FoundRecord = AppealRecord & { cursor_received: number };

/** Where, for whom and how much of a selection is read. */
export interface PageRun extends Run {
  scope: Scope;
  city: PlannedCity;
  tables: readonly Table[];
  cursor: Cursor | null;
  size: number;
}

const ask = <Row>(
  { database, signal }: Run,
  { text, parameters }: Sql,
  label: string,
  settings = boundsOfQuestions,
) => database.rows<Row>({ sql: text, parameters, settings, signal, label });

/** Counts by month from the smallest table that has them; from the rows where words or an id are sought. */
async function countByMonth(
  selection: RecordSelection,
  months: Months,
  run: PageRun,
): Promise<{ counts: MonthCount[]; cost: Cost }> {
  const { scope, history, city, tables } = run;
  if (months.generations.length === 0) return { counts: [], cost: { rowsRead: 0, milliseconds: 0 } };
  if (selection.q !== undefined || selection.id !== undefined) {
    const found = await ask<{ generation: number; appeals: number }>(
      run,
      compileMonthCounts(selection, months, scope),
      'appeals: count',
    );
    const counts = found.rows.map(({ generation, appeals }) => ({
      month: monthOfGeneration(generation),
      appeals,
    }));
    return { counts: newestFirst(counts), cost: found };
  }
  const query: Query = { ...selection, metrics: ['appeals'], by: ['month'], order: [], resolution: 8 };
  const plan = planQuery(query, scope, history, city, tables);
  const { rows, meta } = await answerRows(plan, run);
  const counts = rows.map(({ month, appeals }) => ({
    month: monthNumber(String(month)),
    appeals: Number(appeals),
  }));
  const cost = { rowsRead: meta.rows_read, milliseconds: meta.milliseconds };
  return { counts: newestFirst(counts.filter(({ appeals }) => appeals > 0)), cost };
}

const cursorOf = (record: FoundRecord | undefined): string | null =>
  record ? encodeCursor({ received: record.cursor_received, id: String(record.id ?? '') }) : null;

/** A page of the appeals selected, newest first. Words that are the number of one of them select that one. */
export async function answerPage(
  asked: RecordSelection,
  run: PageRun,
): Promise<{ meta: PageMeta; rows: AppealRecord[] }> {
  const { history, timeZone, scope, city, cursor, size } = run;
  const selection = await withOrderNumber(asked, run);
  const whole = monthsOfRecords(selection, history, city);
  const months = selection.id === undefined ? whole : await monthsOfId(whole, selection.id, run);
  const { counts, cost } = await countByMonth(selection, months, run);
  const part = monthsOfPage(months, counts, cursor, size, timeZone);
  const table = tableOfPage(selection, part, counts, history.publication);
  const page = await ask<FoundRecord>(
    run,
    compilePage(selection, part, scope, { table, cursor, size, timeZone }),
    'appeals: page',
    table === 'appeal_newest' ? boundsOfSmall : boundsOfQuestions,
  );
  const shown = page.rows.slice(0, size);
  const meta: PageMeta = {
    as_of: asOf(history),
    columns: visibleColumns(scope),
    order_number: asked.id === undefined ? (selection.id ?? null) : null,
    total: counts.reduce((sum, { appeals }) => sum + appeals, 0),
    period: periodOf(selection, history),
    time_zone: timeZone,
    next_cursor: page.rows.length > size ? cursorOf(shown.at(-1)) : null,
    rows: shown.length,
    rows_read: cost.rowsRead + page.rowsRead,
    milliseconds: Math.round((cost.milliseconds + page.milliseconds) * 10) / 10,
  };
  return { meta, rows: shown.map(({ cursor_received: _, ...record }) => record) };
}
