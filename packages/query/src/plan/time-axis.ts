import {
  bucketEnd,
  buckets,
  type Comparison,
  countedBefore,
  daysBetween,
  floorTo,
  type Grain,
  intersection,
  isWithin,
  type LocalDate,
  mostRows,
  overlap,
  type Period,
  startsBucket,
} from '@hotline-atlas/model';
import type { History } from './history.ts';
import { hasAny, type Standing } from './standing.ts';

/** The time axis of an answer. Spans are days; hours share the standing of their day. */
export interface TimeAxis {
  grain: Grain;
  /** Beginning of the first bucket. */
  first: LocalDate;
  /** Buckets from the first to the last. */
  count: number;
  /** Spans of buckets without a day that has data and is not left out: they have no value. */
  empty: Period[];
  /** Spans of buckets to which nothing of the period compared with belongs. */
  incomparable: Period[];
  /** Spans of buckets without a day that is compared. */
  unpaired: Period[];
  /**
   * Names of buckets that are not wholly covered by the period and by whole days with data; those left out
   * are not among them.
   */
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

/** Whether anything of the compared period that counts belongs to a bucket. */
function isComparable(bucket: Period, comparison: Comparison, { counted }: Standing): boolean {
  const days = countedBefore(comparison, bucket);
  return days !== null && hasAny(days, counted);
}

const hoursOf = (day: LocalDate): string[] => buckets({ from: day, to: bucketEnd(day, 'day') }, 'hour');

/** The days of the buckets of a period. */
export function inBuckets({ from, to }: Period, grain: Grain): Period {
  const own = dayGrain(grain);
  return { from: floorTo(from, own), to: startsBucket(to, own) ? to : bucketEnd(floorTo(to, own), own) };
}

/** The time axis of an answer grouped by a grain. */
export function timeAxisOf(
  grain: Grain,
  period: Period,
  standing: Standing,
  comparison: Comparison | null,
  history: History,
): TimeAxis {
  const all = bucketsOf(period, grain, history);
  const { covered, counted, without } = standing;
  const inPeriod = intersection(covered, [period]);
  const own = (bucket: Period) => overlap(bucket, period) ?? bucket;
  const incomplete = all
    .filter((bucket) => !isWithin(own(bucket), without) && !isWithin(bucket, inPeriod))
    .map(({ from }) => from);
  return {
    grain,
    first: all[0]?.from ?? period.from,
    count: all.length * (grain === 'hour' ? 24 : 1),
    empty: spansOf(all, (bucket) => !hasAny(own(bucket), counted)),
    incomparable: comparison ? spansOf(all, (bucket) => !isComparable(bucket, comparison, standing)) : [],
    unpaired: comparison ? spansOf(all, (bucket) => !hasAny(bucket, comparison.paired.now)) : [],
    incomplete: grain === 'hour' ? incomplete.flatMap(hoursOf) : incomplete,
  };
}
