import { type Database, placeOfGeneration, placeOfNumber } from '@hotline-atlas/clickhouse';
import { countAppeals } from '../tables/generations.ts';
import type { LoadEntry } from '../tables/ledger.ts';

/** Rows that were kept although something is wrong with them, by what is wrong. */
export async function countFlaws(
  database: Database,
  loads: readonly LoadEntry[],
): Promise<Map<string, number>> {
  const places = new Set(loads.map(({ load }) => placeOfNumber(load)));
  const generations = [...(await countAppeals(database)).keys()].filter((generation) =>
    places.has(placeOfGeneration(generation)),
  );
  if (generations.length === 0) return new Map();
  const { rows } = await database.rows<{ flaw: string; count: number }>({
    sql: `SELECT flaw, count() AS count FROM appeal ARRAY JOIN flaws AS flaw
WHERE generation IN {generations:Array(UInt32)} GROUP BY flaw ORDER BY count DESC, flaw`,
    parameters: { generations },
  });
  return new Map(rows.map(({ flaw, count }) => [flaw, count]));
}
