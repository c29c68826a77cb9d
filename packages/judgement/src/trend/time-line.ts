import {
  bucketEnd,
  buckets,
  daysBetween,
  isWithin,
  type LocalDate,
  overlap,
  type Period,
  type StepState,
  type TrendGrain,
} from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';

/** The steps of a trend in order, and how each of them stands. */
export interface TimeLine {
  grain: TrendGrain;
  starts: LocalDate[];
  /** The same as days since 1970. */
  days: number[];
  states: StepState[];
}

/**
 * The steps of a period that has data. A step with a day in a gap is missing: its count would be too small.
 * @param leftOut spans whose steps are left out
 */
export function timeLineOf(
  period: Period,
  grain: TrendGrain,
  leftOut: readonly Period[],
  { span, completeTo, coverage }: Pick<History, 'span' | 'completeTo' | 'coverage'>,
): TimeLine {
  const known = overlap(period, span);
  const starts = known ? buckets(known, grain) : [];
  const covered = overlap(period, { from: span.from, to: completeTo });
  const days = starts.map((start) => daysBetween('1970-01-01', start));
  const stateOf = (start: LocalDate): StepState => {
    const step = { from: start, to: bucketEnd(start, grain) };
    if (leftOut.some((span) => overlap(span, step))) return 'left_out';
    if (!covered || !isWithin(step, [covered])) return 'incomplete';
    return isWithin(step, coverage.spans) ? 'complete' : 'missing';
  };
  return { grain, starts, days, states: starts.map(stateOf) };
}

/** First and last position with a complete step; null where there is none. */
export function completeRange({ states }: Pick<TimeLine, 'states'>): { first: number; last: number } | null {
  const first = states.indexOf('complete');
  return first < 0 ? null : { first, last: states.lastIndexOf('complete') };
}
