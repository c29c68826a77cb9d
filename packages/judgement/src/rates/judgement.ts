import type { Rates } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerRates } from './answer.ts';
import { ratesCsv } from './csv.ts';
import { parseRates, type RatesQuestion } from './request.ts';

/** `GET /api/rates`. */
export const rates: Judgement<RatesQuestion, Rates> = {
  name: 'rates',
  parse: parseRates,
  answer: answerRates,
  writing: ({ format }) => (format === 'csv' ? { type: 'text/csv; charset=utf-8', write: ratesCsv } : null),
};
