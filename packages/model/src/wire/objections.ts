import { z } from 'zod';
import {
  correctedAnswers,
  objectionEffects,
  objectionReasons,
  objectionResults,
  objectionStates,
} from '../judgement/evaluation-month.ts';
import { objectionCounts } from './evaluation-month.ts';
import { code, moment, month, reason, revision } from './evaluation-parts.ts';
import { count } from './parts.ts';

const corrections = {
  resolved: z.enum(correctedAnswers).nullable(),
  satisfied: z.enum(correctedAnswers).nullable(),
};

/** What was decided, by whom; the effect is null where the objection was rejected. */
const decisionTold = z.object({
  decision: z.enum(['upheld', 'rejected']),
  effect: z.enum(objectionEffects).nullable(),
  ...corrections,
  reason: z.string(),
  who: z.string(),
  at: moment,
});
export type ObjectionDecisionTold = z.infer<typeof decisionTold>;

/** An objection to what the evaluation of a month counts of an order. */
export const objection = z.object({
  id: z.string(),
  month,
  group: z.string(),
  unit: z.string().meta({ description: 'for whom it is made: the order counts for it' }),
  order: z.string().meta({ description: 'number of the order, as /api/appeals tells it' }),
  reason: z.enum(objectionReasons),
  text: z.string(),
  who: z.string(),
  mine: z.boolean(),
  at: moment,
  state: z.enum(objectionStates),
  decision: decisionTold.nullable(),
  result: z
    .enum(objectionResults)
    .nullable()
    .meta({ description: 'what it changes by the data of today; null unless it is upheld' }),
  revision: count,
  updated: moment,
});
export type Objection = z.infer<typeof objection>;

/** `GET /api/evaluation/objections`. */
export const objections = z.object({
  month,
  counts: objectionCounts,
  objections: z.array(objection).meta({ description: 'the newest first' }),
  limited: z.boolean().meta({ description: 'there are more than are told' }),
});
export type Objections = z.infer<typeof objections>;

/** `POST /api/evaluation/objections`; the same once more gives the same objection. */
export const objectionContent = z.strictObject({
  month,
  group: code,
  unit: code,
  order: code,
  reason: z.enum(objectionReasons),
  text: reason,
});
export type ObjectionContent = z.infer<typeof objectionContent>;

/** `POST /api/evaluation/objections/:id/decision`. */
export const objectionDecision = z.strictObject({
  revision: revision.min(1).meta({ description: 'of the objection as it was read' }),
  decision: z.enum(['upheld', 'rejected']),
  effect: z.enum(objectionEffects).nullable().default(null).meta({ description: 'where it is upheld' }),
  resolved: corrections.resolved.default(null),
  satisfied: corrections.satisfied.default(null),
  reason,
});
export type ObjectionDecision = z.input<typeof objectionDecision>;

/** `POST /api/evaluation/objections/:id/withdrawal`. */
export const objectionWithdrawal = z.strictObject({ revision: revision.min(1) });

/** `GET /api/evaluation/objections/:id/history`: newest first. */
export const objectionHistory = z.object({
  revisions: z.array(
    z.object({
      revision: count,
      at: moment,
      who: z.string(),
      state: z.enum(objectionStates),
      decision: decisionTold.nullable(),
    }),
  ),
});
export type ObjectionHistory = z.infer<typeof objectionHistory>;
