import {
  type Database,
  firstGenerationOf,
  placeOfGeneration,
  placeOfNumber,
  readSql,
} from '@hotline-atlas/clickhouse';
import type { Group } from '../map/contents.ts';
import { atATime } from '../tables/at-a-time.ts';
import { countOf } from '../tables/count-of.ts';
import { countAppeals } from '../tables/generations.ts';
import { blankEntry, now, recordLoads } from '../tables/ledger.ts';
import {
  boundedMemory,
  chunks,
  smallBlocks,
  statementsAtATime,
  withoutSearchIndex,
} from '../tables/limits.ts';
import { rewrittenTogether } from './fold.ts';
import { mergeStatement } from './settle/merge-versions.ts';

export interface Rewriting {
  /** Generations replaced by the rewritten ones. */
  replaced: number[];
  rewritten: number[];
}

/** Appeals of corrected months that are written anew, of how many. */
export type OnRewritten = (appeals: number, of: number) => void;

/** Generations that hold rows which do not stay, or are of loads that count no longer. */
async function withConflicts(
  database: Database,
  { counting, withdrawn }: Pick<Rewritable, 'counting' | 'withdrawn'>,
): Promise<number[]> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: `SELECT DISTINCT generation FROM conflict WHERE physical AND NOT stays
UNION DISTINCT
SELECT DISTINCT generation FROM appeal WHERE generation IN {holding:Array(UInt32)} AND load IN {withdrawn:Array(UInt32)}
ORDER BY generation`,
    parameters: { holding: withdrawn.length > 0 ? counting : [], withdrawn },
  });
  return rows.map(({ generation }) => generation);
}

/** Appeals that are merged at a time. */
const mergedAtATime = 500_000;

/** Writes what versions come to together, where no row says so already. */
async function writeMerged(
  database: Database,
  number: number,
  { withdrawn, loads }: Pick<Rewritable, 'withdrawn' | 'loads'>,
  groups: readonly Group[],
): Promise<void> {
  const appeals = await countOf(database, 'SELECT uniqExact(id) AS found FROM conflict WHERE writes');
  const buckets = Math.ceil(appeals / mergedAtATime);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const versions = `SELECT * FROM appeal_version
WHERE cityHash64(id) IN (SELECT hash FROM conflict WHERE writes AND hash % {buckets:UInt32} = {bucket:UInt32})
  AND id IN (SELECT id FROM conflict WHERE writes)
  AND (load IN (SELECT load FROM counting_load) OR load IN {loads:Array(UInt32)}) AND load NOT IN {withdrawn:Array(UInt32)}
LIMIT 1 BY id, load, line`;
    await database.command({
      sql: `INSERT INTO appeal ${mergeStatement(versions, groups)}`,
      parameters: { first: firstGenerationOf(number), buckets, bucket, loads, withdrawn },
      settings: { ...boundedMemory, ...smallBlocks, ...withoutSearchIndex },
      label: 'write merged appeals',
    });
  }
}

/** What may have to be written anew. */
export interface Rewritable {
  /** Generations that count so far. */
  counting: readonly number[];
  /** Generations that come in. */
  incoming: readonly number[];
  /** Loads that come in, and those that count no longer. */
  loads: readonly number[];
  withdrawn: readonly number[];
}

/**
 * Writes anew the generations that hold rows which do not stay, and those that become one with them: see
 * {@link rewrittenTogether}. Appeals whose versions come to something no row says are written with them.
 */
export async function rewrite(
  database: Database,
  rewritable: Rewritable,
  groups: readonly Group[],
  numberOf: () => Promise<number>,
  onRewritten: OnRewritten = () => undefined,
): Promise<Rewriting> {
  const { counting, incoming, withdrawn } = rewritable;
  const held = await countAppeals(database);
  const rowsOf = (generation: number) => held.get(generation) ?? 0;
  const all = [...counting, ...incoming].map((generation) => ({ generation, rows: rowsOf(generation) }));
  const replaced = rewrittenTogether(all, incoming, await withConflicts(database, rewritable));
  if (replaced.length === 0) return { replaced, rewritten: [] };
  const number = await numberOf();
  await recordLoads(database, [{ ...blankEntry, load: number, started: now(), state: 'rewriting' }]);
  const rows = replaced.reduce((sum, generation) => sum + rowsOf(generation), 0);
  let done = 0;
  onRewritten(done, rows);
  await atATime(statementsAtATime, chunks(replaced, rowsOf), async (generations) => {
    await database.command({
      sql: readSql('publish/rewrite.sql'),
      parameters: { first: firstGenerationOf(number), generations, withdrawn },
      settings: { ...boundedMemory, ...smallBlocks, ...withoutSearchIndex },
      label: 'rewrite',
    });
    for (const generation of generations) done += rowsOf(generation);
    onRewritten(done, rows);
  });
  await writeMerged(database, number, rewritable, groups);
  const written = await countAppeals(database);
  const rewritten = [...written.keys()].filter(
    (generation) => placeOfGeneration(generation) === placeOfNumber(number),
  );
  return { replaced, rewritten };
}
