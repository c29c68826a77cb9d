import type { Counted, Indicator, Measure, Period, RipenessStanding } from '@hotline-atlas/model';
import type { Ripening, RipeningSeries } from './development.ts';
import { standingOf, told } from './standing.ts';

const ofMeasure: Partial<Record<Measure, RipeningSeries>> = {
  contacted: 'contact',
  contact_asked: 'contact',
  visited: 'contact',
  resolved: 'resolution',
  satisfied: 'satisfaction',
  on_time: 'on_time',
  closed: 'closed',
};

/** What an indicator waits for; null where it is known from the day of receipt. */
export const seriesOfCounted = (of: Counted): RipeningSeries | null =>
  typeof of === 'string' ? (ofMeasure[of] ?? null) : 'closed';

/** How ripe an indicator is in some days of receipt. */
export function standingOfIndicator(
  { numerator }: Pick<Indicator, 'numerator'>,
  days: Period,
  ripening: Ripening,
): RipenessStanding {
  const series = seriesOfCounted(numerator);
  return series ? told(standingOf(ripening, series, days)) : { state: 'ripe', share: 1, ripe_from: null };
}
