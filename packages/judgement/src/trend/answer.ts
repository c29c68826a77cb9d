import type { City } from '@hotline-atlas/city';
import { metricOf, type Notice, type Period, type Trend } from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { inThread } from '../threads/threads.ts';
import { isMostlyReal, judgeTrend, type TrendInput, type TrendJudged } from './judge.ts';
import { marksOf } from './marks.ts';
import { trendMethod } from './method.ts';
import { isTooFew, observedAt, type Sums, sumsOf } from './observed.ts';
import { comparedPeriod, readTrend } from './read.ts';
import type { TrendQuestion } from './request.ts';
import { changeOf, forecastOf, type Judged, seasonsOf, seriesOf, trendStrengthOf } from './shape.ts';
import { completeRange, type TimeLine, timeLineOf } from './time-line.ts';
import { compareYears } from './year-on-year.ts';

const seasons = { month: [12], week: [52], day: [7, 365] } as const;
const forecastSeason = { month: 12, week: 52, day: 7 } as const;
const forecastMemory = { month: 240, week: 312, day: 371 } as const;

/** Regimes of a city whose days are left out. */
const namedRegimes = ({ selection, regimes }: TrendQuestion, city: City): City['regimes'] =>
  regimes === 'keep' ? [] : city.regimes.filter(({ name }) => selection.withoutRegimes.includes(name));

/** Values from the first complete step to the last, NaN where there is none. */
function inputOf(question: TrendQuestion, line: TimeLine, sums: Sums): TrendInput | null {
  const range = completeRange(line);
  if (!range) return null;
  const values = Float64Array.from(line.days.slice(range.first, range.last + 1), (day, index) => {
    const observed = observedAt(sums, [day]);
    const isJudged = line.states[range.first + index] === 'complete' && !isTooFew(observed);
    return isJudged ? (observed.value ?? Number.NaN) : Number.NaN;
  });
  return {
    values,
    periods: [...seasons[question.grain]],
    forecastPeriod: forecastSeason[question.grain],
    horizon: question.horizon,
    memory: forecastMemory[question.grain],
  };
}

/** Why nothing can be judged; null where it can. */
function obstacle(input: TrendInput | null, sums: Sums): Notice | null {
  if (!input) return notice(sums.value.size > 0 ? 'too_few_steps' : 'no_data');
  const present = input.values.filter((value) => !Number.isNaN(value));
  if (present.every((value) => value === 0)) return notice('no_data');
  if (present.length < 2) return notice('too_few_steps');
  return isMostlyReal(input) ? null : notice('mostly_bridged');
}

/** The last complete steps against the year before; nothing where there are none. */
async function lastYears(question: TrendQuestion, line: TimeLine, city: City, run: JudgementRun) {
  const period = comparedPeriod(line);
  if (!period) return { compared: null, read: [] };
  const { compared, read } = await compareYears(question, period, city, run);
  const { source, rows_read, milliseconds } = read;
  return { compared, read: [{ series: [], source, rowsRead: rows_read ?? 0, milliseconds }] };
}

/** `GET /api/trend`. */
export async function answerTrend(question: TrendQuestion, city: City, run: JudgementRun): Promise<Trend> {
  const { period, steps } = await readTrend(question, run);
  const sums = sumsOf(steps.series, question.metric);
  const leftOut = namedRegimes(question, city);
  const line = timeLineOf(period, question.grain, leftOut, run.history);
  const input = inputOf(question, line, sums);
  const why = obstacle(input, sums);
  const [judged, years] = await Promise.all([
    why || !input ? null : inThread(judgeTrend, input, run.signal),
    why ? { compared: null, read: [] } : lastYears(question, line, city, run),
  ]);
  return shaped({ question, line, sums, judged, offset: completeRange(line)?.first ?? 0 }, period, {
    why,
    compared: years.compared,
    read: [steps, ...years.read],
    city,
    run,
  });
}

interface Around {
  why: Notice | null;
  compared: Trend['year_on_year'];
  read: ReadSeries[];
  city: City;
  run: JudgementRun;
}

function shaped(judgedLine: Judged, period: Period, { why, compared, read, city, run }: Around): Trend {
  const { question, line, judged } = judgedLine;
  const incomplete = line.starts.filter((_, step) => line.states[step] === 'incomplete');
  const used = line.states.filter((state) => state === 'complete').length;
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete }, read, judged?.milliseconds ?? 0),
      metric: question.metric,
      unit: metricOf(question.metric).unit,
      grain: question.grain,
    },
    series: seriesOf(judgedLine),
    seasons: seasonsOf(judgedLine),
    trend_strength: trendStrengthOf(judgedLine),
    change: changeOf(judgedLine),
    forecast: forecastOf(judgedLine),
    year_on_year: compared,
    marks: marksOf(period, city),
    method: trendMethod(question, judged ?? nothing, { steps: line.starts.length, complete: used }),
    notice: why,
  };
}

const nothing: Pick<TrendJudged, 'parts' | 'forecast'> = { parts: null, forecast: null };
