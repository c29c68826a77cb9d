import { type Database, readSql } from '@hotline-atlas/clickhouse';
import { atATime } from '../at-a-time.ts';
import { blankEntry, now, recordLoads } from '../ledger.ts';
import { withoutSearchIndex } from '../search-index.ts';
import { countAppeals } from './generations.ts';
import { boundedMemory, chunks, oneBlock, statementsAtATime } from './limits.ts';

export interface Rewriting {
  /** Generations replaced by the rewritten ones. */
  replaced: number[];
  rewritten: number[];
}

/** Writes anew the generations that hold rows which do not stay. */
export async function rewrite(database: Database, numberOf: () => Promise<number>): Promise<Rewriting> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: 'SELECT DISTINCT generation FROM conflict WHERE NOT stays ORDER BY generation',
  });
  const replaced = rows.map(({ generation }) => generation);
  if (replaced.length === 0) return { replaced, rewritten: [] };
  const number = await numberOf();
  await recordLoads(database, [{ ...blankEntry, load: number, started: now(), state: 'rewriting' }]);
  const held = await countAppeals(database);
  const runs = chunks(replaced, (generation) => held.get(generation) ?? 0);
  await atATime(statementsAtATime, runs, (generations) =>
    database.command({
      sql: readSql('publish/rewrite.sql'),
      parameters: { number, generations },
      settings: { ...boundedMemory, ...oneBlock, ...withoutSearchIndex },
      label: 'rewrite',
    }),
  );
  const written = await countAppeals(database);
  const rewritten = [...written.keys()].filter((generation) => Math.floor(generation / 4096) === number);
  return { replaced, rewritten };
}
