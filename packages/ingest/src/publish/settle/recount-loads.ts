import { type Database, readNewestPublication } from '@hotline-atlas/clickhouse';
import { countOf } from '../../tables/count-of.ts';
import { readLoads, recordLoads } from '../../tables/ledger.ts';

/** How much more, or less, a load says now. */
interface Difference {
  load: number;
  added: number;
  corrected: number;
  repeated: number;
}

const difference = (word: string): string =>
  `toInt64(countIf(says_after = '${word}')) - toInt64(countIf(says_before = '${word}')) AS ${word}`;

/**
 * The version of the data that conflicts were settled for, which is their table's comment; 0 where there is
 * none.
 */
const settledVersion = (database: Database): Promise<number> =>
  countOf(
    database,
    `SELECT max(toUInt32OrZero(comment)) AS found FROM system.tables WHERE database = currentDatabase() AND name = 'conflict'`,
  );

/**
 * Counts anew what loads added of appeals of which other loads were taken back with the newest version.
 * Interrupted and called again, every line is counted once. Call it under the ingest lock, before the
 * conflicts are dropped.
 */
export async function recountLoads(database: Database): Promise<void> {
  const version = await settledVersion(database);
  if (version === 0 || version !== (await readNewestPublication(database))?.version) return;
  const { rows } = await database.rows<Difference>({
    sql: `SELECT load, ${['added', 'corrected', 'repeated'].map(difference).join(', ')}
FROM conflict WHERE is_version AND NOT comes AND says_after != '' GROUP BY load
HAVING added != 0 OR corrected != 0 OR repeated != 0`,
  });
  const differences = new Map(rows.map((row) => [row.load, row]));
  const lines = await readLoads(database, [...differences.keys()]);
  const recounted = lines
    .filter((line) => line.recounted < version)
    .map((line) => {
      const { added = 0, corrected = 0, repeated = 0 } = differences.get(line.load) ?? {};
      return {
        ...line,
        added: line.added + added,
        corrected: line.corrected + corrected,
        repeated: line.repeated + repeated,
        recounted: version,
      };
    });
  await recordLoads(database, recounted);
}
