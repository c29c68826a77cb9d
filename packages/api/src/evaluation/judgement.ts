import type { Judgement } from '@hotline-atlas/judgement';
import type { Evaluation } from '@hotline-atlas/model';
import type { Reader } from '@hotline-atlas/query';
import { answerEvaluation } from './answer.ts';
import type { EvaluationRun } from './months.ts';
import { type EvaluationQuestion, parseEvaluation } from './request.ts';

/** A judgement that also rests on the life of evaluation months. */
export type EvaluationJudgement<Question, Answer> = Omit<Judgement<Question, Answer>, 'answer'> & {
  answer: (
    question: Question,
    city: Parameters<Judgement<Question, Answer>['answer']>[1],
    run: EvaluationRun & { reader: Reader },
  ) => Promise<Answer>;
};

/** `GET /api/evaluation`; cached like a judgement, and by the revision of the months. */
export const evaluation: EvaluationJudgement<EvaluationQuestion, Evaluation> = {
  name: 'evaluation',
  parse: parseEvaluation,
  answer: answerEvaluation,
};
