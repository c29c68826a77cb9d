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

/** A share as percent with one decimal: 100 only where it is all, 0 only where it is none. */
function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  if (tenths === 1000 && share < 1) return '99.9';
  if (tenths === 0 && share > 0) return '0.1';
  return grouped(tenths / 10, 1);
}

const plain: Record<Unit, (value: number) => string> = {
  count: (value) => grouped(value, 0),
  share: percent,
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

/** How large a relative change is, without its direction; with one decimal below ten percent. */
export function sizeOf(share: number): Bilingual {
  const size = 100 * Math.abs(share);
  const number = grouped(size, size < 9.95 ? 1 : 0);
  return { en: `${number}${held}%`, zh: `${number}%` };
}

/** Whether a relative change is nothing once it is written. */
export const isLevel = (share: number): boolean => Math.round(Math.abs(share) * 1000) === 0;
