import type { Clause, DimensionName } from '@hotline-atlas/model';
import type { Page, Place } from './place.ts';
import { type DashboardState, defaultState } from './state.ts';

const pageOf: Partial<Record<DimensionName, Page>> = {
  district: 'area',
  subdistrict: 'area',
  topic1: 'topic',
  topic2: 'topic',
  topic3: 'topic',
  unit: 'unit',
};

/** The page of a value of a dimension; null where it has none. */
export function placeOfValue(dimension: DimensionName, code: string): Place | null {
  const page = pageOf[dimension];
  return page && code !== '' ? { page, object: code } : null;
}

/** Pages that show orders one by one. */
const isOfOrders = (page: Page): boolean => page === 'appeals' || page === 'appeal';

/**
 * The clauses a page can follow. How orders stand now is not known of periods before: pages that compare do
 * not take it as a filter.
 */
export const clausesFor = (page: Page, where: readonly Clause[]): Clause[] =>
  where.filter(({ dimension }) => dimension !== 'due_state' || isOfOrders(page));

/**
 * The screen of another page. It looks as this one does and is of the same period; what was filtered, opened
 * or searched for here stays behind. An area that the page of the city leads to is of the month shown there.
 */
export function turnedTo(state: DashboardState, place: Place, where = defaultState.where): DashboardState {
  const { period, comparison, withoutRegimes, language, theme } = state;
  const isOfCity = state.page === 'city' && place.page === 'area';
  const area = isOfCity ? { ...defaultState.area, on: state.area.on } : defaultState.area;
  const kept = { period, comparison, withoutRegimes, language, theme };
  return { ...defaultState, ...kept, ...place, where: clausesFor(place.page, where), area };
}
