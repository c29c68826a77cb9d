import {
  type Answer,
  type DimensionName,
  dimensionOf,
  inLanguage,
  metricOf,
  type Unit,
} from '@hotline-atlas/model';
import { grainIn, metricIn } from '../api/table.ts';
import { numberIn, textIn } from '../api/useAnswer.ts';
import { isRemainder, type Ranked, rank, rankedOf } from '../charts/ranking.ts';
import { wilson } from '../charts/wilson.ts';
import { changeOf } from '../format/change.ts';
import { periodLabel, weekdayLabel } from '../format/dates.ts';
import { formatValue, percent } from '../format/numbers.ts';
import type { Screen } from '../state/screen.ts';

export type Titled = Pick<Screen, 'messages' | 'language' | 'label' | 'metricLabel'>;

/** How the metric moved over the whole period, once the figure of the period is known. */
export function trendTitle(answer: Answer, whole: Answer | undefined, screen: Titled): string {
  const { messages, language } = screen;
  const metric = metricIn(answer);
  const name = screen.metricLabel(metric);
  const row = whole?.rows[0];
  const change = changeOf(
    numberIn(row, metric),
    numberIn(row, `${metric}_before`),
    metricOf(metric).unit,
    language,
  );
  const compared = whole?.meta.compared_period;
  if (!change || !compared) return messages.titles.trend(name);
  const on = periodLabel(compared, language);
  if (change.direction === 'same') return messages.titles.trendSame(name, on);
  return messages.titles.trendMoved(name, change.direction, change.size, on);
}

const known = ({ code }: Ranked) => !isRemainder(code);

/** The largest part of a volume. */
function leader(answer: Answer, dimension: DimensionName): { name: string; share: number } | null {
  const ranked = rank(answer, dimension);
  const total = ranked.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const first = ranked.find(known);
  return first?.value && total > 0 ? { name: first.code, share: first.value / total } : null;
}

/** The outlier of a judged figure, if its interval is clear of everything together. */
function outlier(answer: Answer, dimension: DimensionName, whole: number | null): Ranked | null {
  const metric = metricIn(answer);
  const first = rank(answer, dimension).filter(known)[0];
  if (!first || first.value === null || first.tooFew) return null;
  if (!first.interval || whole === null) return first;
  const clear = metricOf(metric).better === 'up' ? first.interval.high < whole : first.interval.low > whole;
  return clear ? first : null;
}

/** What stands out in the values of a dimension. */
export function rankingTitle(
  answer: Answer,
  dimension: DimensionName,
  whole: number | null,
  screen: Titled,
  phrase: (name: string, share: string) => string = screen.messages.titles.leads,
): string {
  const { messages, language } = screen;
  const metric = metricIn(answer);
  const name = screen.metricLabel(metric);
  const plain = messages.titles.by(name, inLanguage(dimensionOf(dimension).label, language));
  if (metric === 'appeals') {
    const first = leader(answer, dimension);
    return first ? phrase(screen.label(dimension, first.name), percent(first.share, language)) : plain;
  }
  const found = outlier(answer, dimension, whole);
  if (!found || found.value === null)
    return metricOf(metric).unit === 'share' ? messages.titles.alike(name) : plain;
  const value = formatValue(found.value, metricOf(metric).unit, language);
  const tell = metricOf(metric).better === 'up' ? messages.titles.lowest : messages.titles.highest;
  return tell(name, screen.label(dimension, found.code), value);
}

interface Hour extends Ranked {
  day: number;
  hour: number;
}

/** Standard deviations an hour has to lie apart: 5 % of error shared among the 168 hours of a week (Bonferroni). */
const apart = 3.62;

/** Whether a share is clear of everything together, though it is the extreme of a whole week. */
function standsOut({ numerator, cases }: Hour, hours: readonly Hour[]): boolean {
  const sum = (read: (hour: Hour) => number | null) =>
    hours.reduce((total, hour) => total + (read(hour) ?? 0), 0);
  const whole = sum((hour) => hour.numerator) / sum((hour) => hour.cases);
  const interval = wilson(numerator ?? 0, cases ?? 0, apart);
  return interval !== null && (interval.high < whole || interval.low > whole);
}

/** When the week is busiest, or a judged figure worst; a share only where that is more than chance. */
export function hoursTitle(answer: Answer, screen: Titled): string {
  const { messages, language } = screen;
  const metric = metricIn(answer);
  const name = screen.metricLabel(metric);
  const lowest = metricOf(metric).better === 'up';
  const hours = answer.rows.map((row): Hour => {
    const [day, hour] = [textIn(row, 'day_of_week'), textIn(row, 'hour_of_day')];
    return { ...rankedOf(row, hour, metric), day: Number(day), hour: Number(hour) };
  });
  const [peak] = hours
    .filter(({ value, tooFew }) => value !== null && !tooFew)
    .sort((a, b) => (lowest ? 1 : -1) * ((a.value ?? 0) - (b.value ?? 0)));
  if (!peak) return messages.titles.by(name, messages.hours.panel);
  const day = weekdayLabel(peak.day, language, 'long');
  if (metric === 'appeals') return messages.titles.busiest(day, peak.hour);
  if (metricOf(metric).unit === 'share' && !standsOut(peak, hours)) return messages.titles.alike(name);
  return messages.titles.peak(name, !lowest, day, peak.hour);
}

const units: Record<Unit, { en: string; zh: string }> = {
  count: { en: 'number', zh: '件' },
  share: { en: 'per cent', zh: '百分比' },
  hours: { en: 'time', zh: '时长' },
  per_10k: { en: '', zh: '' },
};

/** Measure, place, period, unit. */
export function subtitle(answer: Answer, place: string, screen: Titled, more: string | null = null): string {
  const metric = metricIn(answer);
  const parts = [screen.metricLabel(metric), more, place, periodLabel(answer.meta.period, screen.language)];
  return [...parts, inLanguage(units[metricOf(metric).unit], screen.language)].filter(Boolean).join(' · ');
}

/** `by month`, where an answer is grouped by time. */
export const perGrain = (answer: Answer, screen: Titled): string | null => {
  const grain = grainIn(answer);
  return grain ? screen.messages.trend.perGrain[grain] : null;
};
