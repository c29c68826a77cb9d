import type { Period } from '@hotline-atlas/model';
import {
  type JudgementRun,
  type ReadSeries,
  readSeries,
  type SeriesQuestion,
} from '../judgement/read-series.ts';
import { periodOf } from '../plan/plan.ts';
import { overlap } from '../plan/reading.ts';
import type { Counted } from './expectation.ts';
import type { RatesQuestion } from './request.ts';

/** The question behind the rates: numerator and denominator of each group, by topic where topics say what is expected. */
export const rateSeries = (
  { selection, metric, by, expected }: RatesQuestion,
  period: Period,
): SeriesQuestion => ({
  selection,
  period,
  dimensions: expected === 'topics' ? [by, 'topic2'] : [by],
  grain: null,
  metrics: [metric],
});

const nothing: ReadSeries = { series: [], source: '', rowsRead: 0, milliseconds: 0 };
const sumOf = (counts: Uint32Array | undefined): number =>
  counts?.reduce((sum, count) => sum + count, 0) ?? 0;

/** Reads the counts of every group and topic, and of the appeals without one under ''. */
export async function readRates(
  question: RatesQuestion,
  run: JudgementRun,
): Promise<{ period: Period; counts: Counted[]; read: ReadSeries }> {
  const asked = periodOf(question.selection, run.history);
  const period = overlap(asked, run.history.span) ?? { from: asked.from, to: asked.from };
  const read = period.from === period.to ? nothing : await readSeries(rateSeries(question, period), run);
  const counts = read.series.map(({ keys: [group = '', topic = ''], counts: [numerator, denominator] }) => ({
    group,
    topic,
    numerator: sumOf(numerator),
    denominator: sumOf(denominator),
  }));
  return { period, counts, read };
}
