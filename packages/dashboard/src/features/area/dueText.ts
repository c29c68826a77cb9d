import type { Language } from '@hotline-atlas/model';
import { localMoment } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A local time of an appeal as milliseconds: two of them are compared, whatever the zone. */
const localMilliseconds = (local: string): number =>
  Date.parse(`${local.slice(0, 10)}T${local.slice(11, 19) || '00:00:00'}Z`);

/**
 * How long after a moment an order is due, in milliseconds of the city's clocks; negative where it is late.
 * A change to or from summer time in between is not told.
 * @param due as the API tells local times
 * @param at as `2024-12-31T15:59:11Z`
 * @returns null where the due time is not known
 */
export const leftUntil = (due: string, at: string, timeZone: string): number | null =>
  due === '' ? null : localMilliseconds(due) - localMilliseconds(localMoment(at, timeZone));

const words = {
  en: {
    late: (time: string) => `${time} late`,
    left: (time: string) => `${time} left`,
    units: { day: ' d', hour: ' h', minute: ' min' },
  },
  zh: {
    late: (time: string) => `超期${time}`,
    left: (time: string) => `剩余${time}`,
    units: { day: '天', hour: '小时', minute: '分钟' },
  },
};

/** Whole days, hours or minutes, never more than have passed. */
export function spanText(milliseconds: number, language: Language): string {
  const size = Math.abs(milliseconds);
  const [unit, length] =
    size >= day
      ? (['day', day] as const)
      : size >= hour
        ? (['hour', hour] as const)
        : (['minute', minute] as const);
  return exact(Math.floor(size / length), language) + words[language].units[unit];
}

/** `2 d late`, `3 h left`. */
export const dueText = (left: number, language: Language): string =>
  words[language][left < 0 ? 'late' : 'left'](spanText(left, language));

/** Steps of the scale of bars, in milliseconds: the axis has two or three of them. */
const steps = [
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  3 * day,
  7 * day,
  14 * day,
  30 * day,
  90 * day,
];

export interface DueScale {
  /** The longest time late, and the longest left: as shares of the whole they place the due line. */
  late: number;
  left: number;
  /** What is written along it, in milliseconds; negative where late. */
  ticks: readonly number[];
}

/** One scale for the bars of all rows. */
export function dueScale(lefts: readonly number[]): DueScale {
  const late = Math.max(0, ...lefts.map((left) => -left));
  const left = Math.max(0, ...lefts);
  const whole = late + left || day;
  const step = steps.findLast((length) => length <= whole / 2) ?? hour;
  const ticks: number[] = [];
  for (let tick = -Math.floor(late / step); tick <= Math.floor(left / step); tick++) ticks.push(tick * step);
  const every = Math.ceil(ticks.length / 3);
  return { late, left, ticks: ticks.filter((tick) => (tick / step) % every === 0) };
}
