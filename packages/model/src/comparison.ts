import type { Grain } from './dimensions.ts';
import type { Compare } from './query.ts';
import {
  daysIn,
  daysOfSpans,
  difference,
  earlier,
  intersection,
  isIn,
  later,
  overlap,
  united,
} from './spans.ts';
import {
  buckets,
  daysBetween,
  type LocalDate,
  monthsBetween,
  type Period,
  previousPeriod,
  shift,
  startsBucket,
  yearBefore,
} from './time.ts';
import type { LeftOut } from './wire/answer.ts';

/** How far a day of the compared period is moved to meet its counterpart. */
export interface Move {
  unit: 'day' | 'month';
  amount: number;
}

/** Two sides of a comparison. */
export type ComparedSide = 'now' | 'before';

/** Days in a row with their counterparts, day by day. */
type Pairs = Record<ComparedSide, Period>;

/** Days of the earlier side that count as often as each other. */
export interface Weight {
  days: Period[];
  weight: number;
}

/** Days off of a city, and weekends on which it works. */
export interface Calendar {
  holidays: readonly (Period & { working: boolean })[];
}

/** What is known of the days: those that have data, and those that the question leaves out, both in order. */
export interface KnownDays {
  covered: readonly Period[];
  without: readonly Period[];
}

/** How a period is compared with another: {@link comparisonOf}. */
export interface Comparison {
  /** The period compared with. */
  period: Period;
  move: Move;
  /** The days compared, on either side. */
  paired: Record<ComparedSide, Period[]>;
  /** Days compared on each side: as many, once the earlier ones are weighted. */
  days: number;
  /** How often the earlier days count; null where each counts once. */
  weights: Weight[] | null;
  /** Days with data that are not compared. */
  leftOut: (LeftOut & { side: ComparedSide })[];
}

const weekly: readonly (Grain | null)[] = ['hour', 'day', 'week'];

const wholeWeeks = (days: number): number => 7 * Math.round(days / 7);

function moveInWeeks(compare: Compare, period: Period): Move {
  const length = daysBetween(period.from, period.to);
  if (compare === 'year') return { unit: 'day', amount: 52 * 7 };
  if (compare === 'previous') return { unit: 'day', amount: 7 * Math.ceil(length / 7) };
  return { unit: 'day', amount: wholeWeeks(daysBetween(compare.from, period.from)) };
}

function moveBetween(before: Period, now: Period): Move {
  const months = monthsBetween(before.from, now.from);
  const beginMonths = startsBucket(before.from, 'month') && startsBucket(now.from, 'month');
  const isSameDate = months % 12 === 0 && before.from.slice(5) === now.from.slice(5);
  return beginMonths || isSameDate
    ? { unit: 'month', amount: months }
    : { unit: 'day', amount: daysBetween(before.from, now.from) };
}

/**
 * The period compared with, and how far its days are moved. A few days have no other of their kind but weeks
 * before.
 */
function other(compare: Compare, period: Period, grain: Grain | null): { period: Period; move: Move } {
  if (weekly.includes(grain) || (grain === null && daysBetween(period.from, period.to) < 7)) {
    const move = moveInWeeks(compare, period);
    return { period: typeof compare === 'string' ? movedBy(period, -move.amount) : compare, move };
  }
  if (compare === 'year') return { period: yearBefore(period), move: { unit: 'month', amount: 12 } };
  const before = compare === 'previous' ? previousPeriod(period) : compare;
  return { period: before, move: moveBetween(before, period) };
}

const movedBy = ({ from, to }: Period, days: number): Period => ({
  from: shift(from, 'day', days),
  to: shift(to, 'day', days),
});

/** The months a period touches. */
const monthsOf = (period: Period): LocalDate[] => buckets(period, 'month');

