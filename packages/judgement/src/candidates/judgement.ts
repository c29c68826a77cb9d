import type { MonthlyTopicCandidates } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerCandidates } from './answer.ts';
import { type CandidatesQuestion, parseCandidates } from './request.ts';

/** `GET /api/monthly-topics/candidates`. */
export const candidates: Judgement<CandidatesQuestion, MonthlyTopicCandidates> = {
  name: 'candidates',
  parse: parseCandidates,
  answer: answerCandidates,
};
