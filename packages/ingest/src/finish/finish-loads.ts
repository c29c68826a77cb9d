import {
  type Database,
  precedence,
  readCompleteness,
  readPublication,
  withSettings,
} from '@hotline-atlas/clickhouse';
import { stillSummingUp } from '@hotline-atlas/model';
import { type IngestLock, takeIngestLock } from '../tables/ingest-lock.ts';
import { withItsCause } from '../tables/room.ts';
import { completeRollups } from './complete-rollups.ts';
import { completeYears } from './complete-years.ts';
import { dropAbandoned } from './drop-abandoned.ts';
import { foldMonths } from './fold-months.ts';
import { mergeRollups } from './merge-rollups.ts';
import { buildSearchIndex, type SearchIndexEvents, type SearchIndexReport } from './search-index.ts';

/** One stage of finishing. Each can be stopped or killed anywhere and run again; none changes a figure. */
interface Stage {
  /** What has to be so when it runs; the stages before see to it. */
  precondition: string;
  run(database: Database, lock: IngestLock, signal?: AbortSignal): Promise<void>;
}

/** What a load, or taking one back, has done already under the lock it hands on. */
const begin: readonly Stage[] = [
  { precondition: 'the ingest lock is held', run: (database) => dropAbandoned(database) },
  { precondition: 'something may be published', run: (database, lock) => completeRollups(database, lock) },
];

/**
 * What publishes editions. The order is theirs: sums of years are of folded months, so that a month is not
 * summed up twice.
 */
const arrange: readonly Stage[] = [
  { precondition: 'every rollup is filled', run: foldMonths },
  {
    precondition: 'every rollup is filled, and months are folded',
    run: (database, lock, signal) => completeYears(database, lock, { signal }),
  },
];

async function runStages(
  database: Database,
  lock: IngestLock,
  stages: readonly Stage[],
  signal?: AbortSignal,
): Promise<void> {
  for (const stage of stages) if (!signal?.aborted) await stage.run(database, lock, signal);
}

export interface FinishOptions extends SearchIndexEvents {
  /** Told what is still being summed up or indexed, in the words of the screen. */
  onState?: ((words: string) => void) | undefined;
  /**
   * The lock under which something was loaded or taken back just now; else one is taken. Released either way.
   */
  lock?: IngestLock;
  signal?: AbortSignal;
}

/** Tells what is still being summed up or indexed; nothing where nobody waits for it. */
async function tellState(database: Database, onState?: (words: string) => void): Promise<void> {
  const publication = onState && (await readPublication(database));
  const words = publication && stillSummingUp(await readCompleteness(database, publication));
  if (words) onState?.(words.en);
}

/**
 * What is left to do once everything counts: rollups a newer version of Hotline Atlas brought, months in few
 * generations, sums of years; then, while others may load, rollups in few parts, and the index of the texts.
 * Stopped anywhere and called again, it goes on.
 * @throws DatabaseError when the engine fails; nothing but speed is lost
 */
export async function finishLoads(
  database: Database,
  { lock: handed, signal, onState, ...events }: FinishOptions = {},
): Promise<SearchIndexReport> {
  const patient = withSettings(database, precedence.loading);
  try {
    const lock = handed ?? (await takeIngestLock(database));
    const stages = handed ? arrange : [...begin, ...arrange];
    await tellState(database, onState)
      .then(() => runStages(patient, lock, stages, signal))
      .finally(lock.release);
    await mergeRollups(database, signal);
    await tellState(database, onState);
  } catch (error) {
    throw await withItsCause(database, error);
  }
  return buildSearchIndex(database, events, signal);
}
