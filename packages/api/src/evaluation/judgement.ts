import type { Judgement } from '@hotline-atlas/judgement';
import type { Evaluation } from '@hotline-atlas/model';
import { answerEvaluation } from './answer.ts';
import { type EvaluationQuestion, parseEvaluation } from './request.ts';

/** `GET /api/evaluation`; cached like a judgement. */
export const evaluation: Judgement<EvaluationQuestion, Evaluation> = {
  name: 'evaluation',
  parse: parseEvaluation,
  answer: answerEvaluation,
};
