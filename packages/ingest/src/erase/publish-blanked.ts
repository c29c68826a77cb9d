import {
  type Database,
  firstGenerationOf,
  type Lock,
  type Publication,
  placeOfGeneration,
  placeOfNumber,
  readSql,
} from '@hotline-atlas/clickhouse';
import type { KeyHalves } from '../map/caller-keys.ts';
import { type Blanked, nothingBlanked } from '../map/left-out.ts';
import { commit } from '../publish/commit.ts';
import { publishedIdRanges, readIdRanges } from '../publish/settle/id-ranges.ts';
import { fillRollups, type OnSummed } from '../publish/sum/fill-rollups.ts';
import { fillNewest, newestOf } from '../publish/sum/newest.ts';
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

/** What is blanked, and in which generations; what is in `erasing` is blanked or left out besides. */
export interface Blanking {
  /** Generations to be written anew. */
  generations: readonly number[];
  /** Texts before this day; callers from a day to another. */
  before: Blanked;
  callersFrom: string;
  /** Whether appeals in `erasing` are left out, and how many they are. */
  whole: boolean;
  removed: number;
  /** The key that stands for callers. */
  key: KeyHalves;
  /** Erasures that count from then on. */
  erasures: readonly string[];
  /** Whether no caller is blanked, so that every sum stays. */
  sumsStay: boolean;
}

/** Nothing but what is in `erasing`. */
export const noSpan = { before: nothingBlanked, callersFrom: nothingBlanked.callers } as const;

/** Appeals written anew so far, of how many. */
export type OnErased = (appeals: number, of: number) => void;

async function write(
  database: Database,
  { generations, before, callersFrom, whole, key }: Blanking,
  onErased: OnErased,
): Promise<number[]> {
  if (generations.length === 0) return [];
  const number = await loadNumbers(database)();
  await recordLoads(database, [{ ...blankEntry, load: number, started: now(), state: 'rewriting' }]);
  const held = await countAppeals(database);
  const rowsOf = (generation: number) => held.get(generation) ?? 0;
  const all = generations.reduce((sum, generation) => sum + rowsOf(generation), 0);
  let done = 0;
  onErased(done, all);
  await atATime(statementsAtATime, chunks(generations, rowsOf), async (some) => {
    await database.command({
      sql: readSql('publish/blank.sql'),
      parameters: {
        first: firstGenerationOf(number),
        generations: some,
        texts_before: before.texts,
        callers_from: callersFrom,
        callers_before: before.callers,
        whole: whole ? 1 : 0,
        key_1: key[0],
        key_2: key[1],
      },
      settings: { ...boundedMemory, ...smallBlocks, ...withoutSearchIndex },
      label: 'blank',
    });
    for (const generation of some) done += rowsOf(generation);
    onErased(done, all);
  });
  const written = await countAppeals(database);
  return [...written.keys()].filter((generation) => placeOfGeneration(generation) === placeOfNumber(number));
}

/**
 * Writes generations anew without what is erased, sums them up, and publishes it as one version: readers see
 * all of it or nothing. Versions kept beside are blanked afterwards, by the journal.
 * @throws IntegrityError when appeals or sums are not those before, but for those that are gone
 */
export async function publishBlanked(
  database: Database,
  lock: Pick<Lock, 'confirm'>,
  publication: Publication,
  blanking: Blanking,
  { onErased = () => undefined, onSummed }: { onErased?: OnErased; onSummed?: OnSummed } = {},
): Promise<void> {
  const replaced = new Set(blanking.generations);
  const written = await write(database, blanking, onErased);
  const stay = (await publishedIdRanges(database, publication)).filter(
    ({ generation }) => !replaced.has(generation),
  );
  const ranges = [...stay, ...(await readIdRanges(database, written))];
  const counted = await fillRollups(database, await rollupTables(database), written, onSummed);
  const newest = newestOf(ranges.map(({ generation }) => generation));
  await fillNewest(
    database,
    written.filter((generation) => newest.includes(generation)),
  );
  const { erasures, before, sumsStay } = blanking;
  const truth = {
    loads: [],
    withdrawn: [],
    appeals: -blanking.removed,
    synthetic: publication.synthetic,
    erased: { erasures, before, sumsStay },
  };
  await commit(database, publication, { ranges, counted, truth }, lock);
}
