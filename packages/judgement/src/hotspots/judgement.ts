import type { Hotspots } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerHotspots } from './answer.ts';
import { hotspotsCsv } from './csv.ts';
import { type HotspotsQuestion, parseHotspots } from './request.ts';

/** `GET /api/hotspots`. */
export const hotspots: Judgement<HotspotsQuestion, Hotspots> = {
  name: 'hotspots',
  parse: parseHotspots,
  answer: answerHotspots,
  writing: ({ format }) =>
    format === 'csv' ? { type: 'text/csv; charset=utf-8', write: hotspotsCsv } : null,
};