/** The days of a month that its counterpart has as well: the 31st only where both have one. */
function pairsOfMonth(month: LocalDate, amount: number): Pairs {
  const before = shift(month, 'month', -amount);
  const lengths = [month, before].map((first) => daysBetween(first, shift(first, 'month', 1)));
  const days = Math.min(...lengths);
  return {
    now: { from: month, to: shift(month, 'day', days) },
    before: { from: before, to: shift(before, 'day', days) },
  };
}

/** Pairs cut to the days that lie in some spans on one side. */
const cut = (pairs: readonly Pairs[], side: ComparedSide, spans: readonly Period[]): Pairs[] =>
  pairs.flatMap((pair) =>
    intersection([pair[side]], spans).map((part) => {
      const begin = daysBetween(pair[side].from, part.from);
      const end = daysBetween(pair[side].from, part.to);
      const partOf = ({ from }: Period) => ({ from: shift(from, 'day', begin), to: shift(from, 'day', end) });
      return { now: partOf(pair.now), before: partOf(pair.before) };
    }),
  );

/** Pairs that follow each other on both sides as one. */
function inOne(pairs: readonly Pairs[]): Pairs[] {
  const together: Pairs[] = [];
  for (const { now, before } of pairs) {
    const last = together.at(-1);
    if (last?.now.to === now.from && last.before.to === before.from) {
      last.now.to = now.to;
      last.before.to = before.to;
    } else together.push({ now: { ...now }, before: { ...before } });
  }
  return together;
}

/** Every day of a period with the date that is its counterpart, where there is one in the other period. */
function counterparts(now: Period, { period, move }: { period: Period; move: Move }): Pairs[] {
  const all =
    move.unit === 'month'
      ? inOne(monthsOf(now).map((month) => pairsOfMonth(month, move.amount)))
      : [{ now, before: movedBy(now, -move.amount) }];
  return cut(cut(all, 'now', [now]), 'before', [period]);
}

/** The part of a period in which days or their counterparts may have data. */
function withinReach(period: Period, { unit, amount }: Move, known: readonly Period[]): Period {
  const [first, last] = [known[0]?.from ?? period.from, known.at(-1)?.to ?? period.from];
  const reach = {
    from: earlier(first, shift(first, unit, amount)),
    to: later(last, shift(shift(last, unit, amount), 'month', 1)),
  };
  return overlap(period, reach) ?? { from: period.from, to: period.from };
}

const spansOf = (days: readonly LocalDate[]): Period[] =>
  united(days.map((day) => ({ from: day, to: shift(day, 'day', 1) })));

/**
 * A span of working days that is no longer than this is a weekend on which the city works; a longer one is a
 * season, such as that of heating.
 */
const weekend = 2;

/** Monday … Sunday, a day off, or a weekend on which the city works. */
function kindOfDay(day: LocalDate, { holidays }: Calendar): string {
  const own = holidays.filter((span) => isIn(day, [span]));
  if (own.some(({ from, to, working }) => working && daysBetween(from, to) <= weekend))
    return 'working_weekend';
  return own.some(({ working }) => !working) ? 'day_off' : `weekday_${new Date(day).getUTCDay()}`;
}

function byKind(spans: readonly Period[], calendar: Calendar): Map<string, LocalDate[]> {
  const kinds = new Map<string, LocalDate[]>();
  for (const day of daysOfSpans(spans)) {
    const kind = kindOfDay(day, calendar);
    kinds.set(kind, [...(kinds.get(kind) ?? []), day]);
  }
  return kinds;
}

/**
 * Days of the kinds that both sides have, the earlier ones weighted so that each kind counts as often as on
 * the later side: the sum over kinds of its days now times its mean before (direct standardization).
 */
