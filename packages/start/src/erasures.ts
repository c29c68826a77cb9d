import type { Erasures } from '@hotline-atlas/api';
import type { City } from '@hotline-atlas/city';
import type { Configuration, Database } from '@hotline-atlas/clickhouse';
import {
  beginErasure,
  clearAway,
  type ErasureEntry,
  eraseDue,
  findAppeals,
  LoadError,
  readCallerKey,
  readErasures,
  resumeErasures,
} from '@hotline-atlas/ingest';

type Told = Awaited<ReturnType<Erasures['list']>>[number];

/** A line of the ledger as the API tells it. */
const told = ({ erasure: id, begun, ...rest }: ErasureEntry): Told => ({
  id,
  at: `${begun.replace(' ', 'T')}Z`,
  ...rest,
});

/** What a running server erases: what people ask for, and what is older than the city keeps it. */
export interface Erasing {
  /** For the API. */
  erasures: Erasures;
  /** Goes on with what was begun, and once a day blanks what is due. */
  keepErased(): Promise<void>;
}

const aDay = 24 * 3_600_000;

/**
 * @param say tells whoever runs the server
 * @param signal ends the waiting for readers; what is left then is done at the next start
 */
export function createErasing(
  { configuration, database, city }: { configuration: Configuration; database: Database; city: City },
  say: (text: string) => void,
  signal: AbortSignal,
): Erasing {
  let dueAt = 0;
  const failed = (error: unknown) => {
    if (!signal.aborted) say(`An erasure waits for the next try: ${(error as Error).message}`);
  };
  const resume = async () => {
    if (!(await readErasures(database)).some(({ of, state }) => of !== 'retention' && state === 'begun'))
      return;
    const completed = await resumeErasures(database, readCallerKey(configuration));
    if (completed.length > 0) await clearAway(database, { signal });
  };
  return {
    erasures: {
      list: async () => (await readErasures(database)).map(told),
      find: (sought) => findAppeals(database, readCallerKey(configuration), sought),
      async begin(request) {
        try {
          const entry = await beginErasure(database, readCallerKey(configuration), request);
          void resume().catch(failed);
          return told(entry);
        } catch (error) {
          if (error instanceof LoadError) return null;
          throw error;
        }
      },
    },
    async keepErased() {
      await resume().catch(failed);
      if (!city.retention || signal.aborted || Date.now() < dueAt) return;
      try {
        const { texts, callers, rejected } = await eraseDue(database, city);
        dueAt = Date.now() + aDay;
        if (texts + callers + rejected === 0) return;
        say(`blanked what is kept no longer: texts of ${texts} appeals, callers of ${callers}`);
        await clearAway(database, { signal });
      } catch (error) {
        failed(error);
      }
    },
  };
}
