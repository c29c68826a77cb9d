import { z } from 'zod';
import { localized } from '../localized-schema.ts';
import { measureNames } from '../measures.ts';
import { rowMeasureNames } from '../row-measures.ts';
import { caseMixDimensions, enteringDates, movements, rankedDimensions } from '../scheme.ts';
import { count, texts } from './parts.ts';

const month = z.string().meta({ description: 'evaluation month, as 2024-11' });

const measure = z.enum([...measureNames, ...rowMeasureNames]);

const counted = z.union([
  measure,
  z.object({ closed_within: z.number().meta({ description: 'hours of receipt' }) }),
]);

/** How a rate becomes points, from 0 to the weight. */
const scoring = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('share').meta({ description: 'evenly from none at one rate to all at another' }),
    none: z.number(),
    full: z.number(),
  }),
  z.object({
    by: z.literal('steps').meta({ description: 'the points of the best step that is reached' }),
    steps: z.array(z.object({ at: z.number(), points: z.number() })),
  }),
  z.object({
    by: z.literal('deductions').meta({ description: 'all, less some for each full part beyond a rate' }),
    beyond: z.number(),
    each: z.number(),
    points: z.number(),
  }),
]);

const indicatorRule = z.object({
  name: z.string(),
  label: localized,
  numerator: counted,
  denominator: measure,
  better: z.enum(['up', 'down']),
  weight: z.number().meta({ description: 'points at the most' }),
  scoring,
  fewest: count.meta({ description: 'a unit with a smaller denominator is not ranked' }),
  optional: z.boolean().meta({ description: 'left out in months in which nobody has any' }),
});
export type IndicatorRule = z.infer<typeof indicatorRule>;

const groupRule = z.object({
  name: z.string(),
  label: localized,
  by: z.enum(rankedDimensions),
  kinds: texts.meta({ description: 'units of these kinds alone; empty: all' }),
  only: texts,
  without: texts,
  members: texts
    .nullable()
    .meta({ description: 'codes of those ranked, as the city names them; null: not known' }),
  called_in: count.meta({ description: 'so many of the last are called in' }),
});

const classRule = z.object({
  name: z.string(),
  label: localized,
  volume: z.enum(['high', 'low']).nullable(),
  movement: z.array(z.enum(movements)).nullable(),
});

/** Every field of a scheme; `starts_on` is the day a month begins on. */
const schemeRules = z.object({
  name: z.string(),
  label: localized,
  example: z.boolean().meta({ description: "not the city's own rules" }),
  source: z.string(),
  from: month,
  to: month.nullable().meta({ description: 'the month after the last; null while it is valid' }),
  starts_on: count,
  enters_by: z.enum(enteringDates).meta({ description: 'date that puts an order into the month' }),
  sign_within: z
    .number()
    .nullable()
    .meta({ description: 'hours from dispatch on within which a unit signs; null: none are given' }),
  exclusions: z.union([z.literal('all'), texts]).meta({ description: 'reasons that count' }),
  case_mix: z.array(z.enum(caseMixDimensions)),
  decimals: count,
  groups: z.array(groupRule),
  indicators: z.array(indicatorRule),
  classes: z.array(classRule),
});
export type SchemeRules = z.infer<typeof schemeRules>;

const schemeParts = ['scheme', 'group', 'indicator', 'class'] as const;

/** One difference of two schemes. */
const schemeDifference = z.object({
  part: z.enum(schemeParts),
  name: z.string().nullable().meta({ description: 'of the group, indicator or class; null: of the scheme' }),
  field: z.string().nullable().meta({ description: 'null: the part itself is new, or gone' }),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z
    .unknown()
    .meta({ description: 'value of the field, or the whole part; null where it was not there' }),
  after: z.unknown(),
});
export type SchemeDifference = z.infer<typeof schemeDifference>;

/** `GET /api/evaluation/schemes`: the rules, oldest first. */
export const evaluationSchemes = z.object({
  schemes: z.array(schemeRules),
  gaps: z.array(z.object({ from: month, to: month })).meta({
    description: 'months between schemes in which none is valid, half-open',
  }),
  changes: z
    .array(
      z.object({
        from_scheme: z.string(),
        to_scheme: z.string(),
        month: month.meta({ description: 'the first by the later one' }),
        differences: z.array(schemeDifference),
      }),
    )
    .meta({ description: 'what changed from each scheme to the next' }),
});
export type EvaluationSchemes = z.infer<typeof evaluationSchemes>;
