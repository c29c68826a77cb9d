import { z } from 'zod';
import { evaluationMonthStates, evaluationSteps } from '../judgement/evaluation-month.ts';
import { moment, month, reason, revision } from './evaluation-parts.ts';
import { count, day, unknown } from './parts.ts';

/** The program that froze figures: its version, and its commit or the hash of its sources where known. */
const programTold = z.object({
  version: z.string(),
  build: z.string().nullable().meta({ description: 'git commit, else a hash of the sources' }),
});
export type ProgramTold = z.infer<typeof programTold>;

/** What a final month rests on. */
const finalised = z.object({
  at: moment,
  who: z.string(),
  provisional: z.boolean().meta({ description: 'made final although some rate was not ripe' }),
  early: z.boolean().meta({ description: 'made final before the last day for objections was over' }),
  scheme: z.string(),
  data_version: count,
  newest_appeal: z.string().nullable(),
  program: programTold,
  hash: z.string().meta({ description: 'SHA-256 over the hashes of all groups, in hexadecimal digits' }),
});
export type Finalised = z.infer<typeof finalised>;

/** What the evaluation of a month says about the month's life. */
export const monthTold = {
  state: z.enum(evaluationMonthStates),
  revision: count.meta({ description: 'of the month: it grows with each step, objection and decision' }),
  objections_until: day.nullable().meta({ description: 'the last day objections are taken' }),
  reopened: count.meta({ description: 'how often the month was final before' }),
  frozen: z.boolean().meta({
    description: 'the figures are those that were frozen; false: worked out from the data of today',
  }),
  finalised: finalised.nullable().meta({ description: 'null unless the month is final' }),
};

/** One step in the life of a month; every one stays visible. */
const stepTaken = z.object({
  revision: count,
  at: moment,
  who: z.string(),
  step: z.enum(evaluationSteps),
  state: z.enum(evaluationMonthStates).meta({ description: 'after the step' }),
  objections_until: day.nullable(),
  reason: z.string().nullable(),
  provisional: z.boolean(),
  early: z.boolean(),
  hash: z.string().nullable().meta({ description: 'of the figures it froze' }),
});
export type EvaluationStepTaken = z.infer<typeof stepTaken>;

/** How many objections there are that whoever asks may see. */
export const objectionCounts = z.object({ open: count, upheld: count, rejected: count, withdrawn: count });
export type ObjectionCounts = z.infer<typeof objectionCounts>;

/** `GET /api/evaluation/month`. */
export const evaluationMonth = z.object({
  month,
  ...monthTold,
  takes_objections: z.boolean().meta({ description: 'objections are taken today' }),
  provisional: z.boolean().meta({ description: 'some rate of the month is not ripe' }),
  objections: objectionCounts,
  history: z.array(stepTaken).meta({ description: 'every step, newest first' }),
});
export type EvaluationMonth = z.infer<typeof evaluationMonth>;

/** `POST /api/evaluation/month/step`. */
export const monthStep = z.strictObject({
  month,
  step: z.enum(evaluationSteps),
  revision: revision
    .min(0)
    .meta({ description: 'of the month as it was read; 0 where nothing was done yet' }),
  objections_until: z
    .string()
    .max(10)
    .optional()
    .meta({ description: 'last day for objections: with open, move_day, and step_back from final' }),
  reason: reason.optional().meta({ description: 'with step_back and move_day' }),
  provisional: z.boolean().default(false).meta({ description: 'make it final although it is not ripe' }),
  early: z.boolean().default(false).meta({ description: 'make it final before the last day is over' }),
});
export type MonthStep = z.input<typeof monthStep>;

/** What was frozen, and what the same gives now. */
export const figure = z.object({ frozen: unknown, current: unknown });

/** What the same question gives with the data and the program of today. */
export const sinceFinal = z.object({
  data_version: count,
  program: programTold,
  same: z.boolean().meta({ description: 'no figure that whoever asks may see differs' }),
  orders_changed: unknown.meta({
    description: 'orders of the month that came or were corrected since; of units whose details may be seen',
  }),
  units: z
    .array(
      z.object({
        unit: z.string(),
        rank: figure,
        score: figure,
        base: figure.meta({ description: 'orders that count' }),
        indicators: z.array(
          z.object({ name: z.string(), numerator: figure, denominator: figure, rate: figure }),
        ),
        orders_changed: unknown,
      }),
    )
    .meta({ description: 'units of which something differs, in the order of the frozen ranking' }),
});
export type SinceFinal = z.infer<typeof sinceFinal>;
