import { daysBetween, floorTo, type LocalDate, type Period, shift } from '@hotline-atlas/model';
import type { Coverage } from '../../address/period.ts';
import type { Pace } from './address.ts';

type Known = Pick<Coverage, 'firstDay' | 'completeTo'>;

/** A month is shown before it is over once so many of its days have passed. */
const fewestDays = 14;

const usualPace = { now: 1, week: 7 } as const;

/** The earlier of two days. */
export const earlierOf = (one: LocalDate, other: LocalDate): LocalDate => [one, other].sort()[0] ?? one;

/** The month that is shown where none is named: the running one, unless it has only begun. */
function newestMonth(completeTo: LocalDate): LocalDate {
  const running = floorTo(shift(completeTo, 'day', -1), 'month');
  return daysBetween(running, completeTo) < fewestDays ? shift(running, 'month', -1) : running;
}

/**
 * The days the page of an area speaks of: whole days that have passed, of a month that may still run.
 * @param on a day of the period; empty for the newest
 */
export function daysOf(pace: Pace, on: LocalDate | '', { firstDay, completeTo }: Known): Period {
  if (pace === 'month') {
    const asked = on === '' ? newestMonth(completeTo) : floorTo(on, 'month');
    const last = floorTo(shift(completeTo, 'day', -1), 'month');
    const from = earlierOf(asked, last);
    const end = shift(from, 'month', 1);
    return { from: from < firstDay ? firstDay : from, to: earlierOf(end, completeTo) };
  }
  const to = on === '' || shift(on, 'day', 1) > completeTo ? completeTo : shift(on, 'day', 1);
  const from = shift(to, 'day', -usualPace[pace]);
  return { from: from < firstDay ? firstDay : from, to };
}

/** Whether there is data in the month of a day; always where none is named. */
export function hasDaysAround(on: LocalDate | '', { firstDay, completeTo }: Known): boolean {
  if (on === '') return true;
  const from = floorTo(on, 'month');
  return from < completeTo && shift(from, 'month', 1) > firstDay;
}

/** The day that names the period before or after another; null where there is no data. */
export function stepped(pace: Pace, days: Period, by: -1 | 1, known: Known): LocalDate | null {
  const last = shift(days.to, 'day', -1);
  const grain = pace === 'now' ? 'day' : pace;
  const on = pace === 'month' ? shift(floorTo(days.from, 'month'), 'month', by) : shift(last, grain, by);
  const isThere = by < 0 ? on >= floorTo(known.firstDay, grain) : on < known.completeTo;
  return isThere ? on : null;
}

/** Whether a month is not over. */
export const isRunning = (pace: Pace, { from, to }: Period): boolean =>
  pace === 'month' && to < shift(floorTo(from, 'month'), 'month', 1);
