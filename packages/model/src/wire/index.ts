/**
 * Every shape on the wire, once: a schema, and the type that follows from it. The types are exported by the
 * package itself; the schemas only here, so that a front end does not carry the validator.
 */
export {
  account,
  accounts,
  addedAccount,
  audit,
  auditCheck,
  auditEntry,
  invitation,
  newToken,
  scopeTold,
  session,
  token,
  tokens,
} from './access.ts';
export {
  accountChange,
  accountToAdd,
  codeProof,
  invitationCheck,
  invitationUse,
  invitationUsed,
  passwordChange,
  passwordProof,
  secondFactor,
  signIn,
  tokenToMake,
} from './access-requests.ts';
export { alarms } from './alarms.ts';
export { answer } from './answer.ts';
export { backlog } from './backlog.ts';
export { change } from './change.ts';
export { clusters } from './clusters.ts';
export { completeness } from './completeness.ts';
export { erasure, erasureAnswer, erasureRequest, erasures } from './erasures.ts';
export { evaluation } from './evaluation.ts';
export { evaluationCourse } from './evaluation-course.ts';
export { evaluationMonth, monthStep } from './evaluation-month.ts';
export { evaluationSchemes } from './evaluation-schemes.ts';
export { find } from './find.ts';
export { findings } from './findings.ts';
export { growth } from './growth.ts';
export { hotspots } from './hotspots.ts';
export { integrity } from './integrity.ts';
export { method, notice } from './judgement.ts';
export {
  annotation,
  annotationChange,
  annotationContent,
  annotationHistory,
  annotations,
  favouriteKind,
  favourites,
  link,
  linkContent,
  restored,
  view,
  viewChange,
  viewContent,
  viewHistory,
  views,
} from './kept.ts';
export { monthlyTopicCandidates } from './monthly-topic-candidates.ts';
export { monthlyTopicEffect } from './monthly-topic-effect.ts';
export {
  monthlyTopic,
  monthlyTopicChange,
  monthlyTopicContent,
  monthlyTopicHistory,
  monthlyTopics,
} from './monthly-topics.ts';
export {
  objection,
  objectionContent,
  objectionDecision,
  objectionHistory,
  objections,
  objectionWithdrawal,
} from './objections.ts';
export { places } from './places.ts';
export { rates } from './rates.ts';
export { page } from './records.ts';
export { related } from './related.ts';
export { repeats } from './repeats.ts';
export { ripenessAnswer } from './ripeness.ts';
export { areas, health, line, problem } from './service.ts';
export { trend } from './trend.ts';
export { unitEvaluation } from './unit-evaluation.ts';
export { vocabulary } from './vocabulary.ts';
