import { type City, membersOf } from '@hotline-atlas/city';
import { type Database, readPublication } from '@hotline-atlas/clickhouse';
import {
  daysOfMonth,
  type JudgementRun,
  monthBefore,
  readKeptCorrelation,
  readKeptTally,
  type TallyQuestion,
} from '@hotline-atlas/judgement';
import { everything, isValidIn } from '@hotline-atlas/model';
import { historyOf, readTables } from '@hotline-atlas/query';
import { defaultMonth } from './default-month.ts';

/**
 * Counts the newest ripe month and the one before, of every group, before anybody asks: that is what the page
 * of the evaluation begins with. Nothing where there is no data yet, or nobody is evaluated.
 */
export async function prefetchEvaluation(database: Database, city: City, signal: AbortSignal): Promise<void> {
  const publication = await readPublication(database);
  if (!publication?.appeals || city.evaluation.length === 0) return;
  const history = historyOf(publication, city.time_zone);
  const tables = await readTables(database);
  const run = (): JudgementRun => {
    signal.throwIfAborted();
    // Each reading has a signal of its own: whoever waits for it listens to that as long as it lives.
    return { database, history, city, tables, scope: everything, signal: new AbortController().signal };
  };
  const month = await defaultMonth(city, run());
  const scheme = city.evaluation.find((each) => isValidIn(each, month));
  if (!scheme) return;
  for (const group of scheme.groups) {
    const of = (each: string): TallyQuestion => ({
      ...{ scheme, group, members: membersOf(group, city), days: daysOfMonth(scheme, each) },
      corrections: [],
    });
    await readKeptTally(of(month), run(), city.time_zone);
    await readKeptTally(of(monthBefore(month)), run(), city.time_zone);
    await readKeptCorrelation(of(month), run(), city.time_zone);
  }
}
