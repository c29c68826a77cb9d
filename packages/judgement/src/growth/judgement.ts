import type { Growth } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerGrowth } from './answer.ts';
import { growthCsv } from './csv.ts';
import { type GrowthQuestion, parseGrowth } from './request.ts';

/** `GET /api/growth`. */
export const growth: Judgement<GrowthQuestion, Growth> = {
  name: 'growth',
  parse: parseGrowth,
  answer: answerGrowth,
  writing: ({ format }) => (format === 'csv' ? { type: 'text/csv; charset=utf-8', write: growthCsv } : null),
};
