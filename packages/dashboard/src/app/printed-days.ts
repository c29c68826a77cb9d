import type { LocalDate, Period } from '@hotline-atlas/model';
import { shift } from '@hotline-atlas/model';
import { comparedPeriod } from '../address/period.ts';
import { isOfAllDays } from '../features/appeals/list.ts';
import { daysOf } from '../features/area/days.ts';
import { cityScreenOf } from '../features/city/cityScreen.ts';
import type { Screen } from '../screen/screen.ts';
import { followedOn, isCompared } from './followed.ts';

/** The days a page is of, on paper: `any` where they do not limit it, null where it names none. */
export function printedDays(screen: Screen): Period | 'any' | null {
  const { state, meta, days } = screen;
  const { firstDay, lastDay } = meta;
  if (!firstDay || !lastDay) return null;
  const oneDay = (day: LocalDate): Period => ({ from: day, to: shift(day, 'day', 1) });
  const completeTo = meta.completeTo ?? shift(lastDay, 'day', 1);
  if (state.page === 'city') return cityScreenOf(screen).month.period;
  if (state.page === 'area') return daysOf(state.area.pace, state.area.on, { firstDay, completeTo });
  if (state.page === 'trend') return { from: firstDay, to: completeTo };
  if (state.page === 'alarms') return oneDay(state.alarms.day || shift(completeTo, 'day', -1));
  if (state.page === 'appeals' && isOfAllDays(screen)) return 'any';
  return followedOn[state.page] === 'filters and period' ? days : null;
}

/** The periods a page compares its figures with. */
export function printedComparisons(screen: Screen): Period[] {
  const { state, days } = screen;
  if (state.page === 'city') {
    const { before, yearBefore } = cityScreenOf(screen);
    return [before, yearBefore].filter((period) => period !== null);
  }
  const compared = isCompared(state.page) ? comparedPeriod(days, state.comparison) : null;
  return compared ? [compared] : [];
}
