import { overlap, type Period, type RateMetric, rateMetrics } from '@hotline-atlas/model';
import { periodOf } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import type { Counted } from './expectation.ts';
import { fewestGroups, fewest as fewestInGroup } from './gathered.ts';
import type { RatesQuestion } from './request.ts';

/**
 * The question behind the rates: numerator and denominator of each group, by topic where topics say what is
 * expected.
 */
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

/**
 * Other rates that can be judged of the same appeals: at least three groups have enough appeals that count
 * for them. Asked for where the rate that was meant cannot be told.
 */
export async function readInstead(
  question: RatesQuestion,
  period: Period,
  run: JudgementRun,
): Promise<RateMetric[]> {
  const others = rateMetrics.filter((metric) => metric !== question.metric);
  const isJudged = async (metric: RateMetric): Promise<boolean> => {
    const { series } = await readSeries(rateSeries({ ...question, metric, expected: 'mean' }, period), run);
    const enough = series.filter(({ keys, counts }) => keys[0] !== '' && sumOf(counts[1]) >= fewestInGroup);
    return enough.length >= fewestGroups;
  };
  const judged = await Promise.all(others.map(isJudged));
  return others.filter((_, index) => judged[index]);
}

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
