import type { Trend } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerTrend } from './answer.ts';
import { parseTrend, type TrendQuestion } from './request.ts';

/** `GET /api/trend`. */
export const trend: Judgement<TrendQuestion, Trend> = {
  name: 'trend',
  parse: parseTrend,
  answer: answerTrend,
};
