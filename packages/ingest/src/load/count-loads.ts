import { type Database, placeOfGeneration, placeOfNumber } from '@hotline-atlas/clickhouse';
import { IntegrityError } from '../read/load-error.ts';
import { countAppeals } from '../tables/generations.ts';
import type { LoadEntry } from '../tables/ledger.ts';

/** Rows the parts of `rejected_row` hold by load, which is its partition. */
async function rejectedByLoad(database: Database): Promise<Map<number, number>> {
  const { rows } = await database.rows<{ load: number; rejected: number }>({
    sql: `SELECT toUInt32(partition) AS load, sum(rows) AS rejected
FROM system.parts WHERE database = currentDatabase() AND active AND table = 'rejected_row' GROUP BY load`,
  });
  return new Map(rows.map(({ load, rejected }) => [load, rejected]));
}

/** Rows of appeals by the place of the load that wrote them. */
async function keptByPlace(database: Database): Promise<Map<number, number>> {
  const kept = new Map<number, number>();
  for (const [generation, rows] of await countAppeals(database)) {
    const place = placeOfGeneration(generation);
    kept.set(place, (kept.get(place) ?? 0) + rows);
  }
  return kept;
}

/**
 * Counts what became of the records of each file.
 * @throws IntegrityError unless read = kept + rejected
 */
export async function countLoads(database: Database, loads: readonly LoadEntry[]): Promise<LoadEntry[]> {
  const [kept, rejected] = await Promise.all([keptByPlace(database), rejectedByLoad(database)]);
  return loads.map((entry) => {
    const counted = {
      kept: kept.get(placeOfNumber(entry.load)) ?? 0,
      rejected: rejected.get(entry.load) ?? 0,
    };
    if (entry.read !== counted.kept + counted.rejected)
      throw new IntegrityError(
        `${entry.file}: ${entry.read} records were read, but ${counted.kept} kept and ${counted.rejected} rejected`,
      );
    return { ...entry, ...counted };
  });
}
