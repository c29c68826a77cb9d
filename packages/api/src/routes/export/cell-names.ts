import { answerPlaces } from '@hotline-atlas/judgement';
import { mostPlaces, type Scope } from '@hotline-atlas/model';
import type { History, RecordSelection } from '@hotline-atlas/query';
import type { Context } from '../../context/context.ts';

/** What cells are called, in English: what describes an export is. */
export type CellNames = ReadonlyMap<string, string>;

/** For whom, and of what data, cells are named. */
interface Named {
  scope: Scope;
  history: History;
  signal: AbortSignal;
}

/** The names of the cells a selection filters by; of more than are named at once, of the first. */
export async function cellNamesOf(
  { city, database, tables }: Pick<Context, 'city' | 'database' | 'tables'>,
  { where }: RecordSelection,
  named: Named,
): Promise<CellNames> {
  const cells = where
    .filter(({ dimension }) => dimension === 'cell')
    .flatMap(({ values }) => values)
    .filter((cell) => cell !== '');
  if (cells.length === 0) return new Map();
  const run = { ...named, city, database, tables: await tables() };
  const answer = await answerPlaces({ cells: cells.slice(0, mostPlaces) }, city, run);
  return new Map(answer.places.map(({ cell, name }) => [cell, name.en]));
}
