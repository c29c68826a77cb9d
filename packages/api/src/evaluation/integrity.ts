import type { Judgement } from '@hotline-atlas/judgement';
import type { Integrity } from '@hotline-atlas/model';
import { answerIntegrity } from './integrity-answer.ts';
import { integrityCsv } from './integrity-csv.ts';
import { type IntegrityQuestion, parseIntegrity } from './integrity-request.ts';

/** `GET /api/evaluation/integrity`; cached like a judgement. */
export const integrity: Judgement<IntegrityQuestion, Integrity> = {
  name: 'evaluation/integrity',
  parse: parseIntegrity,
  answer: answerIntegrity,
  writing: ({ format }) =>
    format === 'csv' ? { type: 'text/csv; charset=utf-8', write: integrityCsv } : null,
};
