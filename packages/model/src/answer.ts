import type { Unit } from './metrics.ts';
import type { Period } from './time.ts';

/** What a column of an answer holds. */
export interface Column {
  name: string;
  type: 'string' | 'number' | 'date' | 'datetime';
  role: 'dimension' | 'metric' | 'numerator' | 'denominator' | 'before' | 'change';
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
  time_zone: string;
  /** True where `limit` cut the answer. */
  limited: boolean;
}

export type Value = string | number | null;
export interface Answer {
  meta: Meta;
  rows: Record<string, Value>[];
}
