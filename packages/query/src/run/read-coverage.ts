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

/** The hour of a local day in which a moment lies. */
const hourOf = (moment: string, timeZone: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
      new Date(moment),
    ),
  );

interface HourCount {
  hour_of_day: number;
  appeals: number | null;
}

/**
 * Share of a day's appeals that come after an hour: none, where a source knows no times but the day's
 * beginning.
 */
function shareAfter(hour: number, byHour: readonly HourCount[]): number {
  const sum = (hours: typeof byHour) => hours.reduce((total, { appeals }) => total + (appeals ?? 0), 0);
  const all = sum(byHour);
  return all > 0 ? sum(byHour.filter(({ hour_of_day }) => hour_of_day > hour)) / all : 0;
}

/**
 * Which days of a version of the data have data: worked out once for a version, of all appeals, from the
 * smallest table with days. The last day is whole unless more is still to be expected after the newest
 * appeal, by the hours of a usual year, or of everything where that year has no appeals.
 */
async function readCoverage(
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
  const hoursOf = (period: Pick<Query, 'from' | 'to'>) =>
    ask<HourCount>({ ...appealsBy('hour_of_day'), ...period });
  const [days, usual] = await Promise.all([ask<DayCount>(appealsBy('day')), hoursOf(usualYear(publication))]);
  if (days.length === 0) return undefined;
  const byHour = usual.some(({ appeals }) => (appeals ?? 0) > 0) ? usual : await hoursOf({});
  return coverageOf(days, {
    published: localDay(publication.published, city.time_zone),
    shareAfterNewest: shareAfter(hourOf(publication.newestAppeal, city.time_zone), byHour),
  });
}

/**
 * Reads which days have data, anew only where the months that count are others: a version that sums up years
 * has the same days.
 */
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
