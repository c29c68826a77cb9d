import type { Found } from './ask.ts';

/** What a method found of what was planted, and what it told where nothing was. */
export interface Recall {
  planted: number;
  found: number;
  recall: number;
  /** Median of the delays, in days. */
  delay: number | null;
  /** Questions about nothing, and how many of them were answered with something. */
  quiet: number;
  quiet_told: number;
  false_alarm_rate: number;
  /** Findings nothing explains, of all findings. */
  unexplained: number;
  told: number;
  median_milliseconds: number;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round((1000 * part) / whole) / 1000 : 0;

/** Sums up the answers about outbreaks and about nothing. */
export function recallOf(planted: readonly Found[], quiet: readonly Found[]): Recall {
  const found = planted.filter((each) => each.found);
  const told = quiet.filter((each) => each.false > 0);
  const all = [...planted, ...quiet];
  return {
    planted: planted.length,
    found: found.length,
    recall: share(found.length, planted.length),
    delay: median(found.flatMap(({ delay }) => delay ?? [])),
    quiet: quiet.length,
    quiet_told: told.length,
    false_alarm_rate: share(told.length, quiet.length),
    unexplained: all.reduce((sum, each) => sum + each.false, 0),
    told: all.reduce((sum, each) => sum + each.told, 0),
    median_milliseconds: median(all.flatMap(({ milliseconds }) => milliseconds)) ?? 0,
  };
}
