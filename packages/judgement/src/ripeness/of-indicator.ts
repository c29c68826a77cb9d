import {
  type Counted,
  daysBetween,
  type Indicator,
  isRowMeasure,
  type Measure,
  type Period,
  type RipenessStanding,
  type RowMeasure,
  repeatDays,
  shift,
} from '@hotline-atlas/model';
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
  typeof of !== 'string' || isRowMeasure(of) ? null : (ofMeasure[of] ?? null);

/** Days after the last day of receipt until everything that is counted of rows alone is known. */
const waits: Partial<Record<RowMeasure, number>> = { repeated: repeatDays };

/** Days an indicator waits for what comes after its own; 0 for most. An order has its hours to be closed. */
export function waitOf({ numerator }: Pick<Indicator, 'numerator'>): number {
  if (typeof numerator !== 'string') return Math.ceil(numerator.closed_within / 24);
  return isRowMeasure(numerator) ? (waits[numerator] ?? 0) : 0;
}

/** Until what comes after the days is known, the orders of the last of them may still gain. */
function standingAfter(days: Period, wait: number, dataTo: string): RipenessStanding {
  const known = shift(days.to, 'day', wait);
  if (known <= dataTo) return { state: 'ripe', share: 1, ripe_from: null };
  const all = Math.max(1, daysBetween(days.from, days.to));
  const share = Math.max(0, daysBetween(days.from, shift(dataTo, 'day', -wait))) / all;
  return { state: 'provisional', share: Math.min(1, Math.round(share * 1e4) / 1e4), ripe_from: known };
}

/** How ripe an indicator is in some days of receipt. */
export function standingOfIndicator(
  indicator: Pick<Indicator, 'numerator'>,
  days: Period,
  ripening: Ripening,
): RipenessStanding {
  const series = seriesOfCounted(indicator.numerator);
  return series
    ? told(standingOf(ripening, series, days))
    : standingAfter(days, waitOf(indicator), ripening.dataTo);
}
