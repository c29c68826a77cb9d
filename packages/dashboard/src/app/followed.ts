import type { Page } from '../address/place.ts';

/**
 * What a page follows of the shared controls. Pages that follow nothing are of one object or have a step of
 * their own, in the row under the bar or (`itself`) in one they draw. Alarms ask for the day they are of.
 */
export const followedOn: Readonly<Record<Page, 'filters and period' | 'filters' | 'nothing' | 'itself'>> = {
  city: 'itself',
  area: 'nothing',
  topic: 'filters and period',
  unit: 'filters and period',
  appeal: 'nothing',
  alert: 'nothing',
  overview: 'filters and period',
  alarms: 'filters',
  map: 'filters and period',
  trend: 'filters and period',
  units: 'filters and period',
  appeals: 'filters and period',
  evaluation: 'nothing',
  schemes: 'nothing',
  integrity: 'nothing',
  monthlyTopics: 'nothing',
  missing: 'nothing',
};

/** Pages whose figures stand beside those of a period before. */
const compared: ReadonlySet<Page> = new Set(['overview', 'map', 'topic', 'unit']);

/** What the page is compared with, where it is compared at all. */
export const isCompared = (page: Page): boolean => compared.has(page);
