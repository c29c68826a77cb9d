export {
  type Composition,
  type CountChange,
  countChange,
  type RateChange,
  rateChange,
} from './change-decomposition.ts';
export { directlyStandardisedRate, type StandardisedRate } from './direct-standardisation.ts';
export {
  empiricalBayes,
  empiricalBayesIntervals,
  type RateIntervals,
  type SmoothedRates,
} from './empirical-bayes.ts';
export { rateFunnelLimits, shareFunnelLimits } from './funnel-limits.ts';
export {
  normalUnits,
  type RankIntervals,
  type RankOptions,
  rankIntervals,
  type UnitQuantile,
} from './rank-intervals.ts';
export { type Interval, wilsonInterval } from './wilson-interval.ts';
