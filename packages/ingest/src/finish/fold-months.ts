import {
  type Database,
  firstGenerationOf,
  type Lock,
  monthOfGeneration,
  type Publication,
  placeOfGeneration,
  placeOfNumber,
  readNewestPublication,
  readSql,
} from '@hotline-atlas/clickhouse';
import { commit } from '../publish/commit.ts';
import { foldedGenerations } from '../publish/fold.ts';
import { type IdRange, publishedIdRanges, rangesTogether } from '../publish/settle/id-ranges.ts';
import { fillRollups } from '../publish/sum/fill-rollups.ts';
import { fillNewest, newestOf } from '../publish/sum/newest.ts';
import { IntegrityError } from '../read/load-error.ts';
import { atATime } from '../tables/at-a-time.ts';
import { countAppeals, rollupTables } from '../tables/generations.ts';
import { blankEntry, loadNumbers, now, recordLoads } from '../tables/ledger.ts';
import {
  boundedMemory,
  chunks,
  smallBlocks,
  statementsAtATime,
  withoutSearchIndex,
} from '../tables/limits.ts';

/** Generations that become one of their month, each set with the new one. */
interface Folding {
  replaced: readonly number[];
  written: readonly number[];
}

/** Writes the generations of each month as one. */
async function writeFolded(
  database: Database,
  replaced: readonly number[],
  rowsOf: (generation: number) => number,
): Promise<Folding> {
  const number = await loadNumbers(database)();
  await recordLoads(database, [{ ...blankEntry, load: number, started: now(), state: 'rewriting' }]);
  const first = firstGenerationOf(number);
  await atATime(statementsAtATime, chunks(replaced, rowsOf), (generations) =>
    database.command({
      sql: readSql('publish/fold.sql'),
      parameters: { first, generations },
      settings: { ...boundedMemory, ...smallBlocks, ...withoutSearchIndex },
      label: 'fold',
    }),
  );
  const held = await countAppeals(database);
  const written = [...held.keys()].filter(
    (generation) => placeOfGeneration(generation) === placeOfNumber(number),
  );
  const sum = (all: readonly number[]) => all.reduce((rows, each) => rows + (held.get(each) ?? 0), 0);
  if (sum(written) !== sum(replaced))
    throw new IntegrityError(`Folding ${sum(replaced)} appeals wrote ${sum(written)}`);
  return { replaced, written };
}

/** The ranges of ids once generations are folded. */
function foldedRanges(ranges: readonly IdRange[], { replaced, written }: Folding): IdRange[] {
  const gone = new Set(replaced);
  const stay = ranges.filter(({ generation }) => !gone.has(generation));
  const anew = written.map((generation) =>
    rangesTogether(
      generation,
      ranges.filter(
        (range) =>
          gone.has(range.generation) && monthOfGeneration(range.generation) === monthOfGeneration(generation),
      ),
    ),
  );
  return [...stay, ...anew];
}

/** Generations of a publication that are to be folded; none while some rollup lacks one of them. */
function foldable({ generations, rows }: Publication, rollups: readonly string[]): number[] {
  if (rollups.some((rollup) => !generations.every((_, index) => rows[rollup]?.[index]))) return [];
  return foldedGenerations(
    generations.map((generation, index) => ({ generation, rows: rows.appeal?.[index] ?? 0 })),
  );
}

/**
 * Folds small generations of a month into one, with their sums, and publishes an edition of the same version.
 * Killed anywhere and called again, it begins anew. Call it under the ingest lock, when every rollup is
 * filled.
 * @throws IntegrityError when appeals or sums are not those before
 */
export async function foldMonths(database: Database, lock: Pick<Lock, 'confirm'>): Promise<void> {
  const publication = await readNewestPublication(database);
  if (!publication) return;
  const rollups = await rollupTables(database);
  const replaced = foldable(publication, rollups);
  if (replaced.length === 0) return;
  const { generations, rows } = publication;
  const held = new Map(generations.map((generation, index) => [generation, rows.appeal?.[index] ?? 0]));
  const folding = await writeFolded(database, replaced, (generation) => held.get(generation) ?? 0);
  const counted = await fillRollups(database, rollups, folding.written);
  const ranges = foldedRanges(await publishedIdRanges(database, publication), folding);
  const newest = newestOf(ranges.map(({ generation }) => generation));
  await fillNewest(
    database,
    folding.written.filter((generation) => newest.includes(generation)),
  );
  await commit(database, publication, { ranges, counted, truth: null }, lock);
}
