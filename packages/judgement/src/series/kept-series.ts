import type { Database } from '@hotline-atlas/clickhouse';
import { type AnswerCache, createAnswerCache } from '@hotline-atlas/query';
import type { JudgementRun } from './judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from './read-series.ts';

interface Kept {
  read: ReadSeries;
  /** Bytes it takes to keep, about. */
  length: number;
}

const room = 48_000_000;
const bytesOfSeries = 400;

const kept = new WeakMap<Database, AnswerCache<Kept>>();

function keptOf(database: Database): AnswerCache<Kept> {
  const known = kept.get(database) ?? createAnswerCache<Kept>(room);
  kept.set(database, known);
  return known;
}

const sizeOf = ({ series }: ReadSeries): number =>
  series.reduce(
    (sum, { days, counts }) =>
      sum + bytesOfSeries + days.byteLength + counts.reduce((all, each) => all + each.byteLength, 0),
    0,
  );

/**
 * Series that many questions have in common, such as all appeals by cell and month: read once for a scope and a version of the data, so
 * that nothing old is left the moment a load is published. What was kept says that it read no rows.
 */
export async function readKeptSeries(question: SeriesQuestion, run: JudgementRun): Promise<ReadSeries> {
  const { database, history, scope } = run;
  const { version, published } = history.publication;
  const key = JSON.stringify([version, published, history.span, scope, question]);
  let readNow = false;
  const { read } = await keptOf(database).answer(key, run.signal, async (signal) => {
    readNow = true;
    const made = await readSeries(question, { ...run, signal });
    return { read: made, length: sizeOf(made) };
  });
  return readNow ? read : { ...read, rowsRead: 0, milliseconds: 0 };
}
