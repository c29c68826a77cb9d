import type { Database } from '@hotline-atlas/clickhouse';
import type { Scope } from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import type { Months } from '../plan/months.ts';
import { checkOpen } from '../plan/opened.ts';
import type { PlannedCity } from '../plan/plan.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import { bind, type Sql, sql } from '../sql/sql.ts';
import { monthsOfRecords, type RecordSelection, recordConditions } from './selected.ts';

/** The generations of an edition between whose first and last id an id lies: no other can hold its appeal. */
const compileGenerations = (id: string, edition: number): Sql => sql`SELECT generation FROM publication
ARRAY JOIN generations AS generation, first_ids AS first, last_ids AS last
WHERE edition = ${bind('edition', 'UInt64', edition)} AND ${bind('id', 'String', id)} BETWEEN first AND last`;

const compileFound = (
  selection: RecordSelection,
  months: Months,
  scope: Scope,
): Sql => sql`SELECT count() AS found
FROM appeal AS source
WHERE ${recordConditions(selection, months, scope)}`;

/** Whose records are looked up, and where. */
export interface Lookup {
  database: Database;
  city: PlannedCity;
  history: History;
  scope: Scope;
  signal: AbortSignal;
}

/**
 * The part of a reading that can hold the appeal of an id: a month where ids follow the time, everything
 * where they are random.
 */
export async function monthsOfId(
  months: Months,
  id: string,
  { database, history, signal }: Pick<Lookup, 'database' | 'history' | 'signal'>,
): Promise<Months> {
  const { text, parameters } = compileGenerations(id, history.publication.edition);
  const { rows } = await database.rows<{ generation: number }>({
    sql: text,
    parameters,
    signal,
    label: 'generations of an id',
  });
  const possible = new Set(rows.map(({ generation }) => generation));
  return { ...months, generations: months.generations.filter((generation) => possible.has(generation)) };
}

const hasDigit = /\p{Nd}/u;

/**
 * How an order number may be written: as it is, or in the full-width characters of a Chinese keyboard. None
 * is without a digit.
 */
const spellings = (q: string): string[] => (hasDigit.test(q) ? [...new Set([q, q.normalize('NFKC')])] : []);

/**
 * A selection whose words are the number of one of its appeals selects that appeal, not the texts that have
 * those words in them. Any other selection stays what it is.
 */
export async function withOrderNumber(selection: RecordSelection, lookup: Lookup): Promise<RecordSelection> {
  const { q, ...rest } = selection;
  if (q === undefined || selection.id !== undefined) return selection;
  const { database, city, history, scope, signal } = lookup;
  checkOpen(selection, scope);
  for (const id of spellings(q)) {
    const wanted = { ...rest, id };
    const months = await monthsOfId(monthsOfRecords(wanted, history, city), id, lookup);
    if (months.generations.length === 0) continue;
    const { text, parameters } = compileFound(wanted, months, scope);
    const settings = boundsOfQuestions;
    const { rows } = await database.rows<{ found: number }>({
      sql: text,
      parameters,
      settings,
      signal,
      label: 'appeals: number',
    });
    if (rows[0]?.found) return wanted;
  }
  return selection;
}
