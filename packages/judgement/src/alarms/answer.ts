import type { City } from '@hotline-atlas/city';
import {
  type Alarm,
  type Alarms,
  type Fall,
  type LocalDate,
  type Notice,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { type History, notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { outside, withoutDataIn } from '../series/days-without-data.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { fallOf } from './fall.ts';
import { type AlarmsInput, type AlarmsJudged, rules } from './judge.ts';
import { judgeInParts } from './judge-in-parts.ts';
import { exceedingOf, measuredSeries, nearestOf, wholeOf } from './measured.ts';
import { importance, type Merged, mergeUpwards } from './merge.ts';
import { alarmsMethod } from './method.ts';
import { readAlarms } from './read.ts';
import { endsOf, readRecent } from './recent.ts';
import type { AlarmsQuestion } from './request.ts';
import { findSeasons } from './seasons.ts';
import { shapeAlarm } from './shape.ts';
import { touchingIn } from './touching.ts';
import { kept, spanOf, type WatchSteps, watchSteps } from './watch-steps.ts';
import { type WatchedSeries, watchedSeries } from './watched-series.ts';

const alpha = 0.01;
/** Steps a step is compared with. */
const fewestBefore = 3;

/** The last day that has passed. */
const lastComplete = ({ completeTo }: History): LocalDate => shift(completeTo, 'day', -1);

/** Counts of all series side by side. */
function flattened(series: readonly WatchedSeries[], steps: number): Uint32Array {
  const counts = new Uint32Array(series.length * steps);
  series.forEach((each, row) => {
    counts.set(each.counts, row * steps);
  });
  return counts;
}

const countOf = (values: ArrayLike<number>, is: (value: number) => boolean): number =>
  Array.from(values).filter(is).length;

interface Watched {
  day: LocalDate;
  steps: WatchSteps;
  read: { byTopic: ReadSeries; byArea: ReadSeries };
  series: WatchedSeries[];
}

async function watch(question: AlarmsQuestion, city: City, run: JudgementRun): Promise<Watched> {
  const day = question.day ?? lastComplete(run.history);
  const { span, coverage } = run.history;
  const steps = watchSteps(day, question.watch, span.from, city.regimes, coverage);
  const read = await readAlarms(question.where, day, steps, run);
  return { day, steps, read, series: watchedSeries(read.byTopic.series, read.byArea.series, steps) };
}

/** A day without data is told as that; only days with data can be too few. */
function obstacle({ day, series, steps }: Watched, city: City, history: History): Notice | null {
  const unknown = withoutDataIn(spanOf(day, steps.watch), history, city);
  if (unknown) return unknown;
  if (series.length === 0) return notice('no_data');
  const before = countOf(steps.leftOut.subarray(0, -1), (state) => state === kept);
  return before < fewestBefore ? notice('no_history') : null;
}

/** Where the days before tell nothing of a series that has enough appeals, and none could be tested. */
const nothingTold = (judged: AlarmsJudged, tested: number): boolean =>
  tested === 0 && judged.p.some((p) => Number.isNaN(p));

/** Spans without data among the steps that are shown. */
function missingIn({ day, steps }: Watched, { span, coverage }: History): Period[] {
  const [first = day] = endsOf(day, steps.watch, span.from);
  const shown = { from: spanOf(first, steps.watch).from, to: shift(day, 'day', 1) };
  return outside(shown, coverage.spans);
}

const mostImportant = (merged: readonly Merged[], limit: number): Merged[] =>
  [...merged].sort((a, b) => importance(b) - importance(a) || a.best.row - b.best.row).slice(0, limit);

function ruleOf(judged: AlarmsJudged, row: number): Alarm['rule'] {
  const rule = rules[judged.rule[row] ?? 0];
  return rule === undefined || rule === 'none' ? 'short_series' : rule;
}

const nothing: AlarmsJudged & { fall: null } = {
  expected: new Float64Array(),
  upper: new Float64Array(),
  score: new Float64Array(),
  dispersion: new Float64Array(),
  p: new Float64Array(),
  rule: new Uint8Array(),
  fall: null,
  milliseconds: 0,
};

/** Judges all series, each by the season its topic has in the whole city. */
async function judgeWithSeasons(
  series: readonly WatchedSeries[],
  input: AlarmsInput,
  signal: AbortSignal,
): Promise<AlarmsJudged & { fall: Fall | null }> {
  const seasons = await findSeasons(series, input, signal);
  const judged = await judgeInParts({ ...input, seasons }, signal);
  return {
    ...judged,
    fall: fallOf(series, input, seasons),
    milliseconds: judged.milliseconds + seasons.milliseconds,
  };
}

/** `GET /api/alarms`. */
export async function answerAlarms(question: AlarmsQuestion, city: City, run: JudgementRun): Promise<Alarms> {
  const watched = await watch(question, city, run);
  const { steps, series, day, read } = watched;
  const why = obstacle(watched, city, run.history);
  const { days, leftOut, ends } = steps;
  const counts = flattened(series, ends.length);
  const input = { counts, steps: ends.length, days, leftOut, alpha };
  const judged = why ? nothing : await judgeWithSeasons(series, input, run.signal);
  const touching = touchingIn(city);
  const measured = why ? [] : measuredSeries(series, judged);
  const exceeding = exceedingOf(measured, question.level);
  const merged = mergeUpwards(exceeding, touching);
  const shown = mostImportant(merged, question.limit);
  const recent = await readRecent(shown, watched, question.where, city, run);
  const tested = countOf(judged.rule, (rule) => rule > 0);
  const period = spanOf(day, question.watch);
  const sources = [read.byTopic, read.byArea, ...recent.read];
  const spent = judged.milliseconds + recent.milliseconds;
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete: [] }, sources, spent),
      day,
      watch: question.watch,
      level: question.level,
      series: series.length,
      tested,
      too_few: series.length - tested,
      missing: missingIn(watched, run.history),
      exceeding: exceeding.length,
      alarms: merged.length,
    },
    alarms: shown.map((each, index) =>
      shapeAlarm(each, {
        day,
        watch: question.watch,
        rule: ruleOf(judged, each.best.row),
        score: judged.score[each.best.row] ?? 0,
        recent: recent.series[index],
        where: question.where,
      }),
    ),
    nearest: nearestOf(measured, question.level, touching),
    whole: wholeOf(measured),
    fall: judged.fall,
    method: alarmsMethod(question, steps, { series: series.length, tested, steps: ends.length }),
    notice: why ?? (nothingTold(judged, tested) ? notice('no_history') : null),
  };
}
