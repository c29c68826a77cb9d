import { z } from 'zod';
import { changeMarks } from '../judgement/change-marks.ts';
import {
  askedDimensions,
  askedTopics,
  findingCompares,
  findingKinds,
  findingPlaces,
  findingUnits,
} from '../judgement/findings.ts';
import { metricNames } from '../metrics.ts';
import { covered } from './answer.ts';
import { judged, judgementMeta } from './judgement.ts';
import { bilingual, period, texts, unknown } from './parts.ts';

const mark = z.enum(changeMarks).meta({
  description:
    'beyond_chance: neither chance nor usual ups and downs explain it; provisional: beyond chance, but a side is not ripe; chance: within chance; too_few: not tested',
});

/** A value of a dimension with its name. */
const named = <Dimension extends z.ZodType>(dimension: Dimension) =>
  z.object({ dimension, value: z.string(), label: bilingual });

/**
 * A figure that a text is made of. Both sides count the same days, as in `/api/change`: `value` and `before`
 * are their sums or rates. Where nothing is compared, `value` is that of the whole period; rates that are
 * told (`outcome`, `whole`) are those of both whole periods, as in `/api/query`.
 */
const findingFigure = z.object({
  name: z.string().meta({ description: 'what the figure is in its text, for example appeals_a_day' }),
  metric: z.enum(metricNames),
  unit: z.enum(findingUnits),
  /** Null: of the place that was asked about. */
  dimension: z.string().nullable(),
  group: z.string().nullable(),
  period: period.meta({ description: 'what it counts' }),
  compare: z.enum(findingCompares).nullable().meta({ description: 'with what it is compared' }),
  value: unknown,
  before: unknown,
  change: unknown.meta({ description: 'value − before' }),
  change_share: unknown.meta({ description: 'change ÷ before; null for rates' }),
  numerator: unknown,
  denominator: unknown.meta({ description: 'of rates; days of appeals a day; groups that were looked at' }),
  before_numerator: unknown,
  before_denominator: unknown,
  lower: unknown.meta({ description: 'what one would expect of it, from' }),
  upper: unknown.meta({ description: 'what one would expect of it, to' }),
  mark: mark.nullable(),
});
export type FindingFigure = z.infer<typeof findingFigure>;

const sentence = z.object({
  kind: z.enum(findingKinds),
  mark,
  text: bilingual.meta({ description: 'the finding, with the numbers of `figures`, rounded' }),
  detail: bilingual.meta({ description: 'beside what, why, how sure; may be empty' }),
  figures: z.array(findingFigure),
  about: named(z.string()).nullable().meta({ description: 'the area, unit or topic it is about' }),
});
export type FindingSentence = z.infer<typeof sentence>;

const ask = z.object({
  about: named(z.enum(askedDimensions)).meta({ description: 'whom to ask' }),
  topic: named(z.enum(askedTopics)).nullable().meta({ description: 'about what; null: about everything' }),
  mark,
  reason: bilingual,
  detail: bilingual,
  figures: z.array(findingFigure),
  where: texts.meta({ description: 'clauses that list the orders meant' }),
  period: period.meta({ description: 'the days of the orders meant' }),
});
export type FindingAsk = z.infer<typeof ask>;

const findingsMeta = judgementMeta.extend({
  /** Null: the whole of what may be seen. */
  place: named(z.enum(findingPlaces)).nullable().meta({ description: 'of what the findings are' }),
  compare: z.enum(findingCompares),
  compared_period: period.nullable(),
  covered,
  due_at: z.string().nullable().meta({
    description: 'as of when orders are open and overdue; null for a past period, of which none are told',
  }),
});

/** `GET /api/findings`: what somebody should know first of a place and a period, and whom to ask today. */
export const findings = z.object({
  meta: findingsMeta,
  sentences: z.array(sentence).meta({ description: 'three at the most' }),
  ask: z.array(ask).meta({ description: 'three at the most, the weightiest first; often none' }),
  looked_at: bilingual.meta({ description: 'where somebody to ask was looked for' }),
  ...judged,
});
export type Findings = z.infer<typeof findings>;
