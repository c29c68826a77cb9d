export { type Watch, watches } from './alarms.ts';
export { type BacklogStep, backlogPoints, backlogSteps } from './backlog.ts';
export { type ChangeGrouping, type ChangeKind, changeGroupings, changeMetrics } from './change.ts';
export { type ChangeMark, changeMarks, changeMarkWords, fewestAnnounced } from './change-marks.ts';
export { type ClusterStep, clusterReplications, clusterSteps, type Liveness, liveness } from './clusters.ts';
export type { EvaluationStanding } from './evaluation.ts';
export {
  type CorrectedAnswer,
  correctedAnswers,
  type EvaluationMonthState,
  type EvaluationStep,
  evaluationMonthStates,
  type ObjectionCorrection,
  type ObjectionEffect,
  type ObjectionReason,
  type ObjectionResult,
  type ObjectionState,
  objectionEffects,
  objectionReasons,
  objectionStates,
  objectionUpheld,
} from './evaluation-month.ts';
export { exclusionReasonLabels } from './exclusion-reasons.ts';
export {
  askedDimensions,
  askedTopics,
  type FindingCompare,
  type FindingKind,
  type FindingPlace,
  findingCompares,
  findingPlaces,
} from './findings.ts';
export {
  fewestNew,
  fewestOfCell,
  type GrowthDimension,
  growthDimensions,
  growthMarks,
  growthMarkWords,
} from './growth.ts';
export {
  type Expectation,
  expectations,
  type HotspotMeasure,
  type HotspotStep,
  hotspotMeasures,
  hotspotSteps,
  type PlaceLevel,
  placeLevels,
} from './hotspots.ts';
export {
  type IntegrityKind,
  type IntegrityStanding,
  integrityKindLabels,
  integrityKinds,
} from './integrity.ts';
export {
  type CandidateCriterion,
  type CandidateLevel,
  candidateCriteria,
  candidateLevels,
  type DominanceCriterion,
  dominanceCriteria,
  type EffectMeasure,
  type EffectObstacle,
  type EffectVerdict,
  effectMeasures,
  type MonthlyTopicState,
  monthlyTopicStates,
  taskStates,
  usualDominance,
} from './monthly-topics.ts';
export {
  alarmsParameters,
  backlogParameters,
  bulletinParameters,
  changeParameters,
  clustersParameters,
  evaluationCourseParameters,
  evaluationParameters,
  findingsParameters,
  growthParameters,
  hotspotsParameters,
  integrityParameters,
  letterParameters,
  monthlyTopicCandidatesParameters,
  monthlyTopicEffectParameters,
  ratesParameters,
  repeatsParameters,
  ripenessParameters,
  sheetParameters,
  trendParameters,
  unitEvaluationParameters,
} from './parameters.ts';
export { publishedStep } from './published-step.ts';
export {
  type RateClass,
  type RateExpectation,
  type RateGrouping,
  type RateMetric,
  type RateVerdict,
  rateClasses,
  rateExpectations,
  rateGroupings,
  rateMetrics,
} from './rates.ts';
export {
  fewestRepeats,
  type RepeatKind,
  repeatKinds,
} from './repeats.ts';
export {
  type RipenessState,
  type RipeningFamily,
  ripenessWords,
  ripeningOf,
} from './ripeness.ts';
export {
  type RegimeTreatment,
  regimeTreatments,
  type StepState,
  type TrendGrain,
  trendGrains,
} from './trend.ts';
