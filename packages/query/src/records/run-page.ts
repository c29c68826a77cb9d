import { choosesByDueState, type PageMeta, type RecordFieldName } from '@hotline-atlas/model';
import { periodOf } from '../plan/plan.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import { asOf, costTold } from '../run/meta.ts';
import { boundsOfSmall } from '../run/read-counts.ts';
import { type Counted, countByMonth } from './count-by-month.ts';
import { type Cursor, encodeCursor, newestMonth } from './cursor.ts';
import { monthsOfId, withOrderNumber } from './order-number.ts';
import { compilePage, type MonthCount, monthsOfPage, tableOfPage } from './page.ts';
import { ask, type PageRun } from './page-run.ts';
import { visibleColumns } from './record-columns.ts';
import { monthsOfRecords, type RecordSelection } from './selected.ts';

type AppealRecord = Partial<Record<RecordFieldName, string | number | string[] | null>>;
type FoundRecord = AppealRecord & { cursor_received: number; cursor_id: string };

const sum = (counts: readonly MonthCount[]): number => counts.reduce((all, { appeals }) => all + appeals, 0);

/** What is left to be shown after a page: records that were found, or months that were not searched yet. */
interface Left extends Pick<Counted, 'counts' | 'newer' | 'searchedFrom'> {
  last: FoundRecord | undefined;
  hasMore: boolean;
}

function nextCursor(
  { last, hasMore, counts, searchedFrom, newer }: Left,
  { timeZone, seal }: Pick<PageRun, 'timeZone' | 'seal'>,
): string | null {
  if (hasMore && last) {
    const cursor: Cursor = { received: last.cursor_received, id: last.cursor_id };
    if (newer === null) return encodeCursor(cursor, seal);
    const month = newestMonth(cursor, timeZone);
    const counted = newer + sum(counts.filter((each) => each.month > month));
    return encodeCursor({ ...cursor, newer: counted }, seal);
  }
  if (searchedFrom === null) return null;
  return encodeCursor({ before: searchedFrom, newer: (newer ?? 0) + sum(counts) }, seal);
}

/**
 * A page of the appeals selected, newest first. Words that are the number of one of them select that one.
 * While many texts have no index, a page may hold what was found in the newest months so far.
 */
export async function answerPage(
  asked: RecordSelection,
  run: PageRun,
): Promise<{ meta: PageMeta; rows: AppealRecord[] }> {
  const { history, timeZone, scope, city, cursor, size } = run;
  const selection = await withOrderNumber(asked, run);
  const whole = monthsOfRecords(selection, history, city);
  const months = selection.id === undefined ? whole : await monthsOfId(whole, selection.id, run);
  const counted = await countByMonth(selection, months, run);
  const { counts, cost, searchedFrom } = counted;
  const part = monthsOfPage(months, counts, cursor, size, timeZone);
  const table = tableOfPage(selection, part, counts, history.publication);
  const page = await ask<FoundRecord>(
    run,
    compilePage(selection, part, run, { table, cursor, size }),
    'appeals: page',
    table === 'appeal_newest' ? boundsOfSmall : boundsOfQuestions,
  );
  const shown = page.rows.slice(0, size);
  const meta: PageMeta = {
    as_of: asOf(history),
    columns: visibleColumns(scope),
    order_number: asked.id === undefined ? (selection.id ?? null) : null,
    total: (counted.newer ?? 0) + sum(counts),
    searched_from: searchedFrom,
    period: periodOf(selection, history),
    due_at: choosesByDueState(selection) ? (selection.due?.at ?? null) : null,
    time_zone: timeZone,
    next_cursor: nextCursor({ ...counted, last: shown.at(-1), hasMore: page.rows.length > size }, run),
    rows: shown.length,
    rows_read: costTold(history, cost.rowsRead + page.rowsRead),
    milliseconds: Math.round((cost.milliseconds + page.milliseconds) * 10) / 10,
  };
  return { meta, rows: shown.map(({ cursor_received: _, cursor_id: __, ...record }) => record) };
}
