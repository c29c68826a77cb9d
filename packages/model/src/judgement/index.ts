export type * from './alarms.ts';
export { type Watch, watches } from './alarms.ts';
export type * from './change.ts';
export { changeGroupings, changeMetrics } from './change.ts';
export { type ChangeMark, changeMarks, changeMarkWords, fewestAnnounced } from './change-marks.ts';
export type * from './clusters.ts';
export { clusterReplications, clusterSteps, liveness } from './clusters.ts';
export type * from './hotspots.ts';
export { expectations, hotspotMeasures, hotspotSteps, placeLevels } from './hotspots.ts';
export type * from './method.ts';
export { noticeCodes } from './method.ts';
export {
  alarmsParameters,
  changeParameters,
  clustersParameters,
  hotspotsParameters,
  ratesParameters,
  ripenessParameters,
  trendParameters,
} from './parameters.ts';
export type * from './rates.ts';
export { rateClasses, rateExpectations, rateGroupings, rateMetrics, rateVerdicts } from './rates.ts';
export type * from './ripeness.ts';
export { ripenessStates, ripenessWords, ripeningFamilies, ripeningOf } from './ripeness.ts';
export type * from './trend.ts';
export { regimeTreatments, trendGrains } from './trend.ts';
