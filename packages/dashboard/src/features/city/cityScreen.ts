import { type Period, previousPeriod, yearBefore } from '@hotline-atlas/model';
import { type MonthShown, monthShown } from '../../address/month.ts';
import type { DashboardState } from '../../address/state.ts';
import type { Screen } from '../../screen/screen.ts';

/** The page of the city: the month it shows, and the screen of its panels. */
export interface CityScreen {
  month: MonthShown;
  /** The periods compared with; null where the data does not reach back so far. */
  before: Period | null;
  yearBefore: Period | null;
  /** Thirteen months, the last of them the one shown. */
  course: Period;
  screen: Screen;
  /** What the address says, for links that stay on the page. */
  address: DashboardState;
}

/**
 * What the page of the city shows. It is of all appeals that may be seen in one month: filters and the period
 * of other pages do not touch it.
 */
export function cityScreenOf(screen: Screen): CityScreen {
  const { state, meta } = screen;
  const [firstDay, lastDay] = [meta.firstDay ?? '', meta.lastDay ?? ''];
  const coverage = { firstDay, lastDay, completeTo: meta.completeTo ?? lastDay, spans: meta.spans };
  const month = monthShown(state.city.month, coverage);
  const { period } = month;
  const reached = (compared: Period): Period | null => (compared.to > firstDay ? compared : null);
  // The page of an area has days of its own: those that are led to are of this month.
  const area = { ...state.area, on: period.from };
  const own = {
    ...state,
    area,
    where: [],
    span: null,
    withoutRegimes: false,
    comparison: 'previous',
  } as const;
  return {
    month,
    before: reached(previousPeriod(period)),
    yearBefore: reached(yearBefore(period)),
    course: { from: yearBefore(period).from, to: period.to },
    address: state,
    screen: { ...screen, state: { ...own, period }, period, days: period },
  };
}
