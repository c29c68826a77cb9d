import type { Database } from '@hotline-atlas/clickhouse';
import type { LoadEntry } from '../ledger.ts';
import { IntegrityError } from '../load-error.ts';

/** Rows the parts of a table hold by load, as their partitions say. */
async function rowsByLoad(
  database: Database,
  table: string,
  partitionsPerLoad: number,
): Promise<Map<number, number>> {
  const { rows } = await database.rows<{ load: number; rows: number }>({
    sql: `SELECT toUInt32(intDiv(toUInt32(partition), {partitionsPerLoad:UInt32})) AS load, sum(rows) AS rows
FROM system.parts WHERE database = currentDatabase() AND active AND table = {table:String} GROUP BY load`,
    parameters: { table, partitionsPerLoad },
  });
  return new Map(rows.map(({ load, rows: held }) => [load, held]));
}

/**
 * Counts what became of the records of each file.
 * @throws IntegrityError unless read = kept + rejected
 */
export async function countLoads(database: Database, loads: readonly LoadEntry[]): Promise<LoadEntry[]> {
  const [kept, rejected] = await Promise.all([
    rowsByLoad(database, 'appeal', 4096),
    rowsByLoad(database, 'rejected_row', 1),
  ]);
  return loads.map((entry) => {
    const counted = { kept: kept.get(entry.load) ?? 0, rejected: rejected.get(entry.load) ?? 0 };
    if (entry.read !== counted.kept + counted.rejected)
      throw new IntegrityError(
        `${entry.file}: ${entry.read} records were read, but ${counted.kept} kept and ${counted.rejected} rejected`,
      );
    return { ...entry, ...counted };
  });
}
