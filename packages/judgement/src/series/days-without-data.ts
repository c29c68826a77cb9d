import type { City } from '@hotline-atlas/city';
import { daysBetween, type LocalDate, type Notice, overlap, type Period, shift } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';

const dayNames = (['en-GB', 'zh-CN'] as const).map(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);
const inWords = (day: LocalDate): string[] =>
  dayNames.map((format) => format.format(new Date(`${day}T00:00Z`)));

/** The spans of a period that lie in none of some spans in order. */
export function outside(period: Period, spans: readonly Period[]): Period[] {
  const found: Period[] = [];
  let from = period.from;
  for (const span of spans) {
    if (span.to <= from) continue;
    if (span.from >= period.to) break;
    if (span.from > from) found.push({ from, to: span.from });
    from = span.to;
  }
  return from < period.to ? [...found, { from, to: period.to }] : found;
}

function underWay(day: LocalDate, { seen }: History, { time_zone }: Pick<City, 'time_zone'>): Notice {
  const [en = '', zh = ''] = inWords(day);
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: time_zone });
  const time = seen.newestAppeal === null ? '–' : clock.format(new Date(seen.newestAppeal));
  return {
    code: 'day_under_way',
    en: `${en} is not whole: the newest appeal was received at ${time}. It is judged when the day has passed and all of it is loaded.`,
    zh: `${zh}的数据尚不完整：最新一件诉求的受理时间为${time}。待当日结束且数据全部入库后再作判断。`,
  };
}

function missing([first]: readonly Period[], days: number, of: Period): Notice {
  const lastDay = shift(of.to, 'day', -1);
  const [en = '', zh = ''] = inWords(days === 1 && first ? first.from : lastDay);
  if (days === 1)
    return {
      code: 'day_missing',
      en: `No data for ${en}: no appeal of the whole city was received.`,
      zh: `${zh}没有数据：全市未收到任何诉求。`,
    };
  const all = daysBetween(of.from, of.to);
  return {
    code: 'day_missing',
    en: `No data for ${days} of the ${all} days up to ${en}: no appeal of the whole city was received.`,
    zh: `截至${zh}的${all}天中有${days}天没有数据：全市未收到任何诉求。`,
  };
}

/**
 * Why days cannot be judged: some of them have no data, or the last is not whole; null where all have data.
 * Days after the last with data have none either.
 */
export function withoutDataIn(
  period: Period,
  history: History,
  city: Pick<City, 'time_zone'>,
): Notice | null {
  const open = outside(period, history.coverage.spans);
  if (open.length === 0) return null;
  const { underWay: last } = history.coverage;
  const lacking = last ? open.flatMap((span) => outside(span, [last])) : open;
  const days = lacking.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
  const begun = last && open.map((span) => overlap(span, last)).find((span) => span !== null);
  if (days === 0 && begun) return underWay(begun.from, history, city);
  return missing(lacking, days, period);
}
