import { later, type Period, shift } from '@hotline-atlas/model';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import type { Steps } from '../series/steps.ts';
import type { ClustersQuestion } from './request.ts';

const usualMonths = 24;

/**
 * The longer time the usual share of each place comes from: two years up to the end, as far as there is data.
 */
const usualPeriod = ({ period }: Steps, firstDay: string): Period => ({
  from: later(firstDay, shift(period.to, 'month', -usualMonths)),
  to: period.to,
});

/** The questions behind an answer: the steps themselves, and the longer time. */
export function clusterSeries(
  { selection, level, resolution, step }: ClustersQuestion,
  steps: Steps,
  firstDay: string,
): { steps: SeriesQuestion; usual: SeriesQuestion } {
  const question = { selection, dimensions: [level], resolution };
  return {
    steps: { ...question, period: steps.period, grain: step },
    usual: { ...question, period: usualPeriod(steps, firstDay), grain: null },
  };
}

/** Reads them side by side. */
export async function readClusters(
  question: ClustersQuestion,
  steps: Steps,
  run: JudgementRun,
): Promise<{ steps: ReadSeries; usual: ReadSeries }> {
  const asked = clusterSeries(question, steps, run.history.span.from);
  const [read, usual] = await Promise.all([readSeries(asked.steps, run), readSeries(asked.usual, run)]);
  return { steps: read, usual };
}
