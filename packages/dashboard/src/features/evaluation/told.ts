import type { Language } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import type { MonthRow } from './rows.ts';

/** A number with exactly so many decimals. */
export function fixed(value: number, digits: number, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  return value
    .toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '\u2212');
}

/** A share of 0 to 1 in percent, without its sign. */
export const inPercent = (share: number, language: Language): string => fixed(share * 100, 1, language);

/** A number with its sign: `+2.70`, `\u22120.31`; 0 without. */
export function signed(value: number, digits: number, language: Language): string {
  const text = fixed(Math.abs(value), digits, language);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return text;
  return `${value > 0 ? '+' : '\u2212'}${text}`;
}

/** The ranks a unit may truly have: `2\u20139`, or the one it has. */
export function ranksTold({ rank, first, last }: Pick<MonthRow, 'rank' | 'first' | 'last'>): string {
  const [low, high] = [first ?? rank, last ?? rank];
  if (low === null || high === null) return '\u2013';
  return low === high ? String(low) : `${low}\u2013${high}`;
}

/** A whole number as it is read. */
export const counted = (value: number, language: Language): string => exact(value, language);
