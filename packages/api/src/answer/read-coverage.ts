import type { City } from '@hotline-atlas/city';
import type { Database, Publication } from '@hotline-atlas/clickhouse';
import { everything, floorTo, mostRows, type Query, shift } from '@hotline-atlas/model';
import { compileQuery } from '../compile/compile.ts';
import { type Coverage, coverageOf, type DayCount } from '../plan/coverage.ts';
import { historyOf, localDay } from '../plan/history.ts';
import { planQuery } from '../plan/plan.ts';
import type { Table } from '../plan/table.ts';
import { boundsOfQuestions } from './limits.ts';

const appealsBy = (dimension: 'day' | 'hour_of_day'): Query => ({
  metrics: ['appeals'],
  by: [dimension],
  where: [],
  withoutRegimes: [],
  order: [],
  resolution: 8,
  limit: mostRows,
});

/** The whole months of about a year: what is usual. */
function usualYear({ firstDay, lastDay }: Publication): Pick<Query, 'from' | 'to'> {
  const period = { from: floorTo(shift(lastDay, 'day', -365), 'month'), to: floorTo(lastDay, 'month') };
  return period.to > firstDay ? period : {};
}

/** Hours of a local day that had passed at a moment. */
function hoursPassed(moment: string, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const [hours = 0, minutes = 0] = parts.format(new Date(moment)).split(':').map(Number);
  return hours + minutes / 60;
}

/** Share of a day's appeals that come after so many hours. */
function shareAfter(hours: number, byHour: readonly { hour_of_day: number; appeals: number }[]): number {
  const left = (hour: number) => Math.min(1, Math.max(0, hour + 1 - hours));
  const all = byHour.reduce((sum, { appeals }) => sum + appeals, 0);
  const after = byHour.reduce((sum, { hour_of_day, appeals }) => sum + appeals * left(hour_of_day), 0);
  return all > 0 ? after / all : 0;
}

/**
 * Which days of a version of the data have data: worked out once for a version, of all appeals, from the smallest table with days.
 * The last day is whole unless more is still to be expected after the newest appeal, by the hours of a usual year.
 */
export async function readCoverage(
  database: Database,
  publication: Publication,
  city: City,
  tables: readonly Table[],
): Promise<Coverage | undefined> {
  const history = historyOf(publication, city.time_zone);
  const ask = async <Row>(query: Query): Promise<Row[]> => {
    const { text, parameters } = compileQuery(planQuery(query, everything, history, city, tables));
    const settings = boundsOfQuestions;
    return (await database.rows<Row>({ sql: text, parameters, settings, label: 'coverage' })).rows;
  };
  const [days, byHour] = await Promise.all([
    ask<DayCount>(appealsBy('day')),
    ask<{ hour_of_day: number; appeals: number }>({ ...appealsBy('hour_of_day'), ...usualYear(publication) }),
  ]);
  if (days.length === 0) return undefined;
  return coverageOf(days, {
    published: localDay(publication.published, city.time_zone),
    shareAfterNewest: shareAfter(hoursPassed(publication.newestAppeal, city.time_zone), byHour),
  });
}

/** Reads which days have data, anew only where the months that count are others: a version that sums up years has the same days. */
export function createCoverageReader(
  database: Database,
  city: City,
  tables: () => Promise<readonly Table[]>,
) {
  let kept: { key: string; coverage: Coverage | undefined } | null = null;
  return async (publication: Publication): Promise<Coverage | undefined> => {
    const { generations, newestAppeal, firstDay, lastDay, published } = publication;
    const today = localDay(published, city.time_zone);
    const key = JSON.stringify([generations, newestAppeal, firstDay, lastDay, today]);
    if (kept?.key !== key)
      kept = { key, coverage: await readCoverage(database, publication, city, await tables()) };
    return kept.coverage;
  };
}
