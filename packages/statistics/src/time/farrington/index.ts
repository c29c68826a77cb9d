export type { Alarm, EnoughCases } from './alarm.ts';
export { type FarringtonOptions, farringtonAlarm } from './farrington.ts';
export { type FarringtonFlexibleOptions, farringtonFlexibleAlarm } from './farrington-flexible.ts';
export { type FarringtonHistory, type FarringtonHistoryOptions, farringtonHistory } from './history.ts';
export { type RecentLevelOptions, recentLevelAlarm } from './recent-level.ts';
export { type RecentMeanOptions, recentMeanAlarm } from './recent-mean.ts';
export { referenceDays } from './reference-dates.ts';
export { type SeasonCurve, seasonCurve } from './season-curve.ts';
export type { PowerTransformation } from './threshold.ts';
