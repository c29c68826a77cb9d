import {
  daysBetween,
  earlier,
  floorTo,
  intersection,
  type LocalDate,
  type Period,
  type RipenessStanding,
  type RipenessState,
  shift,
} from '@hotline-atlas/model';
import { type Development, delayWithin, knownCurve, shareKnown } from '@hotline-atlas/statistics';
import { rounded } from '../answer/numbers.ts';
import type { Cohort, Ripening, RipeningSeries } from './development.ts';

/** Share of the cases that will count from which on a rate is ripe. */
export const ripeAt = 0.95;
/** From here on the cases still to come are taken for none. */
const nearlyAll = 0.99;
/** Final months that tell, at the most. */
const mostMonths = 12;
/** Days that are looked ahead for a rate to become ripe. */
const farthest = 400;

/** How far what will be known of a period is known. */
export interface Standing {
  state: RipenessState;
  /** Share of what will count; NaN where nothing tells. */
  share: number;
  ripeFrom: LocalDate | null;
}

const endOf = ({ month }: Cohort): LocalDate => shift(month, 'month', 1);

const datedOf = ({ development }: Cohort): number =>
  development.denominators.reduce((sum, count) => sum + count, 0);
const sumOf = (cohorts: readonly Cohort[], of: (cohort: Cohort) => number): number =>
  cohorts.reduce((sum, cohort) => sum + of(cohort), 0);

/**
 * Months whose orders are final: older than it takes until nearly all is known of the oldest half of them.
 */
export function finalMonths(cohorts: readonly Cohort[], dataTo: LocalDate): Development[] {
  const oldest = cohorts.slice(0, Math.ceil(cohorts.length / 2)).map(({ development }) => development);
  const age = delayWithin(oldest, nearlyAll) + 1;
  const final = cohorts.filter((cohort) => daysBetween(endOf(cohort), dataTo) + 1 >= age);
  return final.slice(-mostMonths).map(({ development }) => development);
}

/** Ages in days of the days of a period; a day on which nothing can be known yet has age 0 or less. */
export const agesOf = ({ from, to }: Period, dataTo: LocalDate): number[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, day) =>
    Math.max(0, daysBetween(from, dataTo) - day),
  );

/** Days of a period that have data, and whose orders can have been handled. */
const daysKnown = ({ days, dataTo }: Ripening, period: Period): Period[] =>
  intersection([{ from: period.from, to: earlier(period.to, dataTo) }], days);

/** Ages in days of the days of a period that have data. */
export const agesOfData = (ripening: Ripening, period: Period): number[] =>
  daysKnown(ripening, period).flatMap((span) => agesOf(span, ripening.dataTo));

/** Days from the middle of what a period has of data to the end of the data; 0 where it has none. */
export function ageOf(ripening: Ripening, period: Period): number {
  const known = daysKnown(ripening, period);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 0;
  return daysBetween(first.from, ripening.dataTo) - daysBetween(first.from, last.to) / 2;
}

/**
 * The first day on which a period will be ripe, if orders take as long as usual; null where that is too far
 * off.
 */
function ripeFrom(curve: Float64Array, ages: readonly number[], dataTo: LocalDate): LocalDate | null {
  for (let later = 1; later <= farthest; later++) {
    const aged = ages.map((age) => age + later);
    if (shareKnown(curve, aged) >= ripeAt) return shift(dataTo, 'day', later - 1);
  }
  return null;
}

/**
 * How orders of a series become known: whether ever, and in what share by age; no share where nothing tells.
 */
interface Course {
  isCounted: boolean;
  curve: Float64Array;
}

const courses = new WeakMap<readonly Cohort[], { dataTo: LocalDate; course: Course }>();

/** Worked out once for a version of the data. */
function courseOf({ dataTo, cohorts }: Ripening, series: RipeningSeries): Course {
  const own = cohorts[series];
  const known = courses.get(own);
  if (known?.dataTo === dataTo) return known.course;
  const [dated, undated] = [sumOf(own, datedOf), sumOf(own, (cohort) => cohort.undated)];
  const course = {
    isCounted: own.length === 0 || dated + undated > 0,
    curve: knownCurve(undated > dated ? [] : finalMonths(own, dataTo)),
  };
  courses.set(own, { dataTo, course });
  return course;
}

/** Share of what will count of a period; NaN where nothing tells. */
function shareOf(period: Period, ripening: Ripening, { curve }: Course): number {
  const ages = agesOfData(ripening, period);
  return ages.length > 0 ? shareKnown(curve, ages) : Number.NaN;
}

/** Whether too little of a period is known, by its age alone. */
export const isProvisional = (ripening: Ripening, series: RipeningSeries, period: Period): boolean =>
  shareOf(period, ripening, courseOf(ripening, series)) < ripeAt;

/**
 * How ripe a period is by the age of its days that have data: what was known of final months when they were
 * as old.
 */
export function standingOf(ripening: Ripening, series: RipeningSeries, period: Period): Standing {
  const course = courseOf(ripening, series);
  if (!course.isCounted) return { state: 'none', share: Number.NaN, ripeFrom: null };
  const share = shareOf(period, ripening, course);
  if (Number.isNaN(share)) return { state: 'unknown', share, ripeFrom: null };
  if (share >= ripeAt) return { state: 'ripe', share, ripeFrom: null };
  const ages = agesOfData(ripening, period);
  return { state: 'provisional', share, ripeFrom: ripeFrom(course.curve, ages, ripening.dataTo) };
}

/** A standing as it is told. */
export const told = ({ state, share, ripeFrom: from }: Standing): RipenessStanding => ({
  state,
  share: rounded(share, 4),
  ripe_from: from,
});

/** Days after which a rate is taken for final where nothing tells how long it takes. */
const surelyFinal = 90;

/**
 * Whether a rate may be compared: it is ripe, or there is nothing to ripen, or nothing tells and it is old.
 */
export function isComparable(ripening: Ripening, series: RipeningSeries, period: Period): boolean {
  const { state } = standingOf(ripening, series, period);
  const last = daysKnown(ripening, period).at(-1);
  if (state === 'unknown') return last !== undefined && daysBetween(last.to, ripening.dataTo) >= surelyFinal;
  return state !== 'provisional';
}

/** The newest month with data that is ripe and over; null where none is, or nothing tells. */
export function lastRipeMonth(ripening: Ripening, series: RipeningSeries, span: Period): LocalDate | null {
  const newest = shift(floorTo(span.to, 'month'), 'month', -1);
  for (let month = newest; month >= span.from; month = shift(month, 'month', -1)) {
    const days = { from: month, to: shift(month, 'month', 1) };
    if (daysKnown(ripening, days).length === 0) continue;
    const { state } = standingOf(ripening, series, days);
    if (state === 'ripe') return month;
    if (state !== 'provisional') return null;
  }
  return null;
}
