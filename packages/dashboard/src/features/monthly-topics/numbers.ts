import type { Language } from '@hotline-atlas/model';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';

/** A change as a share with its sign: `+72.0%`; unknown is a dash. */
export function signedShare(value: number | null, language: Language): string {
  if (value === null) return '\u2013';
  const size = percent(Math.abs(value), language);
  if (Number.parseFloat(size) === 0) return size;
  return `${value > 0 ? '+' : '\u2212'}${size}`;
}

/** A rate; unknown is a dash. */
export const rateText = (value: number | null, language: Language): string =>
  value === null ? '\u2013' : percent(value, language);

/** A difference of rates in points with its sign, one decimal: `−2.4`. */
export function signedPoints(value: number | null): string {
  if (value === null) return '\u2013';
  const size = Math.abs(value * 100).toFixed(1);
  if (Number(size) === 0) return size;
  return `${value > 0 ? '+' : '\u2212'}${size}`;
}

/** A count that may be an expected one. */
export const countText = (value: number, language: Language): string => exact(value, language);
