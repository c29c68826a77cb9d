import type { Findings } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerFindings } from './answer.ts';
import { type FindingsQuestion, parseFindings } from './request.ts';

/** `GET /api/findings`. */
export const findings: Judgement<FindingsQuestion, Findings> = {
  name: 'findings',
  parse: parseFindings,
  answer: answerFindings,
};
