import {
  daysBetween,
  isWithin,
  type LocalDate,
  later,
  overlap,
  type Period,
  shift,
  type Watch,
} from '@hotline-atlas/model';
import type { Coverage } from '@hotline-atlas/query';

const yearsBack = 5;
const weeksInYear = 52.18;
const halfWindow = 3;

/** A step that is compared with. */
export const kept = 0;
/**
 * A step that touches a regime of the city: left out of every baseline, and judged where it is the newest.
 */
export const inRegime = 1;
/**
 * A step with a day next to a long gap, which may be cut short: no history, and judged where it is the
 * newest.
 */
export const besideGap = 2;
/** A step with a day without data: neither part of the history nor judged. */
export const withoutData = 3;

/** From this many days on, the days beside a gap may be cut short. A long weekend is shorter. */
const longGap = 4;

/** The state of a span of days. */
export function stateOf(
  span: Period,
  { spans, gaps }: Pick<Coverage, 'spans' | 'gaps'>,
  regimes: readonly Period[],
): number {
  if (!isWithin(span, spans)) return withoutData;
  const isBeside = ({ from, to }: Period) =>
    daysBetween(from, to) >= longGap && (span.to === from || span.from === to);
  if (gaps.some(isBeside)) return besideGap;
  return regimes.some((regime) => overlap(regime, span)) ? inRegime : kept;
}

/**
 * The time a day is judged by: steps of a week that end with the day. Watched daily, each is one day, the
 * same day of the week; watched weekly, each is the seven days up to that day. So a Tuesday is compared with
 * Tuesdays, and a year has 52 steps either way.
 */
export interface WatchSteps {
  watch: Watch;
  /** Last days of the steps, in order. */
  ends: LocalDate[];
  /** The same as days since 1970. */
  days: Int32Array;
  /** What is read. */
  period: Period;
  /** By step: {@link kept}, {@link inRegime}, {@link besideGap} or {@link withoutData}. */
  leftOut: Uint8Array;
}

/** The first and the day after the last day of a step. */
export const spanOf = (end: LocalDate, watch: Watch): Period => ({
  from: watch === 'day' ? end : shift(end, 'day', -6),
  to: shift(end, 'day', 1),
});

/**
 * The steps that end with a day, as far back as there is data, five years at the most.
 *
 * @param coverage which days have data
 */
export function watchSteps(
  day: LocalDate,
  watch: Watch,
  firstDay: LocalDate,
  regimes: readonly Period[],
  coverage: Pick<Coverage, 'spans' | 'gaps'>,
): WatchSteps {
  const most = Math.ceil(yearsBack * weeksInYear) + halfWindow + 1;
  const width = watch === 'day' ? 1 : 7;
  const available = Math.floor((daysBetween(firstDay, day) + 1 - width) / 7) + 1;
  const count = Math.max(0, Math.min(most, available));
  const ends = Array.from({ length: count }, (_, step) => shift(day, 'day', -7 * (count - 1 - step)));
  const to = shift(day, 'day', 1);
  const from = ends[0] === undefined ? to : later(firstDay, spanOf(ends[0], watch).from);
  return {
    watch,
    ends,
    days: Int32Array.from(ends, (end) => daysBetween('1970-01-01', end)),
    period: { from, to },
    leftOut: Uint8Array.from(ends, (end) => stateOf(spanOf(end, watch), coverage, regimes)),
  };
}
