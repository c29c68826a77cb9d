import type { Database } from '@hotline-atlas/clickhouse';
import { type LoadEntry, readLoads } from '../ledger.ts';
import { countOf } from './count-of.ts';

/** What each load said: to people who loaded it, and in the ledger, where loads that count no longer never were. */
export interface Classified {
  /** Loads that come in, by what was known before. */
  told: LoadEntry[];
  /** Lines of the ledger that are new or differ. */
  ledger: LoadEntry[];
}

interface Said {
  load: number;
  comes: number;
  corrected: number;
  repeated: number;
  before_added: number;
  before_corrected: number;
  before_repeated: number;
  after_added: number;
  after_corrected: number;
  after_repeated: number;
}

const counted = (prefix: string, column: string): string =>
  ['added', 'corrected', 'repeated']
    .map((word) => `countIf(${column} = '${word}') AS ${prefix}${word}`)
    .join(', ');

/** What each load added to what was known, by the conflicts found. */
export async function classify(
  database: Database,
  loads: readonly LoadEntry[],
  withdrawn: readonly number[],
): Promise<Classified> {
  const { rows } = await database.rows<Said>({
    sql: `SELECT load, max(comes) AS comes, ${counted('', 'says')}, ${counted('before_', 'says_before')}, ${counted('after_', 'says_after')}
FROM conflict WHERE is_version AND load NOT IN {withdrawn:Array(UInt32)} GROUP BY load`,
    parameters: { withdrawn },
  });
  const found = new Map(rows.map((row) => [row.load, row]));
  const lineOf = (entry: LoadEntry, corrected = 0, repeated = 0): LoadEntry => ({
    ...entry,
    corrected,
    repeated,
    added: entry.kept - corrected - repeated,
  });
  const said = (entry: LoadEntry) => found.get(entry.load);
  const changed = rows.filter(
    ({ comes, ...row }) =>
      !comes && (row.before_added !== row.after_added || row.before_corrected !== row.after_corrected),
  );
  const earlier = (
    await readLoads(
      database,
      changed.map(({ load }) => load),
    )
  ).map((entry) => {
    const row = said(entry);
    return {
      ...entry,
      added: entry.added + (row?.after_added ?? 0) - (row?.before_added ?? 0),
      corrected: entry.corrected + (row?.after_corrected ?? 0) - (row?.before_corrected ?? 0),
      repeated: entry.repeated + (row?.after_repeated ?? 0) - (row?.before_repeated ?? 0),
    };
  });
  return {
    told: loads.map((entry) => lineOf(entry, said(entry)?.corrected, said(entry)?.repeated)),
    ledger: [
      ...loads.map((entry) => lineOf(entry, said(entry)?.after_corrected, said(entry)?.after_repeated)),
      ...earlier,
    ],
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
