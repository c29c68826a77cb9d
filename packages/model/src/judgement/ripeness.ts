import type { MetricName } from '../metrics.ts';
import type { LocalDate, Period } from '../time.ts';
import type { Bilingual, JudgementMeta, Method, Notice } from './method.ts';

/** What a rate waits for: return visits, or closing and due times. */
export const ripeningFamilies = ['visits', 'closing'] as const;
export type RipeningFamily = (typeof ripeningFamilies)[number];

/** What each metric waits for; metrics that are not listed are final once an appeal is received. */
export const ripeningOf: Partial<Record<MetricName, RipeningFamily>> = {
  response_rate: 'visits',
  resolution_rate: 'visits',
  satisfaction_rate: 'visits',
  visited: 'visits',
  on_time_rate: 'closing',
  closed: 'closing',
  median_hours_to_close: 'closing',
  p90_hours_to_close: 'closing',
};

/**
 * `ripe`: (nearly) all that will count has been counted; `provisional`: it has not; `unknown`: no past orders tell what to expect;
 * `none`: past orders never came to count, so there is no such rate.
 */
export const ripenessStates = ['ripe', 'provisional', 'unknown', 'none'] as const;
export type RipenessState = (typeof ripenessStates)[number];

/** What became of the orders of a period, as of the data. */
export interface RipenessCounts {
  appeals: number;
  dispatched: number;
  excluded: number;
  closed: number;
  visited: number;
  /** Dispatched and not closed; null where no source says what was dispatched. */
  open: number | null;
}

/** How ripe a rate is, by its age. */
export interface RipenessStanding {
  state: RipenessState;
  /** Share of the counts the rate will end with that are there already, 0 to 1; null where nothing tells. */
  share: number | null;
  /** First day on which the rate will about be ripe; null where it is, or nothing tells. */
  ripe_from: LocalDate | null;
}

/** How ripe the rate of a period is. */
export interface Ripeness extends RipenessCounts, RipenessStanding {}

/** How ripe one metric of an answer is. */
export interface MetricRipeness extends RipenessStanding {
  metric: MetricName;
  /** Buckets of the grouping by time that are not ripe. */
  provisional: string[];
}

/** How ripe the metrics of an answer are. */
export interface AnswerRipeness {
  /** Of the whole period; null where every metric is ripe. */
  counts: RipenessCounts | null;
  metrics: MetricRipeness[];
}

/** The level a rate that is not ripe will probably reach: what past periods did from the same age on. */
export interface Projection {
  /** Share, 0 to 1. */
  rate: number;
  /** Interval of 95 %. */
  lower: number;
  upper: number;
  /** Past periods it rests on. */
  periods: number;
}

/** A period with its ripeness. */
export interface RipenessOf extends Ripeness {
  period: Period;
  /** Days from the middle of what the period has of data to the end of the data. */
  age: number;
  numerator: number | null;
  denominator: number | null;
  rate: number | null;
  projection: Projection | null;
}

export interface RipenessMeta extends JudgementMeta {
  metric: MetricName;
  family: RipeningFamily | null;
  grain: 'month' | 'quarter' | 'year' | 'week';
  /** The share of the counts from which on a rate is ripe. */
  ripe_at: number;
  /** The first day that is not in the data any more: ages are counted to it. */
  data_to: LocalDate;
}

/** `GET /api/ripeness`. */
export interface RipenessAnswer {
  meta: RipenessMeta;
  /** The newest month that is ripe; null where none is. */
  last_ripe_month: LocalDate | null;
  periods: RipenessOf[];
  method: Method;
  notice: Notice | null;
}

interface StateWords {
  label: Bilingual;
  rule: Bilingual;
}

/** The words of ripeness: the same on screens, in files and in print. */
export const ripenessWords: Record<RipenessState, StateWords> = {
  ripe: {
    label: { en: 'Final', zh: '已定型' },
    rule: {
      en: 'At least 95 % of what will count has been counted.',
      zh: '应计入的工单已有 95% 以上计入。',
    },
  },
  provisional: {
    label: { en: 'Provisional', zh: '暂定' },
    rule: {
      en: 'Less than 95 % of what will count has been counted; the rate will still move and takes no part in comparisons.',
      zh: '应计入的工单尚不足 95%，比率还会变动，不参与比较。',
    },
  },
  unknown: {
    label: { en: 'Not known whether final', zh: '是否定型未知' },
    rule: {
      en: 'The data holds no earlier orders old enough to tell how long it takes until all count.',
      zh: '数据中没有足够早的工单，无法得知全部计入需要多久。',
    },
  },
  none: {
    label: { en: 'No such orders', zh: '无此类工单' },
    rule: {
      en: 'Orders of this selection are never return-visited, or never have a due time: there is no rate to become final.',
      zh: '所选范围内的工单从不回访或没有时限，不存在该比率。',
    },
  },
};
