import { type Database, type Publication, readPublication, readSql } from '@hotline-atlas/clickhouse';
import { fillRollups } from './fill-rollups.ts';
import { countAppeals, countRollup, dropAppeals, rollupTables } from './generations.ts';
import { blankEntry, type LoadEntry, now, recordLoads } from './ledger.ts';
import { IntegrityError } from './load-error.ts';
import { withoutSearchIndex } from './search-index.ts';

interface Rewriting {
  /** Generations replaced by the rewritten ones. */
  replaced: number[];
  rewritten: number[];
}

async function classify(database: Database, loads: LoadEntry[]): Promise<LoadEntry[]> {
  const { rows } = await database.rows<{ load: number; corrected: number; repeated: number }>({
    sql: `SELECT load, countIf(says = 'corrected') AS corrected, countIf(says = 'repeated') AS repeated FROM conflict GROUP BY load`,
  });
  const found = new Map(rows.map((row) => [row.load, row]));
  return loads.map((entry) => {
    const { corrected = 0, repeated = 0 } = found.get(entry.load) ?? {};
    return { ...entry, corrected, repeated, added: entry.kept - corrected - repeated };
  });
}

/** Writes anew the generations that hold rows which do not stay. */
async function rewrite(database: Database, numberOf: () => Promise<number>): Promise<Rewriting> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: 'SELECT DISTINCT generation FROM conflict WHERE NOT stays ORDER BY generation',
  });
  const replaced = rows.map(({ generation }) => generation);
  if (replaced.length === 0) return { replaced, rewritten: [] };
  const number = await numberOf();
  await recordLoads(database, [{ ...blankEntry, load: number, started: now(), state: 'rewriting' }]);
  await database.command({
    sql: readSql('publish/rewrite.sql'),
    parameters: { number, generations: replaced },
    settings: withoutSearchIndex,
    label: 'rewrite',
  });
  const counts = await countAppeals(database);
  const rewritten = [...counts.keys()].filter((generation) => Math.floor(generation / 4096) === number);
  return { replaced, rewritten };
}

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

/** Counts what became of the records of each file. Read = kept + rejected, or nothing is published. */
async function countLoads(database: Database, loads: readonly LoadEntry[]): Promise<LoadEntry[]> {
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

/** Generations a load wrote. */
async function generationsOf(database: Database, loads: readonly LoadEntry[]): Promise<number[]> {
  const numbers = new Set(loads.map(({ load }) => load));
  const counts = await countAppeals(database);
  return [...counts.keys()].filter((generation) => numbers.has(Math.floor(generation / 4096)));
}

/**
 * Makes loads visible: settles appeals of which there is more than one version, fills the rollups of what is new, and
 * commits it all with one row of `publication`. Killed anywhere before that row, nothing has happened.
 * @returns the loads with what they added, corrected and repeated
 */
export async function publish(
  database: Database,
  loaded: readonly LoadEntry[],
  numberOf: () => Promise<number>,
): Promise<LoadEntry[]> {
  if (loaded.length === 0) return [];
  const loads = await countLoads(database, loaded);
  const before = await readPublication(database);
  const incoming = await generationsOf(database, loads);
  const published = before?.generations ?? [];
  await database.command({ sql: 'DROP TABLE IF EXISTS conflict SYNC' });
  await database.command({
    sql: readSql('publish/find_conflicts.sql'),
    parameters: { incoming, published },
    label: 'find conflicts',
  });
  const classified = await classify(database, loads);
  const { replaced, rewritten } = await rewrite(database, numberOf);
  const stay = (generation: number) => !replaced.includes(generation);
  const fresh = [...incoming.filter(stay), ...rewritten];
  if (fresh.length > 0) await fillRollups(database, fresh);
  await recordLoads(database, classified);
  await commit(database, before, classified, [...published.filter(stay), ...fresh]);
  await database.command({ sql: 'DROP TABLE IF EXISTS conflict SYNC' });
  await dropAppeals(
    database,
    replaced.filter((generation) => incoming.includes(generation)),
  );
  return classified;
}

async function commit(
  database: Database,
  before: Publication | null,
  loads: LoadEntry[],
  generations: number[],
): Promise<void> {
  const counted = await countAppeals(database);
  const counts = new Map([['appeal', counted]]);
  for (const rollup of await rollupTables(database)) counts.set(rollup, await countRollup(database, rollup));
  const appeals = generations.reduce((sum, generation) => sum + (counted.get(generation) ?? 0), 0);
  const expected = (before?.appeals ?? 0) + loads.reduce((sum, { added }) => sum + added, 0);
  if (appeals !== expected)
    throw new IntegrityError(`There should be ${expected} appeals after this load, but there are ${appeals}`);
  const rows = Object.fromEntries(
    [...counts].map(([table, rowsOf]) => [
      table,
      generations.map((generation) => rowsOf.get(generation) ?? 0),
    ]),
  );
  await database.command({
    sql: readSql('publish/publish.sql'),
    parameters: {
      version: (before?.version ?? 0) + 1,
      loads: loads.map(({ load }) => load),
      generations,
      rows,
      synthetic: before?.synthetic || loads.some(({ synthetic }) => synthetic === 1) ? 1 : 0,
    },
    label: 'publish',
  });
}
