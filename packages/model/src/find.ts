import type { Localized } from './localized.ts';

/** What can be found by its name, in the order in which equally good answers are listed. */
export const foundKinds = ['district', 'page', 'topic', 'subdistrict', 'unit'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** How a name answers to what was typed, the best first. */
export const foundMatches = ['exact', 'prefix', 'initials', 'inside'] as const;
export type FoundMatch = (typeof foundMatches)[number];

/** Pages that are found by their names. */
export const foundPages = {
  city: { en: 'City', zh: '全市' },
  appeals: { en: 'Orders', zh: '工单' },
  alarms: { en: 'Alerts', zh: '预警' },
  overview: { en: 'Overview', zh: '总览' },
  map: { en: 'Map', zh: '地图' },
  trend: { en: 'Trend', zh: '趋势' },
  units: { en: 'Units', zh: '承办单位' },
  evaluation: { en: 'Evaluation', zh: '考评' },
  schemes: { en: 'Schemes of evaluation', zh: '考评方案' },
  integrity: { en: 'Integrity', zh: '数据真实性' },
  monthlyTopics: { en: 'Topics of the month', zh: '每月一题' },
} as const satisfies Record<string, Localized>;
