export {
  allIndicators,
  excludedOf,
  orderOf,
  points,
  reasonRows,
  unitColumns,
} from './answer/columns.ts';
export { courseColumns, type MonthOfCourse, monthFigures, unitsOfCourse } from './answer/course.ts';
export { type JudgedMonth, judgeMonth } from './answer/judge-month.ts';
export { courseMethod, depthMethod, evaluationMethod } from './answer/method.ts';
export { movedTold } from './answer/moved-told.ts';
export { type DepthSeen, unitInDepth } from './depth/unit-in-depth.ts';
export {
  integrityLevel,
  type JudgedTest,
  judgeIntegrity,
} from './integrity/judge-integrity.ts';
export { whyNotJudgeable } from './integrity/judgeable.ts';
export { kindWords } from './integrity/kind-words.ts';
export { measuredFlags } from './integrity/measured.ts';
export { integrityMethod } from './integrity/method.ts';
export { testChart } from './integrity/test-chart.ts';
export { excessOf, intervalOf } from './integrity/test-of-unit.ts';
export { testWords } from './integrity/test-words.ts';
export { movedRank } from './movement/moved-rank.ts';
export { type RankReach, rankReach } from './ranking/rank-intervals.ts';
export { schemesTold } from './rules/schemes-told.ts';
export { type Scored, scoreMonth, unitsInPoint } from './score/score-month.ts';
export { withWeights } from './score/with-weights.ts';
