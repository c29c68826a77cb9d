export { countChangeInterval, relativeChangeInterval, shareChangeInterval } from './change-intervals.ts';
export { countScore, shareScore, type TwoShares } from './conditional-score.ts';
export { type RateContributions, rateContributions } from './contributions.ts';
export { dispersedP } from './dispersed-p.ts';
export {
  commonVariance,
  drawnDispersion,
  type EarlierSpread,
  earlierSpread,
  factorAt,
} from './earlier-dispersion.ts';
export { type EarlierCounts, seasonalCountChange } from './season.ts';
export { type SeasonKnown, seasonalCourse } from './seasonal-exposure.ts';
export { type UsualDispersion, usualCountDispersion, usualShareDispersion } from './usual-dispersion.ts';
export { type UsualLevel, usualBounds, usualP, usualScore } from './usual-level.ts';
