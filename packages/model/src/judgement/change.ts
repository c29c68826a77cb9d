import type { Covered } from '../answer.ts';
import type { DimensionName } from '../dimensions.ts';
import { type MetricName, metricNames, metricOf } from '../metrics.ts';
import type { Compare } from '../query.ts';
import type { Period } from '../time.ts';
import type { ChangeMark } from './change-marks.ts';
import type { Bilingual, JudgementMeta, Method, Notice } from './method.ts';
import type { RipenessStanding } from './ripeness.ts';

/**
 * Metrics whose change can be judged: sums and ratios of sums. Times to close are quantiles, callers and repeat appeals are
 * estimates that do not add up, and appeals per resident change exactly as appeals do.
 */
export const changeMetrics: readonly MetricName[] = metricNames.filter((name) => {
  const { kind } = metricOf(name);
  return kind === 'sum' || kind === 'ratio';
});

/** Dimensions whose groups can be judged. A status is no group: appeals leave it as they are handled. */
export const changeGroupings = [
  'district',
  'subdistrict',
  'topic1',
  'topic2',
  'topic3',
  'unit',
  'channel',
  'kind',
  'appellant',
  'urgency',
  'location_quality',
  'excluded_reason',
  'day_of_week',
  'hour_of_day',
] as const satisfies DimensionName[];
export type ChangeGrouping = (typeof changeGroupings)[number];

/** `counts`: a sum; `rate`: a ratio of sums, of which changes are told in points (0.01 is one point). */
export type ChangeKind = 'counts' | 'rate';

/**
 * A change of one group, or of the whole. Both sides count the same days: those with data that have a counterpart on the other
 * side; in short periods the earlier side is weighted to the weekdays and days off of the later one (`covered.paired.adjusted`).
 */
export interface ChangeOf {
  /** Counts: the sums over the paired days. Rates: the rates over them, null where nothing was counted. */
  now: number | null;
  before: number | null;
  /** Of rates; null for counts. */
  now_numerator: number | null;
  now_denominator: number | null;
  before_numerator: number | null;
  before_denominator: number | null;
  /** `now` − `before`, with an interval of 95 %; null where either side is unknown. */
  change: number | null;
  change_lower: number | null;
  change_upper: number | null;
  /** Counts: change ÷ before, which is the change per day; null for rates, and where nothing was counted before. */
  change_share: number | null;
  /** Interval of 95 %; the upper end is null where nothing was counted before: it has no bound. */
  share_lower: number | null;
  share_upper: number | null;
  /** The change that earlier years had between the same days; null where there is none, or the days are those of a year before. */
  season: number | null;
  /** `change` − `season`. */
  rest: number | null;
  /** Variance as a multiple of what chance alone gives; null where the history is too short to tell. */
  dispersion: number | null;
  /** Of a change so large, or larger, without a true one; two-sided. */
  p: number | null;
  mark: ChangeMark;
}

/** Columns of equal length, one entry a group: beyond chance first, each mark by the size of its contributions. */
export type ChangeGroups = {
  /** Values of the dimension, as in `/api/query`; '' is unknown. Nothing where the whole alone is asked about. */
  group: string[];
  /** Part in the change of the whole: all parts add up to it. Null where the whole has no change. */
  contribution: (number | null)[];
  /** Counts: contribution ÷ the whole before; percentage points of its growth. */
  contribution_share: (number | null)[];
  /** Rates: the part because the group's own rate moved, and the part because its share of the whole moved. Null for counts. */
  within: (number | null)[];
  mix: (number | null)[];
  /** p after control of false discoveries over all groups that were tested. */
  q: (number | null)[];
} & { [Name in keyof ChangeOf]: ChangeOf[Name][] };

export interface ChangeMeta extends JudgementMeta {
  metric: MetricName;
  kind: ChangeKind;
  by: ChangeGrouping | null;
  compare: Compare;
  compared_period: Period | null;
  /** Which days of the period have data, and which are compared. */
  covered: Covered;
  /** Rate of false discoveries that is kept. */
  level: number;
  /** Fewer are never announced. */
  fewest: number;
  /** Earlier years the season is known from. */
  season_years: number[];
  /** How ripe both sides are; null for metrics that wait for nothing. */
  ripeness: { now: RipenessStanding; before: RipenessStanding } | null;
}

/** `GET /api/change`: which groups truly changed between two periods. */
export interface Change {
  meta: ChangeMeta;
  /** All groups together; its mark stands alone and is not part of the control of false discoveries. Null where there is nothing to compare. */
  whole: ChangeOf | null;
  groups: ChangeGroups;
  marks: { name: ChangeMark; symbol: string; label: Bilingual; rule: Bilingual; groups: number }[];
  method: Method;
  notice: Notice | null;
}
