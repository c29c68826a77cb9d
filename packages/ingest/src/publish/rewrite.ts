import {
  type Database,
  firstGenerationOf,
  placeOfGeneration,
  placeOfNumber,
  readSql,
} from '@hotline-atlas/clickhouse';
import { atATime } from '../at-a-time.ts';
import { blankEntry, now, recordLoads } from '../ledger.ts';
import { withoutSearchIndex } from '../search-index.ts';
import { fold } from './fold.ts';
import { countAppeals } from './generations.ts';
import { boundedMemory, chunks, smallBlocks, statementsAtATime } from './limits.ts';

export interface Rewriting {
  /** Generations replaced by the rewritten ones. */
  replaced: number[];
  rewritten: number[];
}

/** Appeals of corrected months that are written anew, of how many. */
export type OnRewritten = (appeals: number, of: number) => void;

/** Generations that hold rows which do not stay. */
async function withConflicts(database: Database): Promise<number[]> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: 'SELECT DISTINCT generation FROM conflict WHERE NOT stays ORDER BY generation',
  });
  return rows.map(({ generation }) => generation);
}

/**
 * Writes anew the generations that hold rows which do not stay, and those that are folded into one: see {@link fold}.
 * @param counting generations that count so far
 * @param incoming those that come in
 */
export async function rewrite(
  database: Database,
  { counting, incoming }: { counting: readonly number[]; incoming: readonly number[] },
  numberOf: () => Promise<number>,
  onRewritten: OnRewritten = () => undefined,
): Promise<Rewriting> {
  const held = await countAppeals(database);
  const rowsOf = (generation: number) => held.get(generation) ?? 0;
  const all = [...counting, ...incoming].map((generation) => ({ generation, rows: rowsOf(generation) }));
  const replaced = fold(all, incoming, await withConflicts(database));
  if (replaced.length === 0) return { replaced, rewritten: [] };
  const number = await numberOf();
  await recordLoads(database, [{ ...blankEntry, load: number, started: now(), state: 'rewriting' }]);
  const rows = replaced.reduce((sum, generation) => sum + rowsOf(generation), 0);
  let done = 0;
  onRewritten(done, rows);
  await atATime(statementsAtATime, chunks(replaced, rowsOf), async (generations) => {
    await database.command({
      sql: readSql('publish/rewrite.sql'),
      parameters: { first: firstGenerationOf(number), generations },
      settings: { ...boundedMemory, ...smallBlocks, ...withoutSearchIndex },
      label: 'rewrite',
    });
    for (const generation of generations) done += rowsOf(generation);
    onRewritten(done, rows);
  });
  const written = await countAppeals(database);
  const rewritten = [...written.keys()].filter(
    (generation) => placeOfGeneration(generation) === placeOfNumber(number),
  );
  return { replaced, rewritten };
}
