import type { Database } from '@hotline-atlas/clickhouse';
import { everything } from '@hotline-atlas/model';
import { historyOf } from '@hotline-atlas/query';
import { city, publication, scopedTo, tables } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { readCachedSeries } from './cached-series.ts';
import type { JudgementRun } from './judgement-run.ts';
import type { SeriesQuestion } from './read-series.ts';

const question: SeriesQuestion = {
  selection: { where: [], withoutRegimes: [] },
  period: { from: '2024-01-01', to: '2024-03-01' },
  dimensions: ['district'],
  grain: 'month',
};

/** A database that answers with one appeal more each time it is read. */
function counting(): { database: Database; run: JudgementRun } {
  let reads = 0;
  const bytes = async () => {
    reads += 1;
    const body = Buffer.from([1, 0x6e, 1, 0, 0, 1, reads, 0, 0, 0]);
    return { body, rowsRead: 9, milliseconds: 5 };
  };
  const database = { bytes } as unknown as Database;
  const history = historyOf(publication, city.time_zone);
  const { signal } = new AbortController();
  return { database, run: { database, history, city, tables, scope: everything, signal } };
}

const countOf = async (asked: SeriesQuestion, run: JudgementRun) => {
  const { series, rowsRead } = await readCachedSeries(asked, run);
  return [series[0]?.counts[0]?.[0], rowsRead];
};

test('what was read is read once, and says so', async () => {
  const { run } = counting();
  expect(await countOf(question, run)).toEqual([1, 9]);
  expect(await countOf(question, run)).toEqual([1, 0]);
});

test('another version of the data, another scope and another question are read anew', async () => {
  const { run } = counting();
  await countOf(question, run);
  const published = historyOf({ ...publication, version: publication.version + 1 }, city.time_zone);
  expect(await countOf(question, { ...run, history: published })).toEqual([2, 9]);
  const narrow = scopedTo(['north'], { texts: false });
  expect(await countOf(question, { ...run, scope: narrow })).toEqual([3, 9]);
  expect(await countOf({ ...question, grain: 'week' }, run)).toEqual([4, 9]);
});

test('another database has nothing of the first', async () => {
  await countOf(question, counting().run);
  expect(await countOf(question, counting().run)).toEqual([1, 9]);
});
