import { type LocalDate, type Period, type Scheme, shift } from '@hotline-atlas/model';

/** The days of an evaluation month; from the second day on, it begins in the calendar month before. */
export function daysOfMonth({ starts_on: day }: Pick<Scheme, 'starts_on'>, month: string): Period {
  const own: LocalDate = `${month}-01`;
  const from = day === 1 ? own : shift(shift(own, 'month', -1), 'day', day - 1);
  return { from, to: shift(from, 'month', 1) };
}

/** The month before, as `2024-10`. */
export const monthBefore = (month: string): string => shift(`${month}-01`, 'month', -1).slice(0, 7);
