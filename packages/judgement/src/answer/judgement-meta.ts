import type { JudgementMeta } from '@hotline-atlas/model';
import { asOf, costTold, type History } from '@hotline-atlas/query';
import type { ReadSeries } from '../series/read-series.ts';
import type { Steps } from '../series/steps.ts';
import { rounded } from './numbers.ts';

/** What a judgement says about itself. */
export const judgementMeta = (
  history: History,
  timeZone: string,
  steps: Pick<Steps, 'period' | 'incomplete'>,
  read: readonly ReadSeries[],
  judgingMilliseconds: number,
): JudgementMeta => ({
  as_of: asOf(history),
  source: read[0]?.source ?? '',
  rows_read: costTold(
    history,
    read.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
  ),
  milliseconds: rounded(Math.max(0, ...read.map(({ milliseconds }) => milliseconds)), 1) ?? 0,
  judging_milliseconds: rounded(judgingMilliseconds, 1) ?? 0,
  period: steps.period,
  time_zone: timeZone,
  incomplete: steps.incomplete,
});
