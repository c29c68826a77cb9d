import type { Language } from '@hotline-atlas/model';

/*
 * Numbers and days are written here, not by Intl: its forms change with the version of Node.js, and the same
 * report has to be the same bytes.
 */

const minus = '\u2212';
const signOf = (value: number): string => (value < 0 ? minus : '');

/** A number with so many decimals, its thousands apart: `1,234.50`. */
export function decimal(value: number, decimals: number): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = Number(value.toFixed(decimals)) === 0;
  return `${isZero ? '' : signOf(value)}${grouped}${rest === undefined ? '' : `.${rest}`}`;
}

export const count = (value: number): string => decimal(value, 0);

/** A share with one decimal: `96.7%`. */
export const percent = (share: number): string => `${decimal(100 * share, 1)}%`;

/** A change with its sign: `+1.20`, `−0.50`, `0.00`. */
export function signed(value: number, decimals: number): string {
  const told = decimal(value, decimals);
  return Number(value.toFixed(decimals)) > 0 ? `+${told}` : told;
}

/** Two ends of a range, or the one where they are equal. */
export const range = (first: string, last: string): string => (first === last ? first : `${first}–${last}`);

/** A name of months in English; numbers in Chinese. */
const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2024-11` as `November 2024`, `2024年11月`. */
export function monthLabel(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  if (language === 'zh') return `${year}年${Number(number)}月`;
  return `${monthNames[Number(number) - 1] ?? number} ${year}`;
}

/** `2024-11-05`, or an instant that begins so, as `5 November 2024`, `2024年11月5日`. */
export function dayLabel(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? month} ${year}`;
}

/** A local time with its clock: `5 November 2024, 16:05`. */
export function momentLabel(moment: string, language: Language): string {
  const clock = moment.slice(11, 16);
  if (clock === '') return dayLabel(moment, language);
  return `${dayLabel(moment, language)}${language === 'zh' ? ' ' : ', '}${clock}`;
}

/** Things of one kind, one after the other. */
export const listed = (things: readonly string[], language: Language): string =>
  things.join(language === 'zh' ? '、' : ', ');
