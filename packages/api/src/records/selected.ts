import { InvalidQuestion, type Scope, type Selection } from '@hotline-atlas/model';
import { conditions } from '../compile/conditions.ts';
import type { History } from '../plan/history.ts';
import { type PlannedCity, periodOf, withoutOf } from '../plan/plan.ts';
import { type Reading, readingOf } from '../plan/reading.ts';
import { appealTable } from '../plan/table.ts';
import { all, bind, type Sql, sql } from '../sql/sql.ts';
import { wordConditions } from './words.ts';

/** Which records are asked for. */
export interface RecordSelection extends Selection {
  /** Words that all must occur in text, reply or address. */
  q?: string;
  id?: string;
}

/** Refuses to search what may not be seen: even a count would tell what stands there. */
function checkScope({ q }: RecordSelection, scope: Scope): void {
  if (q && !scope.texts)
    throw new InvalidQuestion('q', q, 'leave it out: texts, replies and addresses are not open to you');
}

/** What is read of the rows for a selection of records. */
export const readingOfRecords = (selection: RecordSelection, history: History, city: PlannedCity): Reading =>
  readingOf(periodOf(selection, history), withoutOf(selection, city), history);

/** Everything a record must satisfy, scope included. */
export function recordConditions(selection: RecordSelection, reading: Reading, scope: Scope): Sql {
  checkScope(selection, scope);
  const id = selection.id === undefined ? [] : [sql`source.id = ${bind('id', 'String', selection.id)}`];
  return all([
    conditions(reading, 'now', selection.where, scope, appealTable),
    ...id,
    ...wordConditions(selection.q),
  ]);
}
