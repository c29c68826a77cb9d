import {
  daysBetween,
  daysIn,
  difference,
  earlier,
  intersection,
  isWithin,
  type LocalDate,
  later,
  monthsBetween,
  overlap,
  type Period,
  type Selection,
  shift,
  startsBucket,
} from '@hotline-atlas/model';
import { withoutOf } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { stepsOf } from '../series/steps.ts';

/** Earlier periods that say what is usual. */
const wanted = 8;
/** So many are looked at for those that have data and lie in no regime. */
const mostTried = 24;
/** With fewer, nothing is said. */
export const fewestPeriods = 3;
/** Earlier years the season is known from, at the most. */
const mostYears = 4;
const daysOfYear = 365.25;

/** How a period is moved back: by whole months where it is made of them, else by whole weeks. */
interface Moves {
  grain: 'month' | 'day';
  /** Months, or days. */
  step: number;
  /** The same a year back. */
  year: number;
}

/** The periods that are judged and held against each other. */
export interface JudgedPeriods extends Moves {
  period: Period;
  /** Days of the period that are counted: its days with data. */
  days: number;
  /** The newest first, each as long as the period and whole. */
  earlier: Period[];
  /** How many years back the season is known. */
  years: number[];
}

/** The days a selection asks for, as far as they have passed and have data; the last month by default. */
function periodAsked(selection: Selection, { history, city }: JudgementRun): Period {
  const known: Period = { from: history.span.from, to: history.completeTo };
  if (selection.from)
    return { from: later(selection.from, known.from), to: earlier(selection.to ?? known.to, known.to) };
  const [last] = stepsOf(selection, history, city, 'month', 1).starts.slice(-1);
  return last ? { from: last, to: shift(last, 'month', 1) } : known;
}

function movesOf({ from, to }: Period): Moves {
  if (startsBucket(from, 'month') && startsBucket(to, 'month'))
    return { grain: 'month', step: monthsBetween(from, to), year: 12 };
  return { grain: 'day', step: 7 * Math.ceil(daysBetween(from, to) / 7), year: daysOfYear };
}

const movedBack = ({ from, to }: Period, grain: Moves['grain'], by: number): Period => ({
  from: shift(from, grain, -by),
  to: shift(to, grain, -by),
});

/** The same part of the year some years back: whole weeks where days are told apart. */
export const yearsBack = (period: Period, years: number, { grain, year }: Moves): Period =>
  movedBack(period, grain, grain === 'month' ? years * year : 7 * Math.round((years * year) / 7));

/** Whether a period has data on every day, and lies in no regime. */
function isUsual(period: Period, { history, city }: JudgementRun): boolean {
  return isWithin(period, history.coverage.spans) && !city.regimes.some((regime) => overlap(regime, period));
}

function earlierOf(period: Period, { grain, step }: Moves, run: JudgementRun): Period[] {
  const tried = Array.from({ length: mostTried }, (_, at) => movedBack(period, grain, (at + 1) * step));
  return tried.filter((each) => isUsual(each, run)).slice(0, wanted);
}

/** Days of a period that are counted. */
function daysCounted(period: Period, selection: Selection, run: JudgementRun): number {
  const known = intersection([period], run.history.coverage.spans);
  return daysIn(difference(known, withoutOf(selection, run.city)));
}

/** Which periods are judged and held against each other. */
export function judgedPeriods(selection: Selection, run: JudgementRun): JudgedPeriods {
  const asked = periodAsked(selection, run);
  const period = asked.from < asked.to ? asked : { from: asked.from, to: asked.from };
  if (period.from === period.to)
    return { period, days: 0, earlier: [], years: [], grain: 'day', step: 7, year: daysOfYear };
  const moves = movesOf(period);
  const earlier = earlierOf(period, moves, run);
  const years = Array.from({ length: mostYears }, (_, at) => at + 1).filter((back) =>
    [period, ...earlier].every((each) => isUsual(yearsBack(each, back, moves), run)),
  );
  return { ...moves, period, days: daysCounted(period, selection, run), earlier, years };
}

/** The first day of a period some years back, to name the year. */
export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
