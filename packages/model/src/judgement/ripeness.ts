import type { Bilingual } from '../localized.ts';
import type { MetricName } from '../metrics.ts';

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
 * `ripe`: (nearly) all that will count has been counted; `provisional`: it has not; `unknown`: no past orders
 * tell what to expect; `none`: past orders never came to count, so there is no such rate.
 */
export const ripenessStates = ['ripe', 'provisional', 'unknown', 'none'] as const;
export type RipenessState = (typeof ripenessStates)[number];

interface StateWords {
  label: Bilingual;
  rule: Bilingual;
}

/** The words of ripeness: the same on screens, in files and in print. */
export const ripenessWords: Record<RipenessState, StateWords> = {
  ripe: {
    label: { en: 'Final', zh: '最终数据' },
    rule: {
      en: 'At least 95 % of what will count has been counted.',
      zh: '应计入的工单已有95%以上计入。',
    },
  },
  provisional: {
    label: { en: 'Provisional', zh: '初步数据' },
    rule: {
      en: 'Less than 95 % of what will count has been counted; the rate will still move and takes no part in comparisons.',
      zh: '应计入的工单尚不足95%，比率还会变动，不参与比较。',
    },
  },
  unknown: {
    label: { en: 'Not known whether final', zh: '是否为最终数据未知' },
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
