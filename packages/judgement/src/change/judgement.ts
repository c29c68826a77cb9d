import type { Change } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerChange } from './answer.ts';
import { changeCsv } from './csv.ts';
import { type ChangeQuestion, parseChange } from './request.ts';

/** `GET /api/change`. */
export const change: Judgement<ChangeQuestion, Change> = {
  name: 'change',
  parse: parseChange,
  answer: answerChange,
  writing: ({ format }) => (format === 'csv' ? { type: 'text/csv; charset=utf-8', write: changeCsv } : null),
};
