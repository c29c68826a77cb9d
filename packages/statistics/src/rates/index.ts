export {
  type Composition,
  type CountChange,
  countChange,
  type RateChange,
  rateChange,
} from './change-decomposition.ts';
export {
  type Development,
  delayWithin,
  type KnownCases,
  knownAtAges,
  knownCurve,
  type ProjectedRate,
  projectedRate,
  shareKnown,
} from './development.ts';
export { type DeviationScores, deviationScores } from './deviation-scores.ts';
export { directlyStandardisedRate, type StandardisedRate } from './direct-standardisation.ts';
export {
  empiricalBayes,
  empiricalBayesIntervals,
  type RateIntervals,
  type SmoothedRates,
} from './empirical-bayes.ts';
export { rateFunnelLimits, shareFunnelLimits } from './funnel-limits.ts';
export { betweenVariance, dispersionRatio } from './overdispersion.ts';
export {
  normalUnits,
  type RankIntervals,
  type RankOptions,
  rankIntervals,
  type UnitQuantile,
} from './rank-intervals.ts';
export { angleError, angleOfShare, type ShareAngles, shareAngles, shareOfAngle } from './share-angles.ts';
export { overdispersedFunnelLimits } from './share-funnel.ts';
export { type ShrunkenShares, shrunkenShares } from './share-shrinkage.ts';
export { type StandardisedShares, standardisedShares } from './share-standardisation.ts';
export { type Interval, wilsonInterval } from './wilson-interval.ts';
