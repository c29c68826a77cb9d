import {
  type Answer,
  type ChangeMark,
  type DimensionName,
  dimensionOf,
  inLanguage,
  metricOf,
  type Unit,
} from '@hotline-atlas/model';
import { changeIn, isFewCompared, isPerDay } from '@hotline-atlas/ui/answer/change.ts';
import { grainIn, metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { isProvisional } from '@hotline-atlas/ui/answer/provisional.ts';
import { isRemainder, type Ranked, rank, rankedOf } from '@hotline-atlas/ui/answer/ranking.ts';
import { textIn } from '@hotline-atlas/ui/answer/row.ts';
import { fewestCases, shareInterval } from '@hotline-atlas/ui/answer/shareInterval.ts';
import { periodLabel, weekdayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { formatValue, percent } from '@hotline-atlas/ui/format/numbers.ts';
import type { Screen } from '../screen/screen.ts';
import { subtitleDays } from './coverage.ts';
import { shortRipeness } from './ripeness.ts';

export type Titled = Pick<Screen, 'messages' | 'language' | 'label' | 'metricLabel'>;

/**
 * How the metric moved over the whole period, once the figure of the period is known. A rise or a fall is
 * only spoken of where the
 * judgement bears it.
 * @param mark what the judgement of the change says; null while it is not known
 */
export function trendTitle(
  answer: Answer,
  whole: Answer | undefined,
  screen: Titled,
  mark: ChangeMark | null,
): string {
  const { messages, language } = screen;
  const words = messages.comparison.title;
  const metric = metricIn(answer);
  const name = screen.metricLabel(metric);
  const row = whole?.rows[0];
  const compared = whole?.meta.compared_period;
  if (!whole || !compared) return messages.titles.trend(name);
  if (isProvisional(whole, metric)) return words.provisional(name, periodLabel(compared, language));
  if (mark === 'too_few' || isFewCompared(row, metric)) return words.few(name);
  const change = changeIn(row, metric, language);
  if (!change) return messages.titles.trend(name);
  const on = periodLabel(compared, language);
  const daily = isPerDay(whole.meta.covered, metricOf(metric).unit);
  if (mark === 'provisional') return words.provisional(name, on);
  if (change.direction === 'same') return words.same(name, on, daily);
  if (mark === 'chance') return words.chance(name, change.signed, on, daily);
  if (mark === 'beyond_chance') return words[change.direction](name, change.size, on, daily);
  return words.figure(name, change.signed, on, daily);
}

const known = ({ code }: Ranked) => !isRemainder(code);

/** The largest part of a volume. */
function leader(answer: Answer, dimension: DimensionName): { name: string; share: number } | null {
  const ranked = rank(answer, dimension);
  const total = ranked.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const first = ranked.find(known);
  return first?.value && total >= fewestCases ? { name: first.code, share: first.value / total } : null;
}

/** What the values of a dimension are held to. */
export interface Standards {
  /** The figure of everything together. */
  whole: number | null;
  /** Groups the judgement finds truly lower; null where there is no judgement, or none yet. */
  lower: ReadonlySet<string> | null;
}

/**
 * Standard deviations the extreme of several groups has to lie apart, by Chernoff's bound on the tail: 5 % of
 * error shared among them.
 */
const apartOf = (groups: number): number => Math.sqrt(2 * Math.log(groups / 0.05));

/** Whether the extreme of several shares is clear of everything together. */
function isClear({ numerator, cases }: Ranked, groups: number, whole: number, isUp: boolean): boolean {
  const interval = shareInterval(numerator ?? 0, cases ?? 0, apartOf(groups));
  return interval !== null && (isUp ? interval.upper < whole : interval.lower > whole);
}

/**
 * The outlier of a judged figure: where groups are judged, the lowest that is truly lower; else one that is
 * clear of everything together.
 */
function outlier(answer: Answer, dimension: DimensionName, { whole, lower }: Standards): Ranked | null {
  const metric = metricIn(answer);
  const ranked = rank(answer, dimension).filter(known);
  if (lower) return ranked.find(({ code }) => lower.has(code)) ?? null;
  const [first] = ranked;
  if (!first || first.value === null || first.tooFew) return null;
  if (!first.interval || whole === null) return first;
  return isClear(first, ranked.length, whole, metricOf(metric).better === 'up') ? first : null;
}

/** What stands out in the values of a dimension. */
export function rankingTitle(
  answer: Answer,
  dimension: DimensionName,
  standards: Standards,
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
  const found = outlier(answer, dimension, standards);
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

/**
 * Standard deviations an hour has to lie apart: 5 % of error shared among the 168 hours of a week
 * (Bonferroni).
 */
const apart = 3.62;

/** Whether a share is clear of everything together, though it is the extreme of a whole week. */
function standsOut({ numerator, cases }: Hour, hours: readonly Hour[]): boolean {
  const sum = (read: (hour: Hour) => number | null) =>
    hours.reduce((total, hour) => total + (read(hour) ?? 0), 0);
  const whole = sum((hour) => hour.numerator) / sum((hour) => hour.cases);
  const interval = shareInterval(numerator ?? 0, cases ?? 0, apart);
  return interval !== null && (interval.upper < whole || interval.lower > whole);
}

/** When the week is busiest, or a judged figure worst; a share only where that is more than chance. */
export function hoursTitle(answer: Answer, screen: Titled): string {
  const { messages, language } = screen;
  const metric = metricIn(answer);
  const name = screen.metricLabel(metric);
  const lowest = metricOf(metric).better === 'up';
  const hours = answer.rows.map((row): Hour => {
    const [day, hour] = [textIn(row, 'day_of_week'), textIn(row, 'hour_of_day')];
    return { ...rankedOf(row, hour, metric, false), day: Number(day), hour: Number(hour) };
  });
  const [peak] = hours
    .filter(({ value, tooFew }) => value !== null && !tooFew)
    .sort((a, b) => (lowest ? 1 : -1) * ((a.value ?? 0) - (b.value ?? 0)));
  if (!peak) return messages.titles.by(name, messages.hours.panel);
  const day = weekdayLabel(peak.day, language, 'long');
  if (metric === 'appeals') {
    const total = hours.reduce((sum, { value }) => sum + (value ?? 0), 0);
    if (total < fewestCases) return messages.titles.by(name, messages.hours.panel);
    return messages.titles.busiest(day, peak.hour);
  }
  if (metricOf(metric).unit === 'share' && !standsOut(peak, hours)) return messages.titles.alike(name);
  return messages.titles.peak(name, !lowest, day, peak.hour);
}

const units: Record<Unit, { en: string; zh: string }> = {
  count: { en: 'number', zh: '件' },
  share: { en: 'per cent', zh: '百分比' },
  hours: { en: 'time', zh: '用时' },
  per_10k: { en: '', zh: '' },
};

/** Measure, place, period, unit. */
export function subtitle(answer: Answer, place: string, screen: Titled, more: string | null = null): string {
  const metric = metricIn(answer);
  const parts = [
    screen.metricLabel(metric),
    more,
    place,
    periodLabel(answer.meta.period, screen.language),
    subtitleDays(answer.meta, screen),
    shortRipeness(answer, metric, screen),
  ];
  return [...parts, inLanguage(units[metricOf(metric).unit], screen.language)].filter(Boolean).join(' · ');
}

/** `by month`, where an answer is grouped by time. */
export const perGrain = (answer: Answer, screen: Titled): string | null => {
  const grain = grainIn(answer);
  return grain ? screen.messages.panels.perGrain[grain] : null;
};
