import type { MonthlyTopicEffect } from '@hotline-atlas/model';

type Series = MonthlyTopicEffect['series'];

/** Months since the year 0. */
export const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** Ends of an axis. */
export interface Range {
  low: number;
  high: number;
}

const known = (values: readonly (number | null)[]): number[] => values.flatMap((value) => value ?? []);

/** The ends of a few values, with a twentieth of room; counts begin at 0. */
export function rangeOf(values: readonly (number | null)[], fromZero: boolean): Range {
  const all = [...known(values), ...(fromZero ? [0] : [])];
  if (all.length === 0) return { low: 0, high: 1 };
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least || Math.abs(most) || 1) / 20;
  return { low: fromZero ? Math.min(0, least) : least - room, high: most + room };
}

/**
 * The ends of the axis of gaps: around 0, as far as the gap itself and nine of ten of the placebos reach;
 * what lies beyond is cut.
 */
export function gapRange(gap: Series['gap'], placebos: readonly Series['gap'][]): Range {
  const sizes = (values: readonly (number | null)[]) => known(values).map(Math.abs);
  const others = placebos.flatMap(sizes).toSorted((one, other) => one - other);
  const most = Math.max(...sizes(gap), others[Math.floor(others.length * 0.9)] ?? 0, 0.01) * 1.1;
  return { low: -most, high: most };
}

/** Ticks at round values, at most six. */
export function ticksOf({ low, high }: Range): number[] {
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at * step <= high && ticks.length < 12; at += 1)
    ticks.push(Number((at * step).toPrecision(12)));
  return ticks;
}

/** A spot of a line: months since the first one, and the value. */
interface Spot {
  at: number;
  value: number;
}

/** The pieces of a line: months that are left out, or not known, break it. */
export function piecesOf(months: readonly string[], values: readonly (number | null)[]): Spot[][] {
  const first = monthNumber(months[0] ?? '0000-01');
  const pieces: Spot[][] = [];
  let last: number | null = null;
  for (const [index, month] of months.entries()) {
    const value = values[index] ?? null;
    const at = monthNumber(month) - first;
    if (value === null) {
      last = null;
      continue;
    }
    if (last === null || at !== last + 1) pieces.push([]);
    pieces.at(-1)?.push({ at, value });
    last = at;
  }
  return pieces;
}
