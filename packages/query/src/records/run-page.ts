import type { Cost } from '@hotline-atlas/clickhouse';
import type { PageMeta, RecordFieldName } from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import { newestSeen } from '../plan/open-as-of.ts';
import { periodOf } from '../plan/plan.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import { asOf, costTold } from '../run/meta.ts';
import { boundsOfSmall } from '../run/read-counts.ts';
import { type Counted, countByMonth } from './count-by-month.ts';
import { type Cursor, encodeCursor, encodeOrderedCursor, newestMonth } from './cursor.ts';
import { monthsOfId, withOrderNumber } from './order-number.ts';
import { compileOrderedPage, monthsOfOrderedPage } from './ordered-page.ts';
import { compilePage, type MonthCount, monthsOfPage, tableOfPage } from './page.ts';
import { ask, type PageRun } from './page-run.ts';
import { visibleColumns } from './record-columns.ts';
import { monthsOfRecords, type RecordOrder, type RecordSelection, writtenOrder } from './selected.ts';

type AppealRecord = Partial<Record<RecordFieldName | 'due_state', string | number | string[] | null>>;
type FoundRecord = AppealRecord & { cursor_received: number; cursor_key?: number; cursor_id: string };

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

/** Top so many, so that the engine reads no other column before it knows which. */
const boundsOfOrdered = { ...boundsOfQuestions, query_plan_max_limit_for_lazy_materialization: '2000' };

/** Records of a page and one more, and how the next page is found. */
interface Read extends Cost {
  rows: FoundRecord[];
  next: (shown: FoundRecord | undefined, hasMore: boolean) => string | null;
}

/** A page in an order that was asked for. */
async function readOrdered(
  selection: RecordSelection,
  order: RecordOrder,
  months: Months,
  { counts }: Counted,
  run: PageRun,
): Promise<Read> {
  const { size, orderedCursor: cursor, timeZone, seal } = run;
  const part = monthsOfOrderedPage(months, counts, { order, cursor, size }, timeZone);
  const statement = compileOrderedPage(selection, part, run, { order, cursor, size });
  const found = await ask<FoundRecord>(run, statement, 'appeals: page', boundsOfOrdered);
  const next = (last: FoundRecord | undefined, hasMore: boolean) =>
    hasMore && last
      ? encodeOrderedCursor(
          { order: writtenOrder(order), key: last.cursor_key ?? 0, id: last.cursor_id },
          seal,
        )
      : null;
  return { ...found, next };
}

/** A page, the newest first. */
async function readNewest(
  selection: RecordSelection,
  months: Months,
  counted: Counted,
  run: PageRun,
): Promise<Read> {
  const { history, timeZone, cursor, size } = run;
  const part = monthsOfPage(months, counted.counts, cursor, size, timeZone);
  const table = tableOfPage(selection, part, counted.counts, history.publication);
  const statement = compilePage(selection, part, run, { table, cursor, size });
  const bounds = table === 'appeal_newest' ? boundsOfSmall : boundsOfQuestions;
  const found = await ask<FoundRecord>(run, statement, 'appeals: page', bounds);
  return { ...found, next: (last, hasMore) => nextCursor({ ...counted, last, hasMore }, run) };
}

/**
 * A page of the appeals selected, newest first or in the order asked for. Words that are the number of one of
 * them select that one. While many texts have no index, a page may hold what was found in the newest months
 * so far.
 */
export async function answerPage(
  asked: RecordSelection,
  run: PageRun,
): Promise<{ meta: PageMeta; rows: AppealRecord[] }> {
  const { history, timeZone, scope, city, size } = run;
  const selection = await withOrderNumber({ ...asked, due: asked.due ?? newestSeen(history) }, run);
  const whole = monthsOfRecords(selection, history, city);
  const months = selection.id === undefined ? whole : await monthsOfId(whole, selection.id, run);
  const counted = await countByMonth(selection, months, run);
  const { counts, cost, searchedFrom } = counted;
  const { order } = selection;
  const page = order
    ? await readOrdered(selection, order, months, counted, run)
    : await readNewest(selection, months, counted, run);
  const shown = page.rows.slice(0, size);
  const meta: PageMeta = {
    as_of: asOf(history),
    columns: visibleColumns(scope),
    order_number: asked.id === undefined ? (selection.id ?? null) : null,
    total: (counted.newer ?? 0) + sum(counts),
    searched_from: searchedFrom,
    period: periodOf(selection, history),
    due_at: selection.due?.at ?? null,
    time_zone: timeZone,
    next_cursor: page.next(shown.at(-1), page.rows.length > size),
    rows: shown.length,
    rows_read: costTold(history, cost.rowsRead + page.rowsRead),
    milliseconds: Math.round((cost.milliseconds + page.milliseconds) * 10) / 10,
  };
  return { meta, rows: shown.map(withoutCursor) };
}

const withoutCursor = ({
  cursor_received: _,
  cursor_key: __,
  cursor_id: ___,
  ...record
}: FoundRecord): AppealRecord => record;
