export {
  allIndicators,
  excludedOf,
  orderOf,
  reasonRows,
  unitColumns,
} from './answer/columns.ts';
export { type JudgedMonth, judgeMonth } from './answer/judge-month.ts';
export { evaluationMethod } from './answer/method.ts';
export { movedTold } from './answer/moved-told.ts';
export { movedRank } from './movement/moved-rank.ts';
export { schemesTold } from './rules/schemes-told.ts';
export { type Scored, scoreMonth } from './score/score-month.ts';
export { withWeights } from './score/with-weights.ts';
