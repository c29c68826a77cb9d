import type { recordOrderColumns, Scope, Selection } from '@hotline-atlas/model';
import { monthsConditions, selectionConditions } from '../compile/conditions.ts';
import type { History } from '../plan/history.ts';
import { type Months, monthsOf } from '../plan/months.ts';
import { checkOpen } from '../plan/opened.ts';
import { type PlannedCity, periodOf, withoutOf } from '../plan/plan.ts';
import { appealTable } from '../plan/table.ts';
import { all, bind, type Sql, sql } from '../sql/sql.ts';

/** A time records are in the order of. */
export interface RecordOrder {
  column: (typeof recordOrderColumns)[number];
  descending: boolean;
}

/** Which records are asked for, in which order; without one, as suits: pages the newest first. */
export interface RecordSelection extends Selection {
  id?: string;
  order?: RecordOrder;
}

/** An order as it stands in an address. */
export const writtenOrder = ({ column, descending }: RecordOrder): string =>
  `${descending ? '-' : ''}${column}`;

/** What is read of the rows for a selection of records. */
export const monthsOfRecords = (selection: RecordSelection, history: History, city: PlannedCity): Months =>
  monthsOf(periodOf(selection, history), withoutOf(selection, city), history);

/**
 * Everything a record must satisfy, scope included.
 * @throws NotOpen where the selection goes beyond the scope
 */
export function recordConditions(selection: RecordSelection, months: Months, scope: Scope): Sql {
  checkOpen(selection, scope);
  const id = selection.id === undefined ? [] : [sql`source.id = ${bind('id', 'String', selection.id)}`];
  return all([
    ...monthsConditions(months, 'now'),
    ...selectionConditions(selection, scope, appealTable),
    ...id,
  ]);
}
