import type { Period } from '@hotline-atlas/model';
import fc from 'fast-check';

/**
 * The rule of comparison told once more, day by day, apart from the code it checks: which days of a question have
 * data, which are paired, and how often each counts.
 */

/** The days of the appeals, half-open. */
export const first = '2022-09-01';
const end = '2024-12-21';
/** Eleven days on which a feed was missing. */
export const gap: Period = { from: '2023-09-10', to: '2023-09-21' };
const flood: Period = { from: '2023-02-01', to: '2023-03-01' };

const add = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const isIn = (day: string, { from, to }: Period) => from <= day && day < to;
export const daysOf = ({ from, to }: Period) =>
  Array.from({ length: Math.max(0, between(from, to)) }, (_, at) => add(from, at));

/** The same date some months before; null where there is none. */
function monthsBefore(day: string, months: number): string | null {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${day.slice(8)}`;
  return new Date(date).getUTCDate() === Number(day.slice(8)) ? date : null;
}

export interface Asked {
  period: Period;
  compare: string;
  grain: string | null;
  by: 'district' | null;
  phone: boolean;
  without: boolean;
}

export const hasData = (day: string, { without }: Asked) =>
  isIn(day, { from: first, to: end }) && !isIn(day, gap) && !(without && isIn(day, flood));

/** The rule, told once more, day by day. */
function pairsOf(asked: Asked, compared: Period): { day: string; before: string }[] {
  const { period, grain, compare } = asked;
  const { from, to } = period;
  const wholeMonths = from.endsWith('-01') && compared.from.endsWith('-01');
  const months =
    (Number(from.slice(0, 4)) - Number(compared.from.slice(0, 4))) * 12 +
    Number(from.slice(5, 7)) -
    Number(compared.from.slice(5, 7));
  const sameDate = months % 12 === 0 && from.slice(5) === compared.from.slice(5);
  const days = between(compared.from, from);
  const counterpart = (day: string): string | null => {
    if (grain === 'day' || grain === 'week') {
      const weeks =
        compare === 'year'
          ? 52
          : compare === 'previous'
            ? Math.ceil(between(from, to) / 7)
            : Math.round(days / 7);
      return add(day, -7 * weeks);
    }
    if (compare === 'year') return monthsBefore(day, 12);
    return wholeMonths || sameDate ? monthsBefore(day, months) : add(day, -days);
  };
  return daysOf(period).flatMap((day) => {
    const before = counterpart(day);
    const counts = before && isIn(before, compared) && hasData(day, asked) && hasData(before, asked);
    return counts ? [{ day, before }] : [];
  });
}

/**
 * Paired days with how often each counts: on the earlier side, so that weekdays are as many as on the later.
 */
export function weighed(asked: Asked, compared: Period) {
  const pairs = pairsOf(asked, compared).map(({ day, before }) => ({ day, before, weight: 1 }));
  const end = new Date(asked.period.from);
  end.setUTCMonth(end.getUTCMonth() + 3);
  if (asked.grain || asked.period.to >= end.toISOString().slice(0, 10))
    return { now: pairs.map(({ day }) => day), before: pairs };
  const weekday = (day: string) => new Date(day).getUTCDay();
  const now = (kind: number) => pairs.filter(({ day }) => weekday(day) === kind).length;
  const before = (kind: number) => pairs.filter((pair) => weekday(pair.before) === kind).length;
  return {
    now: pairs.map(({ day }) => day).filter((day) => before(weekday(day)) > 0),
    before: pairs
      .filter((pair) => now(weekday(pair.before)) > 0)
      .map((pair) => ({ ...pair, weight: now(weekday(pair.before)) / before(weekday(pair.before)) })),
  };
}

export function bucketOf(day: string, grain: string | null): string {
  if (grain === 'week') return add(day, -((new Date(day).getUTCDay() + 6) % 7));
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  if (grain === 'year') return `${day.slice(0, 4)}-01-01`;
  return grain ? day : '';
}

const anyDay = fc.integer({ min: -20, max: 880 }).map((day) => add(first, day));
const monthStart = fc.integer({ min: 0, max: 28 }).map((month) => {
  const at = 2022 * 12 + 8 + month;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
});
const anyPeriod = fc
  .tuple(fc.oneof(anyDay, monthStart), fc.oneof(anyDay, monthStart), fc.constantFrom(0, 9, 40, 1000))
  .map(([a, b, longest]) => {
    const [from = a, to = b] = [a, b].sort();
    const until = longest > 0 && add(from, longest) < to ? add(from, longest) : to;
    return { from, to: until > from ? until : add(from, 3) };
  });
export const anyAsked = fc.record({
  period: anyPeriod,
  compare: fc.oneof(
    fc.constant('year'),
    fc.constant('previous'),
    anyPeriod.map(({ from, to }) => `${from}..${to}`),
  ),
  grain: fc.constantFrom(null, null, 'day', 'week', 'month', 'year'),
  by: fc.constantFrom(null, 'district' as const),
  phone: fc.boolean(),
  without: fc.boolean(),
});

export const addressOf = ({ period, compare, grain, by, phone, without }: Asked) =>
  new URLSearchParams({
    metrics: 'appeals,resolution_rate',
    ...period,
    compare,
    ...((grain || by) && { by: [grain, by].filter(Boolean).join(',') }),
    ...(phone && { where: 'channel:phone' }),
    ...(without && { without_regimes: 'flood' }),
  }).toString();