function alike(paired: Comparison['paired'], calendar: Calendar): Pick<Comparison, 'paired' | 'weights'> {
  const [now, before] = [byKind(paired.now, calendar), byKind(paired.before, calendar)];
  const kinds = [...now.keys()].filter((kind) => before.has(kind));
  const common = (of: ReadonlyMap<string, LocalDate[]>) => kinds.map((kind) => of.get(kind) ?? []);
  const pairsOfKinds = common(now).map((days, at) => ({ days, earlier: common(before)[at] ?? [] }));
  const byWeight = new Map<number, LocalDate[]>();
  for (const { days, earlier } of pairsOfKinds) {
    const weight = days.length / earlier.length;
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), ...earlier]);
  }
  const weights = [...byWeight].map(([weight, days]) => ({ weight, days: spansOf(days) }));
  return {
    paired: { now: spansOf(common(now).flat()), before: spansOf(common(before).flat()) },
    weights: weights.some(({ weight }) => weight !== 1) ? weights : null,
  };
}

/** Whether the mix of days has to be allowed for: under three months, not grouped by time. */
const isShort = ({ from, to }: Period): boolean => to < shift(from, 'month', 3);

/** Days with data on one side that are not compared, and why. */
function leftOutOn(
  side: ComparedSide,
  own: readonly Period[],
  all: readonly Pairs[],
  { paired }: Pick<Comparison, 'paired'>,
  { covered, without }: KnownDays,
): Comparison['leftOut'] {
  const theirs = side === 'now' ? 'before' : 'now';
  const whose = (pairs: readonly Pairs[]) => united(pairs.map((pair) => pair[side]));
  const dates = whose(all);
  const leftOut = whose(cut(all, theirs, without));
  const known = whose(cut(all, theirs, difference(covered, without)));
  let left = difference(own, paired[side]);
  const take = (reason: LeftOut['reason'], spans: readonly Period[]) => {
    const found = intersection(left, spans);
    left = difference(left, found);
    return found.map((span) => ({ side, ...span, reason }));
  };
  return [
    ...take('no_counterpart', difference(left, dates)),
    ...take('counterpart_left_out', leftOut),
    ...take('counterpart_without_data', difference(left, known)),
    ...take('kind_of_day', left),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The one rule of comparison. Each day of the period is paired with its counterpart: the same date a year
 * before, the same date of the months before for whole months, else as many days before; grouped by hour, day
 * or week, or shorter than a week, whole weeks before, so that weekdays meet. A pair counts where both days
 * have data and neither is left out. Under three months and not grouped by time, days also have to be of a
 * kind that both sides have, and the earlier side is weighted to the later side's mix of kinds.
 * @param grain by which the question is grouped in time
 */
export function comparisonOf(
  compare: Compare,
  period: Period,
  grain: Grain | null,
  known: KnownDays,
  calendar: Calendar,
): Comparison {
  const compared = other(compare, period, grain);
  const usable = difference(known.covered, known.without);
  const own = { now: intersection(usable, [period]), before: intersection(usable, [compared.period]) };
  const dates = counterparts(withinReach(period, compared.move, known.covered), compared);
  const pairs = cut(cut(dates, 'now', usable), 'before', usable);
  const days = {
    now: united(pairs.map(({ now }) => now)),
    before: united(pairs.map(({ before }) => before)),
  };
  const { paired, weights } =
    grain === null && isShort(period) ? alike(days, calendar) : { paired: days, weights: null };
  const leftOut = (['now', 'before'] as const).flatMap((side) =>
    leftOutOn(side, own[side], dates, { paired }, known),
  );
  return { ...compared, paired, days: daysIn(paired.now), weights, leftOut };
}

/** The period a period is compared with. @param grain by which the question is grouped in time */
export const comparedPeriodOf = (compare: Compare, period: Period, grain: Grain | null): Period =>
  other(compare, period, grain).period;

/** The part of the compared period whose days fall into buckets of the period when they are moved. */
export function countedBefore({ period, move }: Comparison, inBuckets: Period): Period | null {
  const { unit, amount } = move;
  return overlap(period, {
    from: shift(inBuckets.from, unit, -amount),
    to: shift(inBuckets.to, unit, -amount),
  });
}
