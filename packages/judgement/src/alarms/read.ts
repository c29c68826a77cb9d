import type { Clause, DimensionName, LocalDate, Watch } from '@hotline-atlas/model';
import { boundsOfAlarms } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import type { WatchSteps } from './watch-steps.ts';

const dayOfWeek = (day: LocalDate): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;

/** Only the days of the week that are compared, where days are watched. */
const sameDays = (watch: Watch, day: LocalDate): Clause[] =>
  watch === 'day' ? [{ dimension: 'day_of_week', exclude: false, values: [String(dayOfWeek(day))] }] : [];

const topics: readonly DimensionName[] = ['district', 'topic1', 'topic2', 'topic3'];
const areas: readonly DimensionName[] = ['district', 'subdistrict', 'topic1'];

/** The two questions all series of a day come from. */
export function alarmSeries(
  where: readonly Clause[],
  day: LocalDate,
  steps: WatchSteps,
): { byTopic: SeriesQuestion; byArea: SeriesQuestion } {
  const question = (dimensions: readonly DimensionName[]): SeriesQuestion => ({
    selection: { where: [...where, ...sameDays(steps.watch, day)], withoutRegimes: [] },
    period: steps.period,
    dimensions,
    grain: 'day',
    bounds: boundsOfAlarms,
  });
  return { byTopic: question(topics), byArea: question(areas) };
}

/** Reads them side by side. */
export async function readAlarms(
  where: readonly Clause[],
  day: LocalDate,
  steps: WatchSteps,
  run: JudgementRun,
): Promise<{ byTopic: ReadSeries; byArea: ReadSeries }> {
  const asked = alarmSeries(where, day, steps);
  const [byTopic, byArea] = await Promise.all([
    readSeries(asked.byTopic, run),
    readSeries(asked.byArea, run),
  ]);
  return { byTopic, byArea };
}
