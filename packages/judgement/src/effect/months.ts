import {
  earlier,
  floorTo,
  isWithin,
  type LocalDate,
  later,
  type MonthlyTopicEffect,
  monthsBetween,
  overlap,
  type Period,
  shift,
  startsBucket,
} from '@hotline-atlas/model';
import { type Ripening, seriesOf } from '../ripeness/development.ts';
import { isComparable } from '../ripeness/standing.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { EffectQuestion } from './question.ts';

/** Months before the work that are looked at: four of each calendar month. */
const mostBefore = 48;
/** Months since the work began that are looked at. */
const mostAfter = 24;

type LeftOut = MonthlyTopicEffect['meta']['left_out'][number];

/** The months that are used. */
export interface EffectMonths {
  /** First days, in order. */
  starts: LocalDate[];
  /** How many of them lie before the work. */
  before: number;
  leftOut: LeftOut[];
}

const monthOf = (start: LocalDate): Period => ({ from: start, to: shift(start, 'month', 1) });

/** Why a month is not used; null where it is. */
function whyNot(
  month: Period,
  workFrom: LocalDate,
  measure: EffectQuestion['measure'],
  { history, city }: JudgementRun,
  ripening: Ripening,
): LeftOut['why'] | null {
  if (city.regimes.some((regime) => overlap(regime, month))) return 'regime';
  if (!isWithin(month, history.coverage.spans)) return 'no_data';
  if (month.from < workFrom && workFrom < month.to) return 'begins';
  const series = seriesOf[measure];
  return series && !isComparable(ripening, series, month) ? 'not_ripe' : null;
}

/** Leaves out the months of the work that have no counterpart before: season cannot be told from effect. */
function withCounterparts(starts: readonly LocalDate[], workFrom: LocalDate) {
  const calendar = (start: LocalDate): string => start.slice(5, 7);
  const known = new Set(starts.filter((start) => start < workFrom).map(calendar));
  const has = (start: LocalDate): boolean => known.has(calendar(start));
  return { used: starts.filter(has), without: starts.filter((start) => !has(start)) };
}

/** The months about a day the work began on: whole, out of regimes, ripe, and with a counterpart before. */
export function effectMonths(
  { measure }: Pick<EffectQuestion, 'measure'>,
  workFrom: LocalDate,
  run: JudgementRun,
  ripening: Ripening,
): EffectMonths {
  const { span, completeTo } = run.history;
  const begun = floorTo(workFrom, 'month');
  const first = later(shift(begun, 'month', -mostBefore), floorTo(span.from, 'month'));
  const end = earlier(shift(begun, 'month', mostAfter + 1), floorTo(completeTo, 'month'));
  const count = first < end ? monthsBetween(first, end) : 0;
  const all = Array.from({ length: count }, (_, at) => shift(first, 'month', at)).filter(
    (start) => !startsBucket(workFrom, 'month') || start < shift(begun, 'month', mostAfter),
  );
  const told = all.map((start) => ({
    start,
    why: whyNot(monthOf(start), workFrom, measure, run, ripening),
  }));
  const whole = told.filter(({ why }) => why === null).map(({ start }) => start);
  const { used, without } = withCounterparts(whole, workFrom);
  const reasons: LeftOut[] = told.flatMap(({ start, why }) =>
    why ? [{ month: start.slice(0, 7), why }] : [],
  );
  const lone = without.map((start): LeftOut => ({ month: start.slice(0, 7), why: 'no_counterpart' }));
  return {
    starts: used,
    before: used.filter((start) => start < workFrom).length,
    leftOut: [...reasons, ...lone].sort((one, other) => (one.month < other.month ? -1 : 1)),
  };
}
