import type { RipenessAnswer } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerRipeness } from './answer.ts';
import { parseRipeness, type RipenessQuestion } from './request.ts';

/** `GET /api/ripeness`. */
export const ripeness: Judgement<RipenessQuestion, RipenessAnswer> = {
  name: 'ripeness',
  parse: parseRipeness,
  answer: answerRipeness,
};
