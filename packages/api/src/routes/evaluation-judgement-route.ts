import type { Judgement } from '@hotline-atlas/judgement';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import type { EvaluationJudgement } from '../evaluation/judgement.ts';
import type { EvaluationMonths } from '../evaluation/months.ts';
import { answerJudgement } from './judgement-route.ts';

/**
 * `GET` of a judgement that rests on the life of evaluation months: it is kept by their revision, too, so
 * that a step or a decision shows at once.
 */
export const answerEvaluationJudgement =
  <Question, Answer>(
    context: Context,
    readMonths: () => Promise<EvaluationMonths>,
    judgement: EvaluationJudgement<Question, Answer>,
  ): RequestHandler =>
  async (request, response, next) => {
    const months = await readMonths();
    const own: Judgement<Question, Answer> = {
      ...judgement,
      answer: (question, city, run) => judgement.answer(question, city, { ...run, months }),
    };
    await answerJudgement(context, own, months.revision)(request, response, next);
  };
