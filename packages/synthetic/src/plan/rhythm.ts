import { shift } from '@hotline-atlas/model';
import type { Rhythms, Season } from '../calibration.ts';
import { type Anchors, valueAt } from './anchors.ts';
import { type Day, dayNumber } from './calendar.ts';

function around(season: Season, day: Day, festivals: readonly string[]): Anchors {
  if ('dated' in season) return season.dated.map(([date, value]) => [dayNumber(date), value]);
  if ('yearly' in season) {
    const year = Number(day.date.slice(0, 4));
    return [year - 1, year, year + 1].flatMap((each) =>
      season.yearly.map(([date, value]): [number, number] => [dayNumber(`${each}-${date}`), value]),
    );
  }
  const today = dayNumber(day.date);
  return festivals.flatMap((festival) => {
    const at = dayNumber(festival);
    if (Math.abs(at - today) > 400) return [];
    const before = festivals.filter((other) => other < festival).at(-1) ?? shift(festival, 'day', -355);
    const after = festivals.find((other) => other > festival) ?? shift(festival, 'day', 355);
    const first = (dayNumber(before) + at) / 2;
    const last = (at + dayNumber(after)) / 2;
    return season.spring_festival
      .map(([days, value]): [number, number] => [at + days, value])
      .filter(([position]) => position > first && position <= last);
  });
}

/** How much of a season is felt on each of the days of one year. */
export function seasonOn(season: Season, days: readonly Day[], festivals: readonly string[]): number[] {
  const first = days[0];
  const same = 'spring_festival' in season || !first ? undefined : around(season, first, festivals);
  return days.map((day) => valueAt(same ?? around(season, day, festivals), dayNumber(day.date)));
}

/** How much of a week's rhythm is felt on a day. */
export function weekOn(week: Rhythms['weeks'][string], day: Day): number {
  return day.holiday ? week.holiday : (week.days[day.weekday] ?? 1);
}

/** Parts of the day with their first second; the night also holds what is before the morning. */
export const dayParts = { morning: 7 * 3600, evening: 18 * 3600, night: 22 * 3600 } as const;

/** Which part of the day an hour belongs to: 0 night, 1 day, 2 evening. */
const dayPartOf = (hour: number): 0 | 1 | 2 => (hour < 7 || hour >= 22 ? 0 : hour < 18 ? 1 : 2);

/** Shares of the parts of the day in a curve of 24 hours. */
export function partShares(hours: readonly number[]): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  hours.forEach((value, hour) => {
    sums[dayPartOf(hour)] += value;
  });
  const all = sums[0] + sums[1] + sums[2];
  return [sums[0] / all, sums[1] / all, sums[2] / all];
}

/** Steps of a clock. */
const clockSteps = 1024;

/**
 * Seconds of the day by which each 1,024th of the day's appeals has come in: 1,025 numbers from 0 to 86,400.
 */
export function clockOf(hours: readonly number[]): number[] {
  const all = hours.reduce((a, b) => a + b, 0);
  let reached = 0;
  const curve = hours.map((value, hour): [number, number] => {
    reached += value / all;
    return [reached, (hour + 1) * 3600];
  });
  const anchors: Anchors = [[0, 0], ...curve];
  const clock = Array.from({ length: clockSteps }, (_, step) =>
    Math.round(valueAt(anchors, step / clockSteps)),
  );
  return [...clock, 86_400];
}
