import { type Database, monthOfGeneration, type Publication, readSql } from '@hotline-atlas/clickhouse';
import { IntegrityError } from '../../read/load-error.ts';
import { type AppealTable, countAppeals, dropAppeals } from '../../tables/generations.ts';
import { boundedMemory, smallBlocks } from '../../tables/limits.ts';

/**
 * The appeals of the newest months in the order of their receipt: see `sql/history/012_appeal_newest.sql`.
 */
export const newestTable: AppealTable = 'appeal_newest';

/** A page of the first days of a month is filled from the month before. */
const months = 2;

/** Generations of the newest months that have appeals. */
export function newestOf(generations: readonly number[]): number[] {
  const newest = [...new Set(generations.map(monthOfGeneration))].sort((a, b) => b - a).slice(0, months);
  return generations.filter((generation) => newest.includes(monthOfGeneration(generation)));
}

/**
 * Rows of the newest months that are held whole, by generation. @param appeals rows of `appeal` by generation
 */
export async function countNewest(
  database: Database,
  generations: readonly number[],
  appeals: ReadonlyMap<number, number>,
): Promise<Map<number, number>> {
  const newest = new Set(newestOf(generations));
  const held = await countAppeals(database, newestTable);
  return new Map(
    [...held].filter(([generation, rows]) => newest.has(generation) && rows === appeals.get(generation)),
  );
}

/** Generations of the newest months that a version does not hold in the order of their receipt. */
export const missingNewest = ({ generations, rows }: Pick<Publication, 'generations' | 'rows'>): number[] =>
  newestOf(generations).filter((generation) => !rows[newestTable]?.[generations.indexOf(generation)]);

/**
 * Copies generations. Nobody reads them before a version says so; what a killed copy left behind is dropped
 * first.
 * @throws IntegrityError when a copy has not as many rows
 */
export async function fillNewest(database: Database, generations: readonly number[]): Promise<void> {
  if (generations.length === 0) return;
  await dropAppeals(database, generations, newestTable);
  await database.command({
    sql: readSql('publish/copy_newest.sql'),
    parameters: { generations },
    settings: { ...boundedMemory, ...smallBlocks },
    label: 'copy the newest',
  });
  const appeals = await countAppeals(database);
  const copied = await countAppeals(database, newestTable);
  for (const generation of generations)
    if (copied.get(generation) !== appeals.get(generation))
      throw new IntegrityError(`${newestTable} does not agree with the rows it was made from`);
}
