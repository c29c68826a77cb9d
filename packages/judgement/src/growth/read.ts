import { daysBetween, type Period, type Selection } from '@hotline-atlas/model';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import { type JudgedPeriods, yearsBack } from './earlier-periods.ts';
import type { GrowthQuestion } from './request.ts';

/** Which appeals are counted: those of usual times too, whatever regimes the period leaves out. */
const ofEarlier = (selection: Selection): Selection => ({ ...selection, withoutRegimes: [] });

/** The question behind the cells of one period. */
export const cellsOfPeriod = (
  { selection, rows, columns }: Pick<GrowthQuestion, 'selection' | 'rows' | 'columns'>,
  period: Period,
): SeriesQuestion => ({ selection, period, dimensions: [rows, columns], grain: null });

/** The question behind the season of the columns in one earlier year. */
export const seasonOfYear = (
  { selection, columns }: Pick<GrowthQuestion, 'selection' | 'columns'>,
  period: Period,
  grain: 'month' | 'day',
): SeriesQuestion => ({ selection: ofEarlier(selection), period, dimensions: [columns], grain });

/** Counts of an earlier year by column and step of time. */
interface ReadYear {
  read: ReadSeries;
  /** The judged period and the earlier ones, in that year. */
  periods: Period[];
}

/** Everything that is read for a matrix: the judged period first, then the earlier ones. */
export interface ReadGrowth {
  cells: ReadSeries[];
  years: ReadYear[];
}

/** All days of some periods, the newest of which is first. */
const spanOf = (periods: readonly [Period, ...Period[]]): Period => ({
  from: periods.at(-1)?.from ?? periods[0].from,
  to: periods[0].to,
});

/** Statements of one matrix that the engine works on at a time: others ask too. */
const atOnce = 4;

/** Answers of some questions in their order, few of them asked at a time. */
async function inTurn<Asked, Answer>(
  all: readonly Asked[],
  ask: (asked: Asked) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < all.length; at += atOnce)
    answers.push(...(await Promise.all(all.slice(at, at + atOnce).map(ask))));
  return answers;
}

/** Reads the cells of all periods, and the columns of earlier years. */
export async function readGrowth(
  question: GrowthQuestion,
  { period, earlier, years, ...moves }: JudgedPeriods,
  run: JudgementRun,
): Promise<ReadGrowth> {
  const { selection } = question;
  const cells = [period, ...earlier].map((each) => {
    const counted = each === period ? selection : ofEarlier(selection);
    return cellsOfPeriod({ ...question, selection: counted }, each);
  });
  const moved = years.map((back): [Period, ...Period[]] => {
    const then = (each: Period) => yearsBack(each, back, moves);
    return [then(period), ...earlier.map(then)];
  });
  const seasons = moved.map((periods) => seasonOfYear(question, spanOf(periods), moves.grain));
  const read = await inTurn([...cells, ...seasons], (asked) => readSeries(asked, run));
  return {
    cells: read.slice(0, cells.length),
    years: moved.flatMap((periods, at) => {
      const own = read[cells.length + at];
      return own ? [{ periods, read: own }] : [];
    }),
  };
}

/** The position of the period that a day lies in, by days since 1970; undefined where it lies in none. */
export function periodOfDay(periods: readonly Period[]): (day: number) => number | undefined {
  const epoch = '1970-01-01';
  const spans = periods.map(({ from, to }) => [daysBetween(epoch, from), daysBetween(epoch, to)] as const);
  return (day) => {
    const at = spans.findIndex(([from, to]) => day >= from && day < to);
    return at < 0 ? undefined : at;
  };
}
