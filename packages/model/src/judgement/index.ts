export type * from './alarms.ts';
export { type Watch, watches } from './alarms.ts';
export type * from './clusters.ts';
export { clusterReplications, clusterSteps, liveness } from './clusters.ts';
export type * from './hotspots.ts';
export { expectations, hotspotMeasures, hotspotSteps, placeLevels } from './hotspots.ts';
export type * from './method.ts';
export { noticeCodes } from './method.ts';
export {
  alarmsParameters,
  clustersParameters,
  hotspotsParameters,
  ratesParameters,
  trendParameters,
} from './parameters.ts';
export type * from './rates.ts';
export { rateClasses, rateExpectations, rateGroupings, rateMetrics, rateVerdicts } from './rates.ts';
export type * from './trend.ts';
export { regimeTreatments, trendGrains } from './trend.ts';
