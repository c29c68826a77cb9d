import { type Database, type Lock, readNewestPublication } from '@hotline-atlas/clickhouse';
import { commit } from '../publish/commit.ts';
import { publishedIdRanges } from '../publish/settle/id-ranges.ts';
import { fillRollups, type OnSummed } from '../publish/sum/fill-rollups.ts';
import { fillNewest, missingNewest } from '../publish/sum/newest.ts';
import { deleteFromRollup, heldIn, rollupTables } from '../tables/generations.ts';
import { countsTogether, type RowCounts } from '../tables/row-counts.ts';

/** Deletes what an interrupted filling left behind; no edition names it. */
async function deleteBegun(database: Database, rollup: string, missing: readonly number[]): Promise<void> {
  await deleteFromRollup(database, rollup, await heldIn(database, rollup, missing));
}

/**
 * Fills rollups that a newer version of Hotline Atlas brought, for every generation that is published and not
 * in them yet, copies the newest appeals in the order of their receipt, and publishes both. Killed anywhere
 * and called again, it goes on. Call it under the ingest lock.
 */
export async function completeRollups(database: Database, lock: Lock, onSummed?: OnSummed): Promise<void> {
  const publication = await readNewestPublication(database);
  if (!publication) return;
  const { generations, rows } = publication;
  const together = new Map<string, { rollups: string[]; missing: number[] }>();
  for (const rollup of await rollupTables(database)) {
    const missing = generations.filter((_, index) => !rows[rollup]?.[index]);
    if (missing.length === 0) continue;
    const group = together.get(missing.join()) ?? { rollups: [], missing };
    group.rollups.push(rollup);
    together.set(missing.join(), group);
  }
  const newest = missingNewest(publication);
  if (together.size === 0 && newest.length === 0) return;
  const filled: RowCounts[] = [];
  for (const { rollups, missing } of together.values()) {
    for (const rollup of rollups) await deleteBegun(database, rollup, missing);
    filled.push(await fillRollups(database, rollups, missing, onSummed));
  }
  await fillNewest(database, newest);
  const ranges = await publishedIdRanges(database, publication);
  await commit(database, publication, { ranges, counted: countsTogether(filled), truth: null }, lock);
}
