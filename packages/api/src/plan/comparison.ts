import {
  type Compare,
  daysBetween,
  floorTo,
  type Grain,
  monthsBetween,
  type Period,
  previousPeriod,
  shift,
  shiftEnd,
  startsBucket,
  yearBefore,
} from '@hotline-atlas/model';
import { overlap } from './reading.ts';

/** How far a day of the compared period is moved to meet its counterpart. */
export interface Move {
  unit: 'day' | 'week' | 'month' | 'year';
  amount: number;
}

/** Whether years are moved onto years. */
export const movesYears = ({ move: { unit, amount } }: Comparison): boolean =>
  unit === 'year' || (unit === 'month' && amount % 12 === 0);

export interface Comparison {
  period: Period;
  /** The days of it that have a counterpart when grouped by time; all of them otherwise. */
  counted: Period;
  move: Move;
}

const weeksIn = ({ from, to }: Period): number => Math.ceil(daysBetween(from, to) / 7);

/** The period that is compared with; whole weeks before when grouped by week, so that Mondays meet. */
export function comparedPeriod(compare: Compare, period: Period, grain: Grain | null): Period {
  if (typeof compare !== 'string') return compare;
  if (grain === 'week') {
    const weeks = compare === 'year' ? 52 : weeksIn(period);
    return { from: shift(period.from, 'week', -weeks), to: shift(period.to, 'week', -weeks) };
  }
  return compare === 'year' ? yearBefore(period) : previousPeriod(period);
}

function moveBetween(before: Period, now: Period, grain: Grain | null): Move {
  if (grain === 'week') {
    const days = daysBetween(floorTo(before.from, 'week'), floorTo(now.from, 'week'));
    return { unit: 'week', amount: days / 7 };
  }
  const months = monthsBetween(before.from, now.from);
  if (grain !== 'day' && grain !== 'hour') return { unit: 'month', amount: months };
  const wholeYears = months !== 0 && months % 12 === 0 && shift(before.from, 'month', months) === now.from;
  return wholeYears
    ? { unit: 'year', amount: months / 12 }
    : { unit: 'day', amount: daysBetween(before.from, now.from) };
}

/** Where whole buckets count, the period widened to them. */
function inBuckets({ from, to }: Period, grain: Grain): Period {
  const last = floorTo(to, grain);
  return {
    from: floorTo(from, grain),
    to: startsBucket(to, grain) ? to : shift(last, grain === 'hour' ? 'day' : grain, 1),
  };
}

/** How a period is compared with another, bucket by bucket where it is grouped by time. */
export function comparisonOf(compare: Compare, period: Period, grain: Grain | null): Comparison {
  const before = comparedPeriod(compare, period, grain);
  const move = moveBetween(before, period, grain);
  if (!grain) return { period: before, counted: before, move };
  const now = inBuckets(period, grain);
  const counterpart = {
    from: shift(now.from, move.unit, -move.amount),
    to: shiftEnd(now.to, move.unit, -move.amount),
  };
  return {
    period: before,
    counted: overlap(before, counterpart) ?? { from: before.from, to: before.from },
    move,
  };
}

/** The day of the compared period that a day is compared with; null for 29 February before a common year. */
export function counterpartOf(day: string, { unit, amount }: Move): string | null {
  const before = shift(day, unit, -amount);
  return unit === 'year' && before.slice(8) !== day.slice(8) ? null : before;
}
