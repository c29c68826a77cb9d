import {
  type Answer,
  daysBetween,
  type Interval,
  type MetricName,
  type MetricRipeness,
  metricOf,
  type Period,
  shift,
} from '@hotline-atlas/model';
import { provisionalBuckets, ripenessIn } from '@hotline-atlas/ui/answer/provisional.ts';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { fewestCases, shareInterval } from '@hotline-atlas/ui/answer/shareInterval.ts';
import { tileMetrics } from './questions.ts';

/** A month in the line of a tile. */
export interface CoursePoint {
  month: string;
  value: number | null;
  interval: Interval | null;
  /** Whether it will still move. */
  provisional: boolean;
}

/** A figure of the month with all that is told beside it. */
export interface Tile {
  metric: MetricName;
  /** A share; appeals a day; null where nothing can be said. */
  value: number | null;
  numerator: number | null;
  /** Of shares their cases, of appeals a day the days. */
  denominator: number | null;
  interval: Interval | null;
  tooFew: boolean;
  ripeness: MetricRipeness | null;
  course: CoursePoint[];
}

/** Days with data of a month. */
type DaysOf = (month: string) => number;

/** Counts the days of a month inside spans of days with data. */
const daysInside =
  (spans: readonly Period[]): DaysOf =>
  (month) => {
    const end = shift(month, 'month', 1);
    return spans.reduce((sum, { from, to }) => {
      const [first = month, last = end] = [[from, month].sort()[1], [to, end].sort()[0]];
      return sum + Math.max(0, daysBetween(first, last));
    }, 0);
  };

/** The interval of a share; null where a source excludes more orders than it dispatched. */
const intervalOf = (numerator: number, cases: number): Interval | null =>
  numerator <= cases ? shareInterval(numerator, cases) : null;

function pointOf(row: Answer['rows'][number], metric: MetricName, open: boolean, days: DaysOf): CoursePoint {
  const month = textIn(row, 'month');
  if (metricOf(metric).unit !== 'share') {
    const [appeals, of] = [numberIn(row, metric), days(month)];
    return {
      month,
      value: appeals === null || of === 0 ? null : appeals / of,
      interval: null,
      provisional: open,
    };
  }
  const [numerator, cases] = [numberIn(row, `${metric}_numerator`), numberIn(row, `${metric}_denominator`)];
  const isTold = numerator !== null && cases !== null && cases >= fewestCases;
  return {
    month,
    value: isTold ? numerator / cases : null,
    interval: isTold ? intervalOf(numerator, cases) : null,
    provisional: open,
  };
}

function courseOf(course: Answer, metric: MetricName, days: DaysOf): CoursePoint[] {
  const unripe = provisionalBuckets(course, metric);
  const open = new Set(course.meta.incomplete);
  return course.rows.map((row) => {
    const month = textIn(row, 'month');
    return pointOf(row, metric, unripe.has(month) || open.has(month), days);
  });
}

/**
 * Whether the source of the city gives anything for a metric in these months. Where nothing at all was
 * excluded, exclusions are not recorded: orders that count are not told as such.
 */
function isRecorded({ rows }: Answer, metric: MetricName): boolean {
  if (metricOf(metric).unit !== 'share') return true;
  const basis = metric === 'excluded_share' ? 'numerator' : 'denominator';
  return rows.some((row) => (numberIn(row, `${metric}_${basis}`) ?? 0) > 0);
}

function tileOf(metric: MetricName, figures: Answer, course: Answer, daysOf: DaysOf): Tile {
  const row = figures.rows[0];
  const { unit } = metricOf(metric);
  const { covered } = figures.meta;
  // A day that is not over is counted in the total, and is no day to divide by.
  const isUnderWay = covered.left_out.some(({ reason }) => reason === 'under_way');
  const counted = numberIn(row, isUnderWay ? `${metric}_paired` : metric);
  const days = isUnderWay ? (covered.paired?.days ?? null) : covered.days;
  const numerator = unit === 'share' ? numberIn(row, `${metric}_numerator`) : counted;
  const denominator = unit === 'share' ? numberIn(row, `${metric}_denominator`) : days;
  const known = numerator !== null && denominator !== null && denominator > 0;
  return {
    metric,
    value: known ? numerator / denominator : null,
    numerator,
    denominator,
    interval: known && unit === 'share' ? intervalOf(numerator, denominator) : null,
    tooFew: unit === 'share' && (denominator ?? 0) < fewestCases,
    ripeness: unit === 'share' ? ripenessIn(figures, metric) : null,
    course: courseOf(course, metric, daysOf),
  };
}

/** The tiles of what the city records, and the metrics it does not record. */
export function tilesOf(figures: Answer, course: Answer): { tiles: Tile[]; unrecorded: MetricName[] } {
  const days = daysInside(course.meta.covered.spans);
  const recorded = tileMetrics.filter((metric) => isRecorded(course, metric));
  return {
    tiles: recorded.map((metric) => tileOf(metric, figures, course, days)),
    unrecorded: tileMetrics.filter((metric) => !recorded.includes(metric)),
  };
}

/** Both ends of a scale. */
export interface Scale {
  low: number;
  high: number;
}

const steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;

const valuesOf = (tiles: readonly Tile[]): number[] =>
  tiles.flatMap(({ value, course }) =>
    [value, ...course.map((point) => point.value)].filter((each) => each !== null),
  );

/** One scale for several rates, with round ends; never beyond 0 and 1. */
export function rateScale(tiles: readonly Tile[]): Scale {
  const values = valuesOf(tiles);
  if (values.length === 0) return { low: 0, high: 1 };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = steps.find((each) => (most - least) / each <= 4) ?? 0.5;
  const low = Math.max(0, Math.floor(least / step) * step);
  const high = Math.min(1, Math.ceil(most / step) * step);
  return { low, high: high > low ? high : Math.min(1, low + step) };
}

/** A scale from zero to a round number. */
export const scaleFromZero = (tile: Tile): Scale => upTo(Math.max(...valuesOf([tile]), 0));

/** The same of months alone. */
export const scaleOfPoints = (points: readonly CoursePoint[]): Scale =>
  upTo(Math.max(0, ...points.map(({ value }) => value ?? 0)));

function upTo(most: number): Scale {
  if (most === 0) return { low: 0, high: 1 };
  const size = 10 ** Math.floor(Math.log10(most));
  const round = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * size >= most) ?? 10;
  return { low: 0, high: round * size };
}
