import type { City } from '@hotline-atlas/city';
import { readPublication } from '@hotline-atlas/clickhouse';
import { compileSeries, planSeries, type SeriesQuestion } from '@hotline-atlas/judgement';
import { everything } from '@hotline-atlas/model';
import { type History, historyOf, readTables } from '@hotline-atlas/query';
import { expect } from 'vitest';
import { type AtlasServer, serveRiverton } from './atlas-server.ts';
import { randomAppealsSql } from './random-appeals.ts';
import { openRiverton, type Riverton } from './riverton.ts';

export const judgedAppeals = 8_000;

/** Riverton with enough appeals to judge it by, for tests that only read. */
export interface JudgedRiverton {
  city: City;
  server: AtlasServer;
  history: History;
  /** Has the engine understand the statement of a question, without answering it. */
  explain(question: SeriesQuestion): Promise<void>;
  close(): Promise<void>;
}

/**
 * The publication of its appeals. The first test file of a run loads them: they take longer to load than to
 * judge.
 */
async function published({ database, file, load }: Riverton) {
  if (!(await readPublication(database))) {
    const { body } = await database.bytes({ sql: randomAppealsSql(judgedAppeals) });
    await load([file('random.csv', body)]);
  }
  const publication = await readPublication(database);
  if (!publication) throw new Error('nothing was published');
  return publication;
}

export async function openJudgedRiverton(): Promise<JudgedRiverton> {
  const riverton = await openRiverton('judged');
  const { city, database } = riverton;
  const history = historyOf(await published(riverton), city.time_zone);
  const server = await serveRiverton(riverton);
  const tables = await readTables(database);
  return {
    city,
    server,
    history,
    async explain(question) {
      const { plan, counters } = planSeries(question, { scope: everything, history, city, tables });
      const { text, parameters } = compileSeries(plan, question.dimensions, counters);
      const { rows } = await database.rows({ sql: `EXPLAIN ${text}`, parameters });
      expect(rows.length, text).toBeGreaterThan(0);
    },
    async close() {
      await server.close();
      await riverton.close();
    },
  };
}

/** The parameters of an address, as the API gets them. */
export const parametersOf = (address: string) =>
  Object.fromEntries([...new URLSearchParams(address)].map(([name, value]) => [name, [value]]));

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
