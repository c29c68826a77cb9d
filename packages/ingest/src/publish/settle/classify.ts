import type { Database } from '@hotline-atlas/clickhouse';
import { countOf } from '../../tables/count-of.ts';
import type { LoadEntry } from '../../tables/ledger.ts';

/**
 * What loads that come in said: to people who load them, and in the ledger, where loads that count no longer
 * never were.
 */
export interface Classified {
  told: LoadEntry[];
  ledger: LoadEntry[];
}

interface Said {
  load: number;
  corrected: number;
  repeated: number;
  corrected_after: number;
  repeated_after: number;
}

/** What each load that comes in added to what was known, by the conflicts found. */
export async function classify(database: Database, loads: readonly LoadEntry[]): Promise<Classified> {
  const { rows } = await database.rows<Said>({
    sql: `SELECT load, countIf(says = 'corrected') AS corrected, countIf(says = 'repeated') AS repeated,
       countIf(says_after = 'corrected') AS corrected_after, countIf(says_after = 'repeated') AS repeated_after
FROM conflict WHERE is_version AND comes GROUP BY load`,
  });
  const found = new Map(rows.map((row) => [row.load, row]));
  const lineOf = (entry: LoadEntry, corrected = 0, repeated = 0): LoadEntry => ({
    ...entry,
    corrected,
    repeated,
    added: entry.kept - corrected - repeated,
  });
  const said = ({ load }: LoadEntry) => found.get(load);
  return {
    told: loads.map((entry) => lineOf(entry, said(entry)?.corrected, said(entry)?.repeated)),
    ledger: loads.map((entry) => lineOf(entry, said(entry)?.corrected_after, said(entry)?.repeated_after)),
  };
}

/** Appeals that are taken away and those that change, where loads count no longer. */
export async function countWithdrawn(
  database: Database,
  published: readonly number[],
  withdrawn: readonly number[],
): Promise<{ removed: number; changed: number }> {
  const changed = await countOf(
    database,
    `SELECT uniqExact(id) AS found FROM (SELECT id FROM conflict WHERE NOT comes AND physical AND counting > 0 GROUP BY id HAVING max(stays) = 0)`,
  );
  if (withdrawn.length === 0) return { removed: 0, changed };
  const alone = await countOf(
    database,
    `SELECT count() AS found FROM appeal WHERE generation IN {published:Array(UInt32)} AND load IN {withdrawn:Array(UInt32)}
  AND (load, line) NOT IN (SELECT load, line FROM conflict WHERE physical)`,
    { published, withdrawn },
  );
  const compared = await countOf(
    database,
    'SELECT uniqExact(id) AS found FROM conflict WHERE physical AND NOT comes AND counting = 0',
  );
  return { removed: alone + compared, changed };
}
