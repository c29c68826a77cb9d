import { requireWhole, UnusableSeries } from '../unusable-series.ts';
import { isWithin, type Span } from './spans.ts';

/** Days off, in days since 1970-01-01. The same kind comes back every year, wherever it lies in it. */
export interface Holiday extends Span {
  kind: string;
  /** Days before and after that keep their distance to the holiday: the week before Spring Festival compares with that week. */
  margin?: number;
}

export interface ComparableDaysOptions extends Span {
  holidays: readonly Holiday[];
  /** 1 by default. */
  yearsBack?: number;
  /** Neither a day nor its counterpart comes from these. */
  leftOut?: readonly Span[];
}

export interface ComparableDays {
  /** m days, ascending, in days since 1970-01-01. */
  days: Int32Array;
  /** Their m counterparts; no day serves twice, so that sums compare. */
  counterparts: Int32Array;
  /** Days of the span that have none. */
  withoutCounterpart: Int32Array;
}

/**
 * Which days of an earlier year the days of a span compare with, so that neither weekdays nor moving holidays make the difference: a
 * holiday's day with the same day of that holiday, any other with the same weekday 52 weeks before. Where a holiday stands in the
 * way, the nearest ordinary same weekday within four weeks that nothing else compares with; otherwise none.
 *
 * @throws UnusableSeries where the span is empty or `yearsBack` no whole number from 1
 */
export function comparableDays(options: ComparableDaysOptions): ComparableDays {
  const { from, to, holidays, yearsBack = 1, leftOut = [] } = options;
  requireWhole(yearsBack, 1, 'The number of years back');
  if (to <= from) throw new UnusableSeries('too-short', 'There is no day in the span to compare.');
  const days = Int32Array.from({ length: to - from }, (_, i) => from + i).filter(
    (day) => !isWithin(day, leftOut),
  );
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (day: number, counterpart: number | undefined) => {
    if (counterpart === undefined || taken.has(counterpart) || isWithin(counterpart, leftOut)) return;
    found.set(day, counterpart);
    taken.add(counterpart);
  };
  const special = days.filter((day) => placeOf(day, holidays));
  const ordinary = days.filter((day) => !placeOf(day, holidays));
  for (const day of special) pair(day, sameHolidayDay(day, holidays, yearsBack));
  const shift = 7 * Math.round((yearsBack * daysPerYear) / 7);
  const free = (day: number) => !placeOf(day, holidays) && !taken.has(day) && !isWithin(day, leftOut);
  for (const distance of [0, 7, -7, 14, -14, 21, -21, 28, -28]) {
    for (const day of ordinary) {
      if (!found.has(day) && free(day - shift + distance)) pair(day, day - shift + distance);
    }
  }
  const compared = days.filter((day) => found.has(day));
  return {
    days: compared,
    counterparts: compared.map((day) => found.get(day) ?? 0),
    withoutCounterpart: Int32Array.from({ length: to - from }, (_, i) => from + i).filter(
      (day) => !found.has(day),
    ),
  };
}

const daysPerYear = 365.2425;
/** How far a holiday may lie from the same date of the other year. */
const farthestMove = 45;

type Part = 'before' | 'within' | 'after';
interface Place {
  holiday: Holiday;
  part: Part;
  /** From its first day (within), back from it (before), or from its end (after). */
  offset: number;
}

/** The holiday a day belongs to, itself before any other's margin. */
function placeOf(day: number, holidays: readonly Holiday[]): Place | undefined {
  const within = holidays.find(({ from, to }) => day >= from && day < to);
  if (within) return { holiday: within, part: 'within', offset: day - within.from };
  for (const holiday of holidays) {
    const { from, to, margin = 0 } = holiday;
    if (day >= from - margin && day < from) return { holiday, part: 'before', offset: from - day };
    if (day >= to && day < to + margin) return { holiday, part: 'after', offset: day - to };
  }
  return undefined;
}

function sameHolidayDay(day: number, holidays: readonly Holiday[], yearsBack: number): number | undefined {
  const place = placeOf(day, holidays);
  const earlier = place && earlierHoliday(place.holiday, holidays, yearsBack);
  if (!earlier) return undefined;
  const counterpart =
    place.part === 'within'
      ? earlier.from + place.offset
      : place.part === 'before'
        ? earlier.from - place.offset
        : earlier.to + place.offset;
  const there = placeOf(counterpart, holidays);
  return there?.holiday === earlier && there.part === place.part ? counterpart : undefined;
}

function earlierHoliday(
  holiday: Holiday,
  holidays: readonly Holiday[],
  yearsBack: number,
): Holiday | undefined {
  const expected = holiday.from - yearsBack * daysPerYear;
  const distance = ({ from }: Holiday) => Math.abs(from - expected);
  return holidays
    .filter((other) => other.kind === holiday.kind && distance(other) <= farthestMove)
    .sort((a, b) => distance(a) - distance(b))[0];
}
