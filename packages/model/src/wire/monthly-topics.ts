import { z } from 'zod';
import { candidateLevels, monthlyTopicStates, taskStates } from '../judgement/monthly-topics.ts';
import { monthlyTopicCandidates } from './monthly-topic-candidates.ts';
import { bilingual, count, day, texts } from './parts.ts';
import { line, moment, revision } from './sent.ts';

const month = z.string().meta({ description: 'calendar month, as 2026-11' });
const changes = ['created', 'changed', 'frozen', 'removed'] as const;

const sentMonth = z.string().regex(/^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])$/, 'a month, as 2026-11');
const sentDay = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day, as 2026-11-30');
const code = line(200);

/** A task of a topic of the month. */
const monthlyTopicTask = z.strictObject({
  text: line(500),
  unit: code.nullable().default(null).meta({ description: 'who does it; null: nobody yet' }),
  due: sentDay.nullable().default(null),
  state: z.enum(taskStates).default('open'),
  done: sentDay.nullable().default(null).meta({ description: 'the day it was done' }),
});
export type MonthlyTopicTask = z.infer<typeof monthlyTopicTask>;

const ofMonthlyTopic = {
  month: sentMonth,
  title: z.strictObject({ en: line(200), zh: line(200) }),
  level: z.enum(candidateLevels),
  topics: z.array(code).min(1).max(20).meta({ description: 'codes of that level' }),
  area: z
    .strictObject({ level: z.enum(['district', 'subdistrict']), code })
    .nullable()
    .default(null)
    .meta({ description: 'where it is worked on; null: in the whole city' }),
  lead: code.nullable().default(null).meta({ description: 'the unit that leads' }),
  taking_part: z.array(code).max(50).default([]).meta({ description: 'units that take part' }),
  tasks: z.array(monthlyTopicTask).max(100).default([]),
  picked_on: sentDay.nullable().default(null),
  work_from: sentDay.nullable().default(null),
  work_to: sentDay.nullable().default(null).meta({ description: 'the day after the last' }),
  review_on: sentDay.nullable().default(null),
  state: z.enum(monthlyTopicStates).default('candidate'),
};

/** `POST /api/monthly-topics`. */
export const monthlyTopicContent = z.strictObject(ofMonthlyTopic);
export type MonthlyTopicContent = z.infer<typeof monthlyTopicContent>;

/** `PUT /api/monthly-topics/:id`: all of it, with the revision that is changed. */
export const monthlyTopicChange = z.strictObject({ ...ofMonthlyTopic, revision });

/** What was frozen, without the figures. */
const frozenTold = z.object({
  at: moment,
  who: z.string(),
  version: count.meta({ description: 'of the data' }),
  hash: z.string().meta({ description: 'SHA-256 of the candidates as they are kept, in hexadecimal' }),
});

const monthlyTopicTold = z.object({
  id: z.string(),
  month,
  title: bilingual,
  level: z.enum(candidateLevels),
  topics: texts,
  area: z.object({ level: z.enum(['district', 'subdistrict']), code: z.string() }).nullable(),
  lead: z.string().nullable(),
  taking_part: texts,
  tasks: z.array(
    z.object({
      text: z.string(),
      unit: z.string().nullable(),
      due: day.nullable(),
      state: z.enum(taskStates),
      done: day.nullable(),
    }),
  ),
  picked_on: day.nullable(),
  work_from: day.nullable(),
  work_to: day.nullable(),
  review_on: day.nullable(),
  state: z.enum(monthlyTopicStates),
  frozen: frozenTold.nullable(),
  revision: count,
  created: moment,
  created_by: z.string(),
  updated: moment,
  updated_by: z.string(),
});
export type MonthlyTopicTold = z.infer<typeof monthlyTopicTold>;

/** `GET /api/monthly-topics/:id`. */
export const monthlyTopic = monthlyTopicTold.extend({
  candidates: monthlyTopicCandidates.nullable().meta({
    description:
      'as they were when it was frozen; null before, and for whoever may not see figures of that place',
  }),
  intact: z.boolean().nullable().meta({
    description: 'whether the candidates that are kept still have the hash; null before',
  }),
});
export type MonthlyTopic = z.infer<typeof monthlyTopic>;

/** `GET /api/monthly-topics`: the newest month first. */
export const monthlyTopics = z.object({ topics: z.array(monthlyTopicTold) });
export type MonthlyTopics = z.infer<typeof monthlyTopics>;

/** `GET /api/monthly-topics/:id/history`: newest first; who changed what. */
export const monthlyTopicHistory = z.object({
  revisions: z.array(
    z.object({
      revision: count,
      at: moment,
      who: z.string(),
      change: z.enum(changes),
      content: monthlyTopicContent,
    }),
  ),
});
export type MonthlyTopicHistory = z.infer<typeof monthlyTopicHistory>;
