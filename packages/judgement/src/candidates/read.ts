import {
  type CandidateLevel,
  type Clause,
  isWithin,
  type LocalDate,
  overlap,
  type Period,
  type Selection,
  shift,
} from '@hotline-atlas/model';
import { type MonthlyCounts, monthsOf } from '../change/months.ts';
import { type ReadSides, readSides } from '../change/sides.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries } from '../series/read-series.ts';
import { stepsOf } from '../series/steps.ts';
import type { CandidatesQuestion } from './request.ts';

/** Months the season and the usual level are known from: ten years at the most. */
const historyMonths = 120;
/** Years back that are looked at for one that lies in no regime. */
const mostYears = 4;

/** The months a month is held against; null where there is none out of regimes. */
export interface ComparedMonths {
  year: Period | null;
  previous: Period | null;
}

/** What is read for the candidates of a month. */
export interface ReadCandidates {
  /** By parents, topic and subdistrict: appeals, resolved, of so many asked. */
  figures: ReadSeries;
  /** By topic: callers, of so many appeals whose caller is known. */
  repeats: ReadSeries;
  history: ReadSeries;
  /** First days of the months of history: usual ones, up to the month itself. */
  starts: LocalDate[];
  year: ReadSides | null;
  previous: ReadSides | null;
}

/** The dimensions of a topic: its parents, and itself at the end. */
const dimensionsOf = (level: CandidateLevel) =>
  level === 'topic2' ? (['topic1', 'topic2'] as const) : (['topic1', 'topic2', 'topic3'] as const);

/** Whether a period lies in no regime of the city, and begins inside the data. */
const isUsual = (period: Period, { city, history }: JudgementRun): boolean =>
  period.from >= history.span.from && !city.regimes.some((regime) => overlap(regime, period));

const moved = ({ from, to }: Period, months: number): Period => ({
  from: shift(from, 'month', -months),
  to: shift(to, 'month', -months),
});

/** The same month of the newest earlier year out of regimes, and the month before. */
export function comparedMonths(period: Period, run: JudgementRun): ComparedMonths {
  const years = Array.from({ length: mostYears }, (_, at) => moved(period, 12 * (at + 1)));
  const previous = moved(period, 1);
  return {
    year: years.find((each) => isUsual(each, run)) ?? null,
    previous: isUsual(previous, run) ? previous : null,
  };
}

/** The usual months up to the end of the one asked for that have data on every day. */
function historyOf({ to }: Period, { city, history }: JudgementRun): LocalDate[] {
  const withoutRegimes = city.regimes.map(({ name }) => name);
  const { starts } = stepsOf({ where: [], withoutRegimes, to }, history, city, 'month', historyMonths);
  return starts.filter((start) =>
    isWithin({ from: start, to: shift(start, 'month', 1) }, history.coverage.spans),
  );
}

/** The clauses of a question. */
const clausesOf = ({ district }: Pick<CandidatesQuestion, 'district'>): Clause[] =>
  district === null ? [] : [{ dimension: 'district', exclude: false, values: [district] }];

const nothing: ReadSeries = { series: [], source: '', rowsRead: 0, milliseconds: 0 };

function readHistory(
  selection: Selection,
  level: CandidateLevel,
  starts: readonly LocalDate[],
  run: JudgementRun,
): Promise<ReadSeries> | ReadSeries {
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return nothing;
  const period = { from: first, to: shift(last, 'month', 1) };
  return readSeries({ selection, period, dimensions: [level], grain: 'month' }, run);
}

/** Both sides of every topic, on days that have a counterpart. */
function readGrowth(
  selection: Selection,
  level: CandidateLevel,
  sides: { period: Period; compared: Period | null },
  run: JudgementRun,
  timeZone: string,
): Promise<ReadSides> | null {
  const { period, compared } = sides;
  if (!compared) return null;
  const isYear = compared.from === shift(period.from, 'year', -1);
  return readSides(
    {
      selection: { ...selection, ...period },
      ...{ metric: 'appeals', by: level, compare: isYear ? 'year' : compared, kind: 'counts' },
    },
    run,
    timeZone,
  );
}

/** Reads what is known of the topics of a month: five statements, one of them on the rows of the month. */
export async function readCandidates(
  question: CandidatesQuestion,
  period: Period,
  compared: ComparedMonths,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCandidates> {
  const { level } = question;
  const selection: Selection = { where: clausesOf(question), withoutRegimes: [] };
  const starts = historyOf(period, run);
  const of = { selection, period, grain: null };
  const growth = (against: Period | null) =>
    readGrowth(selection, level, { period, compared: against }, run, timeZone);
  const [figures, repeats, history, year, previous] = await Promise.all([
    readSeries(
      { ...of, dimensions: [...dimensionsOf(level), 'subdistrict'], metrics: ['appeals', 'resolution_rate'] },
      run,
    ),
    readSeries({ ...of, dimensions: [level], metrics: ['repeat_share'] }, run),
    readHistory(selection, level, starts, run),
    growth(compared.year),
    growth(compared.previous),
  ]);
  return { figures, repeats, history, starts, year, previous };
}

/** The history of some topics as matrices; the whole is the first row. */
export const historyOfTopics = (
  { history, starts }: Pick<ReadCandidates, 'history' | 'starts'>,
  topics: readonly string[],
): MonthlyCounts => monthsOf(history, topics, starts);
