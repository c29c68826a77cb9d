import { bucketEnd, overlap, type Period } from '@hotline-atlas/model';
import { periodOf } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import type { TrendQuestion } from './request.ts';
import { completeRange, type TimeLine } from './time-line.ts';
import { comparedSteps } from './year-on-year.ts';

/** The question behind a trend: its steps. */
export function trendSeries({ selection, metric, grain }: TrendQuestion, period: Period): SeriesQuestion {
  const kept = { ...selection, withoutRegimes: [] };
  return { period, dimensions: [], grain, selection: kept, metrics: [metric] };
}

/** Reads the steps. */
export async function readTrend(
  question: TrendQuestion,
  run: JudgementRun,
): Promise<{ period: Period; steps: ReadSeries }> {
  const asked = periodOf(question.selection, run.history);
  const period = overlap(asked, run.history.span) ?? { from: asked.from, to: asked.from };
  if (period.from === period.to) return { period, steps: nothing };
  return { period, steps: await readSeries(trendSeries(question, period), run) };
}

const nothing: ReadSeries = { series: [], source: '', rowsRead: 0, milliseconds: 0 };

/** What is compared with the year before: the last complete steps; null where there are none. */
export function comparedPeriod(line: TimeLine): Period | null {
  const range = completeRange(line);
  if (!range) return null;
  const first = Math.max(range.first, range.last + 1 - comparedSteps[line.grain]);
  const [from, last] = [line.starts[first] ?? '', line.starts[range.last] ?? ''];
  return { from, to: bucketEnd(last, line.grain) };
}
