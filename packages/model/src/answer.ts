import type { Notice } from './judgement/method.ts';
import type { AnswerRipeness } from './judgement/ripeness.ts';
import type { Localized } from './localized.ts';
import type { Unit } from './metrics.ts';
import type { Period } from './time.ts';

/** What a column of an answer holds. */
export interface Column {
  name: string;
  type: 'string' | 'number' | 'date' | 'datetime';
  role:
    | 'dimension'
    | 'metric'
    | 'numerator'
    | 'denominator'
    | 'before'
    | 'paired'
    | 'before_paired'
    | 'change'
    | 'change_share';
  /** The metric or dimension it belongs to. */
  of: string;
  unit?: Unit;
}

/** As of when an answer is: the newest appeal that counts, the last published load, the version of the data. */
export interface AsOf {
  newest_appeal: string | null;
  last_load: string | null;
  version: number;
}

/**
 * Why days are left out. Of a period: `regime` (the question leaves it out), `before_data`, `after_data`, `gap` (no appeal of the whole
 * city, beyond chance), `under_way` (not over when the data was published: counted, never compared). Of pairs: `no_counterpart` (no such
 * date on the other side), `counterpart_left_out`, `counterpart_without_data`, `kind_of_day` (a weekday or kind of holiday that the other side lacks).
 */
export type LeftOutReason =
  | 'regime'
  | 'before_data'
  | 'after_data'
  | 'gap'
  | 'under_way'
  | 'no_counterpart'
  | 'counterpart_left_out'
  | 'counterpart_without_data'
  | 'kind_of_day';

/** Days that do not count, and why; `label` is that of the regime. */
export interface LeftOut extends Period {
  reason: LeftOutReason;
  label?: Localized;
}

/** The days of a comparison: those with data on both sides, one beside the other. */
export interface Paired {
  /** Days that are compared on each side. */
  days: number;
  /** Days of the period. */
  of: number;
  /** Of the period asked for. */
  spans: Period[];
  /** Of the period compared with. */
  before: Period[];
  /** `weekdays`: the earlier side is weighted so that it has the later side's mix of weekdays, days off and working weekends. */
  adjusted: 'none' | 'weekdays';
  /** Days with data that are not compared, on either side. */
  left_out: (LeftOut & { side: 'now' | 'before' })[];
}

/** The days of the period that have data. */
export interface Covered {
  days: number;
  /** Days of the period. */
  of: number;
  spans: Period[];
  left_out: LeftOut[];
  /** Null where nothing is compared with. */
  paired: Paired | null;
}

/** Everything an answer says about itself. */
export interface Meta {
  columns: Column[];
  as_of: AsOf;
  /** Table the answer came from. */
  source: string;
  rows: number;
  rows_read: number;
  milliseconds: number;
  period: Period;
  compared_period: Period | null;
  /** Buckets of the grouping by time whose days have not all passed, or begin before the period. */
  incomplete: string[];
  covered: Covered;
  /** How final rates are; null where no metric waits for closing or return visits. */
  ripeness: AnswerRipeness | null;
  /** What a reader has to know before the figures: that no day of the period has data, or none can be compared. */
  notice: Notice | null;
  time_zone: string;
  /** True where `limit` cut the answer. */
  limited: boolean;
}

export type Value = string | number | null;
export interface Answer {
  meta: Meta;
  rows: Record<string, Value>[];
}
