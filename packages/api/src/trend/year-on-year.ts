import type { City } from '@hotline-atlas/city';
import {
  type Bilingual,
  daysBetween,
  type Localized,
  type Period,
  shift,
  type TrendGrain,
  type YearOnYear,
} from '@hotline-atlas/model';
import { comparableDays, type Holiday } from '@hotline-atlas/statistics';
import { rounded } from '../judgement/numbers.ts';
import { observedAt, type Sums } from './observed.ts';

type Calendar = Pick<City, 'holidays'>;

const epoch = '1970-01-01';
const dayNumber = (day: string): number => daysBetween(epoch, day);
const dayOf = (number: number): string => shift(epoch, 'day', number);
const numbered = ({ from, to }: Period) => ({ from: dayNumber(from), to: dayNumber(to) });

/** How much is compared: a year of months, a quarter of weeks, four weeks of days. */
export const comparedSteps: Record<TrendGrain, number> = { month: 12, week: 13, day: 28 };

/** A festival of a week moves the days around it as well. */
const longHoliday = 7;

/** A name as both languages of the interface show it. */
export const bilingual = ({ en, zh }: Localized): Bilingual => ({ en, zh: zh ?? en });

/** The days off of a city; the same kind comes back every year under a name that ends with the year. */
export const holidaysOf = ({ holidays }: Calendar): Holiday[] =>
  holidays
    .filter(({ working }) => !working)
    .map(({ name, ...span }) => ({
      ...numbered(span),
      kind: name.replace(/_?\d{4}$/, ''),
      margin: daysBetween(span.from, span.to) >= longHoliday ? longHoliday : 0,
    }));

const noCounterpart: Bilingual = { en: 'No comparable day a year before', zh: '上年无可比日' };

function reasonOf(day: number, { holidays }: Calendar, regimes: City['regimes']): Bilingual {
  const at = dayOf(day);
  const regime = regimes.find(({ from, to }) => from <= at && at < to);
  const holiday = holidays.find(({ from, to, working }) => !working && from <= at && at < to);
  const named = regime ?? holiday;
  return named ? bilingual(named.label) : noCounterpart;
}

/** Days in a row with the same reason, as spans. */
function leftOutSpans(
  days: Int32Array,
  calendar: Calendar,
  regimes: City['regimes'],
): YearOnYear['left_out'] {
  const spans: YearOnYear['left_out'] = [];
  for (const day of days) {
    const reason = reasonOf(day, calendar, regimes);
    const last = spans.at(-1);
    if (last && last.to === dayOf(day) && last.reason.en === reason.en) last.to = dayOf(day + 1);
    else spans.push({ from: dayOf(day), to: dayOf(day + 1), reason });
  }
  return spans;
}

/**
 * A period against the year before on comparable days: weekday with weekday, holiday with the same holiday wherever it lay.
 * @param sums by day
 * @param regimes whose days are not compared
 */
export function yearOnYear(
  period: Period,
  sums: Sums,
  calendar: Calendar,
  regimes: City['regimes'],
  known: Period,
): YearOnYear | null {
  const { days, counterparts, withoutCounterpart } = comparableDays({
    ...numbered(period),
    holidays: holidaysOf(calendar),
    leftOut: regimes.map(numbered),
  });
  const pairs = [...days].map((day, index) => ({ day, before: counterparts[index] ?? 0 }));
  const first = dayNumber(known.from);
  const used = pairs.filter(({ before }) => before >= first);
  if (used.length === 0) return null;
  const now = observedAt(
    sums,
    used.map(({ day }) => day),
  );
  const before = observedAt(
    sums,
    used.map((pair) => pair.before),
  );
  const tooOld = pairs.filter((pair) => pair.before < first).map(({ day }) => day);
  const compared = used.map((pair) => pair.before);
  return {
    period,
    compared_period: { from: dayOf(Math.min(...compared)), to: dayOf(Math.max(...compared) + 1) },
    days: used.length,
    value: now.value,
    before: before.value,
    change_share:
      now.value !== null && before.value ? rounded((now.value - before.value) / before.value, 5) : null,
    value_numerator: now.numerator,
    value_denominator: now.denominator,
    before_numerator: before.numerator,
    before_denominator: before.denominator,
    left_out: leftOutSpans(Int32Array.from([...withoutCounterpart, ...tooOld]).sort(), calendar, regimes),
  };
}
