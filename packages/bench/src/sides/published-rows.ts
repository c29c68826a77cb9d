import { type Database, readPublication } from '@hotline-atlas/clickhouse';
import { dictionaryFields } from '@hotline-atlas/model';

/** Columns of the flat tables, as they are called in `appeal` and in `sql/bare_appeal.sql`. */
export const flatColumns = [
  'id',
  'received',
  'dispatched',
  'due',
  'closed',
  'visited',
  'observed',
  ...dictionaryFields,
  'latitude',
  'longitude',
  'cell',
  'caller',
] as const;

/** There is nothing to measure. */
export class NoData extends Error {
  override readonly name = 'NoData';
}

/** The rows that count now, as the FROM of a statement of any database on the same server. */
export async function publishedRows(
  city: Database,
): Promise<{ from: string; parameters: { generations: number[] }; generations: number[] }> {
  const publication = await readPublication(city);
  if (!publication)
    throw new NoData('The database holds no appeals: load some, or let --appeals N make and load them.');
  const { generations } = publication;
  return {
    from: `\`${city.name}\`.appeal WHERE generation IN {generations:Array(UInt32)}`,
    parameters: { generations },
    generations,
  };
}

const rowsOfBundle = 6_000_000;

/** The generations that count, month after month, in bundles of some million rows. */
export async function bundles(city: Database): Promise<number[][]> {
  const { from, parameters } = await publishedRows(city);
  const { rows } = await city.rows<{ generation: number; rows: number }>({
    sql: `SELECT generation, count() AS rows FROM ${from} GROUP BY generation ORDER BY generation % 4096, generation`,
    parameters,
  });
  const all: number[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const { generation, rows: count } of rows) {
    if (held + count > rowsOfBundle) {
      all.push([]);
      held = 0;
    }
    all.at(-1)?.push(generation);
    held += count;
  }
  return all;
}
