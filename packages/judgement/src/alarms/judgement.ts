import type { Alarms } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerAlarms } from './answer.ts';
import { type AlarmsQuestion, parseAlarms } from './request.ts';

/** `GET /api/alarms`. */
export const alarms: Judgement<AlarmsQuestion, Alarms> = {
  name: 'alarms',
  parse: parseAlarms,
  answer: answerAlarms,
};
