import type { Bilingual, FindingFigure } from '@hotline-atlas/model';

type Unit = FindingFigure['unit'];

/** A space that holds a number and its unit together. */
const held = '\u00a0';

const grouped = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);

const decimalsOf = (value: number): number => {
  if (value >= 99.95) return 0;
  return value >= 0.95 ? 1 : 2;
};

const mostDecimals = 3;

/** A share as percent: 100 only where it is all, 0 only where it is none; else with more decimals. */
function percent(share: number, decimals = 1): string {
  const rounded = Number((100 * share).toFixed(decimals));
  const isBound = (rounded === 100 && share < 1) || (rounded === 0 && share > 0);
  return isBound && decimals < mostDecimals ? percent(share, decimals + 1) : grouped(rounded, decimals);
}

const plain: Record<Unit, (value: number) => string> = {
  count: (value) => grouped(value, 0),
  share: (value) => percent(value),
  hours: (value) => grouped(value, 1),
  per_10k: (value) => grouped(value, 1),
  per_day: (value) => grouped(value, decimalsOf(value)),
};

/**
 * The one way in which figures of findings are written, without their unit: counts whole, shares as percent
 * with one decimal, appeals a day with three digits.
 */
export const written = (value: number, unit: Unit): string => plain[unit](value);

/** A share with its sign of percent. */
export const percents = (share: number): Bilingual => ({
  en: `${percent(share)}${held}%`,
  zh: `${percent(share)}%`,
});

/** Two shares as percent, with as many decimals as tell them apart; three at the most. */
export function apart(before: number, now: number): { before: string; now: Bilingual } {
  const decimals = [1, 2, 3].find((each) => percent(before, each) !== percent(now, each)) ?? 3;
  const written = percent(now, decimals);
  return {
    before: percent(before, decimals),
    now: { en: `${written}${held}%`, zh: `${written}%` },
  };
}

/** How large a relative change is, without its direction; with a decimal where it is small or nearly all. */
export function sizeOf(share: number): Bilingual {
  const size = 100 * Math.abs(share);
  const isNearlyAll = share > -1 && share < -0.995;
  const number = isNearlyAll ? percent(-share) : grouped(size, size < 9.95 ? 1 : 0);
  return { en: `${number}${held}%`, zh: `${number}%` };
}

/** From this ratio on a rise is told as a multiple: percentages beyond tell little. */
const manyTimes = 5;

/** How many times as many there are; null where it is told in percent. */
export function timesOf(share: number): string | null {
  const ratio = share + 1;
  return ratio < manyTimes ? null : grouped(ratio, ratio < 9.95 ? 1 : 0);
}

/** Whether a relative change is nothing once it is written. */
export const isLevel = (share: number): boolean => Math.round(Math.abs(share) * 1000) === 0;
