import type { Language } from '@hotline-atlas/model';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';

const fixed = (value: number, digits: number): string => Math.abs(value).toFixed(digits);

/** A number with its sign and so many decimals; a true minus. */
export function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '\u2212'}${text}`;
}

/** Points with so many decimals; unknown is a dash. */
export const pointsText = (value: number | null, decimals: number): string =>
  value === null ? '\u2013' : `${value < 0 ? '\u2212' : ''}${fixed(value, decimals)}`;

/** A rate; unknown is a dash. */
export const rateText = (value: number | null, language: Language): string =>
  value === null ? '\u2013' : percent(value, language);

/** A count; unknown is a dash. */
export const countText = (value: number | null, language: Language): string =>
  value === null ? '\u2013' : exact(value, language);

/** `14–16`, or one number where both are the same. */
export const rankRange = (first: number | null, last: number | null): string =>
  first === null || last === null ? '\u2013' : first === last ? String(first) : `${first}\u2013${last}`;
