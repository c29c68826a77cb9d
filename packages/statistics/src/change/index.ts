export { countChangeInterval, relativeChangeInterval, shareChangeInterval } from './change-intervals.ts';
export { countScore, shareScore, type TwoShares } from './conditional-score.ts';
export { type RateContributions, rateContributions } from './contributions.ts';
export { dispersedP } from './dispersed-p.ts';
export { type EarlierCounts, seasonalCountChange } from './season.ts';
export { type UsualDispersion, usualCountDispersion, usualShareDispersion } from './usual-dispersion.ts';
