import type { City } from '@hotline-atlas/city';
import {
  type EffectObstacle,
  type MonthlyTopicEffect,
  metricOf,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { readRipening } from '../ripeness/read-development.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { inThread } from '../threads/threads.ts';
import { judgeEffect } from './judge.ts';
import { effectMethod } from './method.ts';
import { type EffectMonths, effectMonths } from './months.ts';
import { obstacleWords } from './obstacles.ts';
import { effectPanel } from './panel.ts';
import { controlsOf, type EffectQuestion } from './question.ts';
import { readEffect } from './read.ts';
import {
  differenceInDifferencesOf,
  type Found,
  inTimeOf,
  obstacleAfter,
  obstacleBefore,
  placebosOf,
  seriesOf,
  syntheticOf,
  verdictOf,
} from './shape.ts';

/** With fewer controls nothing is fitted. */
const fewestControls = 3;

/** The months about the work; null where it has not begun as far as the data knows. */
async function monthsOf(
  question: EffectQuestion,
  city: City,
  run: JudgementRun,
): Promise<EffectMonths | null> {
  const { workFrom } = question;
  if (workFrom === null || workFrom >= run.history.completeTo) return null;
  return effectMonths(question, workFrom, run, await readRipening({ ...run, timeZone: city.time_zone }));
}

/** Reads and judges what can be; null where there are no months. */
async function find(
  question: EffectQuestion,
  months: EffectMonths | null,
  run: JudgementRun,
): Promise<{ found: Found | null; obstacle: EffectObstacle | null }> {
  if (!months || months.starts.length === 0)
    return { found: null, obstacle: obstacleBefore(months, undefined) };
  const read = await readEffect(question, months.starts, run);
  const panel = effectPanel(read, months);
  const found = { months, read, panel, judged: null };
  const obstacle = obstacleBefore(months, panel.work);
  if (obstacle || !panel.work || panel.controls.length < fewestControls)
    return { found, obstacle: obstacle ?? 'few_controls' };
  const judged = { ...found, judged: await inThread(judgeEffect, panel.work, run.signal) };
  return { found: judged, obstacle: obstacleAfter(judged) };
}

const noSeries: MonthlyTopicEffect['series'] = {
  ...{ month: [], after: [], actual: [], of: [], control: [], gap: [], difference_control: [] },
};

function metaOf(
  question: EffectQuestion,
  months: EffectMonths | null,
  found: Found | null,
  city: City,
  run: JudgementRun,
): MonthlyTopicEffect['meta'] {
  const { topic, revision, measure, workFrom, workTo } = question;
  const [first, last] = [months?.starts[0], months?.starts.at(-1)];
  const { span } = run.history;
  const period: Period =
    first && last ? { from: first, to: shift(last, 'month', 1) } : { ...span, to: span.from };
  const [before, all] = [months?.before ?? 0, months?.starts.length ?? 0];
  return {
    ...judgementMeta(
      run.history,
      city.time_zone,
      { period, incomplete: [] },
      found ? [found.read.read] : [],
      found?.judged?.milliseconds ?? 0,
    ),
    ...{ topic, revision, measure, kind: metricOf(measure).kind === 'sum' ? 'counts' : 'rate' },
    ...{ controls: controlsOf(question), work_from: workFrom, work_to: workTo },
    ...{ months_before: before, months_after: all - before, left_out: months?.leftOut ?? [] },
    ...{ candidates: found?.read.controls.length ?? 0, used: found?.panel.controls.length ?? 0 },
  };
}

/** `GET /api/monthly-topics/:id/effect`. */
export async function answerEffect(
  question: EffectQuestion,
  city: City,
  run: JudgementRun,
): Promise<MonthlyTopicEffect> {
  const months = await monthsOf(question, city, run);
  const { found, obstacle } = await find(question, months, run);
  const judged = found?.judged;
  const meta = metaOf(question, months, found, city, run);
  return {
    meta,
    verdict: obstacle || !judged ? 'cannot_say' : verdictOf(judged.now),
    obstacle: obstacle && { code: obstacle, ...obstacleWords[obstacle] },
    series: found ? seriesOf(found) : noSeries,
    synthetic: found && syntheticOf(found),
    difference_in_differences: found && differenceInDifferencesOf(found),
    placebos_in_space: found ? placebosOf(found) : [],
    placebo_in_time: found && inTimeOf(found),
    method: effectMethod({
      ...{ months_before: meta.months_before, months_after: meta.months_after, controls: meta.used },
    }),
    notice: null,
  };
}
