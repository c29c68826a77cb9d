import { bucketEnd, type Grain, type Language, type Period, shift, startsBucket } from '@hotline-atlas/model';

const locales: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' };

const moment = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...options });
  formats.set(key, made);
  return made;
}

const wholeMonth: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short' };
const wholeDay: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };

/** `14 Mar 2024` */
export const dayLabel = (day: string, language: Language): string =>
  dateFormat(language, wholeDay).format(moment(day));

/** `Jan–Dec 2024` for whole months, days otherwise; the last day named is the last one in it. */
export function periodLabel({ from, to }: Period, language: Language): string {
  const last = shift(to, 'day', -1);
  if (startsBucket(from, 'year') && bucketEnd(from, 'year') === to)
    return dateFormat(language, { year: 'numeric' }).format(moment(from));
  const months = startsBucket(from, 'month') && startsBucket(to, 'month');
  const format = dateFormat(language, months ? wholeMonth : wholeDay);
  if (language === 'zh') return chineseRange(format.format(moment(from)), format.format(moment(last)));
  return format.formatRange(moment(from), moment(last)).replaceAll(/\s*–\s*/g, '\u2013');
}

/** `2024年1月–3月`: browsers write ranges of Chinese dates with slashes. */
function chineseRange(first: string, last: string): string {
  if (first === last) return first;
  const year = first.slice(0, 5);
  return `${first}\u2013${last.startsWith(year) ? last.slice(5) : last}`;
}

const axisFormats: Record<Exclude<Grain, 'quarter' | 'hour'>, Intl.DateTimeFormatOptions> = {
  day: { month: 'short', day: 'numeric' },
  week: { month: 'short', day: 'numeric' },
  month: { month: 'short' },
  year: { year: 'numeric' },
};

function quarterLabel(start: string, language: Language, withYear: boolean): string {
  const quarter = Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1;
  const year = start.slice(0, 4);
  if (language === 'zh') return withYear ? `${year}年第${quarter}季度` : `第${quarter}季度`;
  return withYear ? `Q${quarter} ${year}` : `Q${quarter}`;
}

/** A bucket under an axis, without its year. */
export function bucketTick(start: string, grain: Grain, language: Language): string {
  if (grain === 'quarter') return quarterLabel(start, language, false);
  if (grain === 'hour') return start.slice(11, 16);
  return dateFormat(language, axisFormats[grain]).format(moment(start));
}

/** A bucket in full. */
export function bucketLabel(start: string, grain: Grain, language: Language): string {
  if (grain === 'quarter') return quarterLabel(start, language, true);
  if (grain === 'hour') return `${dayLabel(start, language)} ${start.slice(11, 16)}`;
  if (grain === 'week') return periodLabel({ from: start, to: shift(start, 'day', 7) }, language);
  if (grain === 'month') return dateFormat(language, wholeMonth).format(moment(start));
  if (grain === 'year') return dateFormat(language, { year: 'numeric' }).format(moment(start));
  return dateFormat(language, { ...wholeDay, weekday: 'short' }).format(moment(start));
}

/** Monday is 1. 2024-01-01 was one. */
export const weekdayLabel = (day: number, language: Language, width: 'short' | 'long' = 'short'): string =>
  dateFormat(language, { weekday: width }).format(moment(shift('2024-01-01', 'day', day - 1)));

/** An instant such as `2024-12-31T15:59:11Z` on the city's clocks. */
export const instantLabel = (instant: string, timeZone: string, language: Language): string =>
  dateFormat(language, { ...wholeDay, hour: '2-digit', minute: '2-digit', hour12: false, timeZone }).format(
    new Date(instant),
  );

/**
 * An instant on the clock of who reads it: for what people did, not for figures of the city.
 * `14 Mar 2024, 16:05`
 * @param seconds whether they matter
 */
export const ownInstantLabel = (instant: string, language: Language, seconds = false): string =>
  dateFormat(language, {
    ...wholeDay,
    ...{ hour: '2-digit', minute: '2-digit', hour12: false, timeZone: undefined },
    ...(seconds && { second: '2-digit' }),
  }).format(new Date(instant));

/** A local time as the API sends those of appeals. */
export function momentLabel(text: string, language: Language): string {
  const clock = text.slice(11, 16);
  return clock ? `${dayLabel(text, language)} ${clock}` : dayLabel(text, language);
}

/** An instant on the city's clocks, as the API sends times of appeals: `2024-12-31T23:44:40`. */
export function localMoment(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
  return parts.replace(' ', 'T');
}
