import type { Database } from '@hotline-atlas/clickhouse';
import { type AnswerCache, createAnswerCache } from '@hotline-atlas/query';
import type { JudgementRun } from './judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from './read-series.ts';

interface CachedSeries {
  read: ReadSeries;
  /** About how many bytes it takes. */
  length: number;
}

const room = 48_000_000;
const bytesOfSeries = 400;

const caches = new WeakMap<Database, AnswerCache<CachedSeries>>();

function cacheOf(database: Database): AnswerCache<CachedSeries> {
  const known = caches.get(database) ?? createAnswerCache<CachedSeries>(room);
  caches.set(database, known);
  return known;
}

const sizeOf = ({ series }: ReadSeries): number =>
  series.reduce(
    (sum, { days, counts }) =>
      sum + bytesOfSeries + days.byteLength + counts.reduce((all, each) => all + each.byteLength, 0),
    0,
  );

/**
 * Series that many questions have in common, such as all appeals by cell and month, from a cache by scope and
 * version of the data. A cached series says that it read no rows.
 */
export async function readCachedSeries(question: SeriesQuestion, run: JudgementRun): Promise<ReadSeries> {
  const { database, history, scope } = run;
  const { version, published } = history.publication;
  const key = JSON.stringify([version, published, history.span, scope, question]);
  let readNow = false;
  const { read } = await cacheOf(database).answer(key, run.signal, async (signal) => {
    readNow = true;
    const made = await readSeries(question, { ...run, signal });
    return { read: made, length: sizeOf(made) };
  });
  return readNow ? read : { ...read, rowsRead: 0, milliseconds: 0 };
}
