import type { Repeats } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerRepeats } from './answer.ts';
import { repeatsCsv } from './csv.ts';
import { parseRepeats, type RepeatsQuestion } from './request.ts';

/** `GET /api/repeats`. */
export const repeats: Judgement<RepeatsQuestion, Repeats> = {
  name: 'repeats',
  parse: parseRepeats,
  answer: answerRepeats,
  writing: ({ format }) => (format === 'csv' ? { type: 'text/csv; charset=utf-8', write: repeatsCsv } : null),
  textsIn: ({ repeats }) => repeats.filter(({ place }) => place.address !== null).length,
};
