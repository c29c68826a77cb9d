import {
  type Bilingual,
  daysBetween,
  type FindingCompare,
  monthsBetween,
  type Period,
  shift,
  startsBucket,
} from '@hotline-atlas/model';

const longMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** The English name of the month a day is in: `December`. */
const englishMonth = (day: string): string => longMonth.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

const monthOf = ({ from }: Period): number => Number(from.slice(5, 7));
const yearOf = ({ from }: Period): string => from.slice(0, 4);

/** Whether a period is whole months, and how many. */
export function wholeMonths({ from, to }: Period): number {
  return startsBucket(from, 'month') && startsBucket(to, 'month') ? monthsBetween(from, to) : 0;
}

/** A month without its year: `December`, `12月`. */
export const monthName = (period: Period): Bilingual => ({
  en: englishMonth(period.from),
  zh: `${monthOf(period)}月`,
});

const day = (date: string): Bilingual => ({
  en: `${Number(date.slice(8))} ${englishMonth(date)}`,
  zh: `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`,
});

const monthOfYear = (period: Period): Bilingual => {
  const { en, zh } = monthName(period);
  return { en: `${en} ${yearOf(period)}`, zh: `${yearOf(period)}年${zh}` };
};

const daysOfYear = (date: string): Bilingual => {
  const [{ en, zh }, year] = [day(date), date.slice(0, 4)];
  return { en: `${en} ${year}`, zh: `${year}年${zh}` };
};

/** A period in words, with its year: `2024`, `December 2024`, `1 December 2024 to 14 December 2024`. */
export function periodName(period: Period): Bilingual {
  const [months, last] = [wholeMonths(period), shift(period.to, 'day', -1)];
  if (months === 1) return monthOfYear(period);
  if (months === 12 && monthOf(period) === 1) return { en: yearOf(period), zh: `${yearOf(period)}年` };
  const of = (date: string) => (months > 0 ? monthOfYear({ from: date, to: date }) : daysOfYear(date));
  const [first, end] = [of(period.from), of(last)];
  return period.from === last ? first : { en: `${first.en} to ${end.en}`, zh: `${first.zh}至${end.zh}` };
}

const sameMonth = (period: Period, before: Period): boolean =>
  wholeMonths(period) === 1 && wholeMonths(before) === 1;

function monthBefore(compare: FindingCompare, period: Period, before: Period): Bilingual {
  const { en, zh } = monthName(before);
  if (compare === 'year') return { en: `in ${en} ${yearOf(before)}`, zh: '上年同期' };
  const isOneYear = yearOf(before) === yearOf(period);
  return isOneYear ? { en: `in ${en}`, zh } : { en: `in ${en} ${yearOf(before)}`, zh: `上年${zh}` };
}

function daysBefore(period: Period, before: Period): Bilingual {
  const [months, days] = [wholeMonths(period), daysBetween(before.from, before.to)];
  if (months > 0) return { en: `in the ${months} months before`, zh: `前${months}个月` };
  if (before.to === period.from) return { en: `in the ${days} days before`, zh: `前${days}天` };
  const weeks = daysBetween(before.from, period.from) / 7;
  return weeks === 1
    ? { en: 'a week before', zh: '上周同期' }
    : { en: `${weeks} weeks before`, zh: `${weeks}周前` };
}

/** The days of it that are compared: `on like days of October`, `10月可比日`. */
export const likeDays = ({ en, zh }: Bilingual): Bilingual => ({
  en: en.startsWith('in ') ? en.replace(/^in /, 'on like days of ') : `on like days ${en}`,
  zh: `${zh}可比日`,
});

/** What a period is compared with, as it stands after “than” and after 较. */
export function beforeName(compare: FindingCompare, period: Period, before: Period): Bilingual {
  if (sameMonth(period, before)) return monthBefore(compare, period, before);
  return compare === 'year' ? { en: 'in the year before', zh: '上年同期' } : daysBefore(period, before);
}
