import { UnusableSeries } from '../unusable-series.ts';

const msPerDay = 86_400_000;

/**
 * The same date one to `years` years before, moved to the nearest same weekday for weekly series.
 *
 * @param day days since 1970-01-01
 * @param step days from one count to the next: 7 moves to the weekday, anything else does not
 * @returns days since 1970-01-01, the latest year first
 */
export function referenceDays(day: number, years: number, step: number): Int32Array {
  const date = new Date(day * msPerDay);
  return Int32Array.from({ length: years }, (_, i) => {
    const back = Date.UTC(date.getUTCFullYear() - i - 1, date.getUTCMonth(), date.getUTCDate()) / msPerDay;
    return step === 7 ? nearestSameWeekday(back, day) : back;
  });
}

function nearestSameWeekday(day: number, like: number): number {
  const forward = (((like - day) % 7) + 7) % 7;
  return forward <= 3 ? day + forward : day + forward - 7;
}

/**
 * Where those dates lie in a series, as far as it reaches back.
 *
 * @param days n days since 1970-01-01 at equal steps
 * @param current position of the newest count
 */
export function referencePositions(days: Int32Array, current: number, years: number): Int32Array {
  const step = stepOf(days);
  const first = days[0] ?? 0;
  const day = days[current];
  if (day === undefined)
    throw new UnusableSeries('parameter', `There is no count ${current} in a series of ${days.length}.`);
  return referenceDays(day, years, step)
    .map((reference) => (reference - first) / step)
    .filter((position) => position >= 0);
}

function stepOf(days: Int32Array): number {
  const step = (days[1] ?? 0) - (days[0] ?? 0);
  if (days.length < 2 || step < 1)
    throw new UnusableSeries('too-short', 'An alarm needs a series of several steps.');
  for (let t = 1; t < days.length; t++) {
    if ((days[t] ?? 0) - (days[t - 1] ?? 0) !== step)
      throw new UnusableSeries(
        'parameter',
        `Counts have to come at equal steps; step ${t} differs. Fill the gap with NaN.`,
      );
  }
  return step;
}
