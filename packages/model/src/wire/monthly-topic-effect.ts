import { z } from 'zod';
import { effectMeasures, effectObstacles, effectVerdicts } from '../judgement/monthly-topics.ts';
import { judged, judgementMeta } from './judgement.ts';
import { bilingual, count, day, numbers, unknown, unknowns } from './parts.ts';

const month = z.string().meta({ description: 'calendar month, as 2026-11' });

/** An estimate with its interval of 95 %; of appeals a share (−0.2: a fifth fewer), of rates points. */
const estimate = { effect: unknown, lower: unknown, upper: unknown };

const placeboTest = {
  p: unknown.meta({ description: 'rank among the placebos, two-sided' }),
  placebos: count.meta({ description: 'controls of similar pre-fit that were taken as if worked on' }),
  least_p: unknown.meta({ description: 'the smallest p so few placebos can give' }),
};

const placebo = z.object({
  control: z.string(),
  ...{ effect: z.number(), pre_error: z.number() },
  ratio: z.number().meta({ description: 'effect ÷ pre_error, what the rank goes by' }),
  similar: z.boolean().meta({ description: 'of similar pre-fit, so it counts' }),
  gap: unknowns.meta({ description: 'by month, as in `series`' }),
});

const synthetic = z.object({
  weights: z.array(z.object({ control: z.string(), weight: z.number() })).meta({
    description: 'none below 0, together 1; heaviest first, those below 0.001 left out',
  }),
  pre_error: unknown.meta({ description: 'root mean square of the gap before the work' }),
  post_error: unknown,
  ...estimate,
  ...placeboTest,
  difference: unknown.meta({ description: 'of appeals: actual less control, all months of the work' }),
});

const inTime = z.object({
  from: month.meta({ description: 'as if the work had begun then' }),
  ...estimate,
  p: unknown,
  months: count,
});

const effectMeta = judgementMeta.extend({
  topic: z.string().meta({ description: 'identifier of the topic of the month' }),
  revision: count,
  measure: z.enum(effectMeasures),
  kind: z.enum(['counts', 'rate']),
  controls: z
    .enum(['topic2', 'topic3', 'district', 'subdistrict'])
    .meta({ description: 'what controls are' }),
  work_from: day.nullable(),
  work_to: day.nullable(),
  months_before: count,
  months_after: count,
  left_out: z.array(
    z.object({ month, why: z.enum(['regime', 'no_data', 'begins', 'not_ripe', 'no_counterpart']) }),
  ),
  candidates: count.meta({ description: 'controls there are' }),
  used: count.meta({ description: 'controls large enough to be used' }),
});

/** `GET /api/monthly-topics/:id/effect`: before and after, against a control. */
export const monthlyTopicEffect = z.object({
  meta: effectMeta,
  verdict: z.enum(effectVerdicts),
  obstacle: z
    .object({ code: z.enum(effectObstacles), ...bilingual.shape })
    .nullable()
    .meta({ description: 'why nothing can be said' }),
  series: z
    .object({
      month: z.array(month),
      after: z.array(z.boolean()).meta({ description: 'the work had begun' }),
      actual: unknowns.meta({ description: 'as counted; rates 0 to 1' }),
      of: numbers.meta({ description: 'denominators of rates, appeals otherwise' }),
      control: unknowns.meta({ description: 'what the synthetic control lets expect, in the same unit' }),
      gap: unknowns.meta({ description: 'actual against control: of appeals a share, of rates points' }),
      difference_control: unknowns.meta({ description: 'the same by the mean of all controls' }),
    })
    .meta({ description: 'months that are used, in columns' }),
  synthetic: synthetic.nullable(),
  difference_in_differences: z.object({ ...estimate, ...placeboTest, controls: count }).nullable(),
  placebos_in_space: z.array(placebo).meta({ description: 'largest ratio first; 100 at the most' }),
  placebo_in_time: inTime.nullable(),
  ...judged,
});
export type MonthlyTopicEffect = z.infer<typeof monthlyTopicEffect>;
