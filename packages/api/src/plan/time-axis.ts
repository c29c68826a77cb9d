import {
  bucketEnd,
  buckets,
  daysBetween,
  type Grain,
  type LocalDate,
  mostRows,
  type Period,
  shiftEnd,
} from '@hotline-atlas/model';
import { type Comparison, counterpartOf } from './comparison.ts';
import type { History } from './history.ts';
import { isWithin, overlap } from './reading.ts';

/** The time axis of an answer. Spans are days; hours share the standing of their day. */
export interface TimeAxis {
  grain: Grain;
  /** Beginning of the first bucket. */
  first: LocalDate;
  /** Buckets from the first to the last, those left out included. */
  count: number;
  /** Spans of buckets that are left out, because all their days are. */
  leftOut: Period[];
  /** Spans of buckets that have nothing to be compared with. */
  incomparable: Period[];
  /** Names of buckets that are not wholly covered by the period and by complete days of data. */
  incomplete: string[];
}

const dayGrain = (grain: Grain): Grain => (grain === 'hour' ? 'day' : grain);

/** The buckets of a period; of the part with data where the period has more than an answer can. */
function bucketsOf(period: Period, grain: Grain, history: History): Period[] {
  const tooMany = daysBetween(period.from, period.to) * (grain === 'hour' ? 24 : 1) > mostRows;
  const starts = buckets((tooMany && overlap(period, history.span)) || period, dayGrain(grain));
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? bucketEnd(from, dayGrain(grain)) }));
}

/** Neighbouring buckets that satisfy a condition, as spans of days. */
function spansOf(all: readonly Period[], condition: (bucket: Period) => boolean): Period[] {
  const spans: Period[] = [];
  for (const bucket of all.filter(condition)) {
    const last = spans.at(-1);
    if (last?.to === bucket.from) last.to = bucket.to;
    else spans.push({ ...bucket });
  }
  return spans;
}

function isComparable(
  bucket: Period,
  comparison: Comparison,
  without: readonly Period[],
  history: History,
): boolean {
  const from = counterpartOf(bucket.from, comparison.move);
  if (from === null) return false;
  const counted = overlap(comparison.counted, history.span);
  const to = shiftEnd(bucket.to, comparison.move.unit, -comparison.move.amount);
  const counterpart = counted && overlap({ from, to }, counted);
  return counterpart !== null && !isWithin(counterpart, without);
}

const hoursOf = (day: LocalDate): string[] => buckets({ from: day, to: bucketEnd(day, 'day') }, 'hour');

/** The time axis of an answer grouped by a grain. */
export function timeAxisOf(
  grain: Grain,
  period: Period,
  without: readonly Period[],
  comparison: Comparison | null,
  history: History,
): TimeAxis {
  const all = bucketsOf(period, grain, history);
  const covered = overlap(period, { from: history.span.from, to: history.completeTo });
  const isLeftOut = (bucket: Period) =>
    without.length > 0 && isWithin(overlap(bucket, period) ?? bucket, without);
  const incomplete = all
    .filter((bucket) => !isLeftOut(bucket) && !(covered && isWithin(bucket, [covered])))
    .map(({ from }) => from);
  return {
    grain,
    first: all[0]?.from ?? period.from,
    count: all.length * (grain === 'hour' ? 24 : 1),
    leftOut: spansOf(all, isLeftOut),
    incomparable: comparison
      ? spansOf(all, (bucket) => !isComparable(bucket, comparison, without, history))
      : [],
    incomplete: grain === 'hour' ? incomplete.flatMap(hoursOf) : incomplete,
  };
}
