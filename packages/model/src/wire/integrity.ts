import { z } from 'zod';
import { integrityKinds, integrityStandings } from '../judgement/integrity.ts';
import { localized } from '../localized-schema.ts';
import { rankedDimensions } from '../scheme.ts';
import { judged, judgementMeta } from './judgement.ts';
import { bilingual, count, numbers, texts, unknown, unknowns } from './parts.ts';

const kind = z.enum(integrityKinds);

const integrityMeta = judgementMeta.extend({
  month: z.string().meta({ description: 'evaluation month, as 2024-11' }),
  scheme: z.object({ name: z.string(), label: localized, example: z.boolean() }),
  group: z.object({ name: z.string(), label: localized, by: z.enum(rankedDimensions) }),
  groups: z
    .array(z.object({ name: z.string(), label: localized }))
    .meta({ description: 'that can be asked for by whoever asks' }),
  provisional: z.boolean().meta({ description: 'orders of the month still wait for return visits' }),
  level: z.number().meta({ description: 'share of false flags that is allowed, over units and kinds' }),
});

/** One kind of question: whether it can be asked of this month, and what is known of it. */
const kindTold = z.object({
  kind,
  label: bilingual,
  asks: bilingual,
  judgeable: z.boolean(),
  why_not: bilingual
    .nullable()
    .meta({ description: 'what is missing; a kind that is not judgeable is not zero' }),
  tested: count.meta({ description: 'units with enough to be tested' }),
  flags: count.meta({ description: 'of units whose details whoever asks may see' }),
  fewest: count.meta({ description: 'a unit with fewer is not tested' }),
  effect: bilingual.meta({ description: 'how large a difference must be besides' }),
  /** Measured on made-up units. */
  measured: z.object({
    clean: count.meta({ description: 'unit-months without gaming' }),
    false_flags: count,
    gaming: count,
    found: count,
  }),
  innocent: z.array(bilingual).meta({ description: 'explanations that are no fault' }),
});

/** Bars of what was seen beside what was expected; of equal length. */
const chart = z.object({
  form: z.enum(['months', 'reasons', 'limit', 'digits', 'share']),
  labels: texts,
  observed: unknowns,
  expected: unknowns,
  marked: numbers.meta({ description: 'positions the question is about' }),
});
export type IntegrityChart = z.infer<typeof chart>;

const evidence = z.object({
  where: texts.nullable().meta({ description: 'clauses that select the orders; null where none do' }),
  orders: texts.meta({ description: 'numbers of some of them, the newest first' }),
  total: count,
});

/** A test of one unit. A flag is a question, not a verdict. */
const test = z.object({
  unit: z.string(),
  kind,
  way: z.string().meta({ description: 'reason for exclusion, or which of the ways of a kind; may be empty' }),
  standing: z.enum(integrityStandings),
  observed: count,
  of: count,
  expected: unknown,
  share: unknown,
  lower: unknown,
  upper: unknown,
  expected_share: unknown,
  p: unknown,
  q: unknown,
  provisional: z.boolean(),
  weight: z.number().meta({ description: 'orders beyond what was expected' }),
  words: bilingual,
  chart: chart.nullable(),
  evidence: evidence.nullable().meta({ description: 'null where whoever asks may not see the appeals' }),
});
export type IntegrityTest = z.infer<typeof test>;

/** `GET /api/evaluation/integrity`. */
export const integrity = z.object({
  meta: integrityMeta,
  kinds: z.array(kindTold),
  flags: z.array(test).meta({ description: 'of units whose details whoever asks may see, by weight' }),
  units: z.object({
    unit: texts,
    flags: unknowns.meta({ description: 'null for units whose details whoever asks may not see' }),
    tested: numbers.meta({ description: 'kinds the unit was tested for' }),
  }),
  tests: z
    .array(test)
    .nullable()
    .meta({ description: 'every test of the unit asked for, the most unlikely first' }),
  ...judged,
});
export type Integrity = z.infer<typeof integrity>;
export type IntegrityKindTold = z.infer<typeof kindTold>;
