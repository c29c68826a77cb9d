import type { LocalDate, MetricName, Period } from '@hotline-atlas/model';
import type { Development } from '@hotline-atlas/statistics';

/**
 * What becomes known of orders with time: answers of return visits, whether they were on time, that they are
 * closed.
 */
const ripeningSeries = ['contact', 'resolution', 'satisfaction', 'on_time', 'closed'] as const;
export type RipeningSeries = (typeof ripeningSeries)[number];

/** What each metric waits for. */
export const seriesOf: Partial<Record<MetricName, RipeningSeries>> = {
  response_rate: 'contact',
  resolution_rate: 'resolution',
  satisfaction_rate: 'satisfaction',
  visited: 'contact',
  on_time_rate: 'on_time',
  closed: 'closed',
  median_hours_to_close: 'closed',
  p90_hours_to_close: 'closed',
};

/** The orders of one month, and when what came of them became known. */
export interface Cohort {
  month: LocalDate;
  /** Cases that count and of which nobody wrote down when they became known. */
  undated: number;
  development: Development;
}

/** How what is known of orders grows, in one version of the data. */
export interface Ripening {
  /**
   * The first day that is not in the data any more: nothing happened on it or later, as far as the data
   * knows.
   */
  dataTo: LocalDate;
  /** Days that have data, in order. */
  days: readonly Period[];
  cohorts: Record<RipeningSeries, Cohort[]>;
}

/** A row of the statement: what became known of a month with a delay. */
export interface DelayRow {
  month: LocalDate;
  /** Days; −1 where it is not known. */
  delay: number;
  /** Numerator and denominator of each of its series, in turn. */
  counts: number[];
}

/** The cohorts of one series. */
export function cohortsOf(rows: readonly DelayRow[], series: number): Cohort[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return months.map((month) => {
    const all = rows.filter((row) => row.month === month).sort((one, other) => one.delay - other.delay);
    const own = all.filter(({ delay }) => delay >= 0);
    const undated = all.find(({ delay }) => delay < 0)?.counts[2 * series + 1] ?? 0;
    return {
      month,
      undated,
      development: {
        delays: Float64Array.from(own, ({ delay }) => delay),
        numerators: Float64Array.from(own, ({ counts }) => counts[2 * series] ?? 0),
        denominators: Float64Array.from(own, ({ counts }) => counts[2 * series + 1] ?? 0),
      },
    };
  });
}

/** Something that happened to appeals on a day. */
export interface EventDay {
  day: LocalDate;
  events: number;
}

/** Days that tell how much usually happens. */
const usualDays = 60;
/** A day with less than this share of what usually happens is a slip of the pen, not the end of the data. */
const slip = 0.02;

/**
 * The last day on which orders were handled as usual; null where nothing happened. Times far ahead are typing
 * mistakes.
 */
export function lastEventDay(days: readonly EventDay[], published: LocalDate): LocalDate | null {
  const known = days
    .filter(({ day }) => day <= published)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const busiest = [...known].sort((one, other) => other.events - one.events).slice(0, usualDays);
  const usual = busiest[Math.floor(busiest.length / 2)]?.events ?? 0;
  return known.filter(({ events }) => events >= slip * usual).at(-1)?.day ?? null;
}
