import { z } from 'zod';
import { changeMarks } from '../judgement/change-marks.ts';
import { candidateCriteria, candidateLevels, dominanceCriteria } from '../judgement/monthly-topics.ts';
import { judged, judgementMeta } from './judgement.ts';
import { count, period, unknown, unknowns } from './parts.ts';
import { ripenessStanding } from './ripeness.ts';

const month = z.string().meta({ description: 'calendar month, as 2026-11' });
const share = unknown.meta({ description: '0 to 1; null where the denominator is 0' });

/** A share with its interval of 95 % (Wilson). */
const shareOf = { numerator: count, denominator: count, rate: share, lower: unknown, upper: unknown };

/** One side against another, on days that have a counterpart. */
const growth = z.object({
  now: z.number().meta({ description: 'appeals of the days that have a counterpart' }),
  before: z.number(),
  change: z.number(),
  change_share: unknown.meta({ description: 'change ÷ before; null where that is 0' }),
  lower: unknown.meta({ description: 'of change_share, 95 %' }),
  upper: unknown,
  p: unknown,
  q: unknown.meta({ description: 'over all topics' }),
  mark: z.enum(changeMarks),
  season: unknown.meta({
    description:
      'change_share that the known season alone would bring; null where there is none, or none is known',
  }),
});
export type CandidateGrowth = z.infer<typeof growth>;

const spread = z.object({
  located: count.meta({ description: 'appeals whose subdistrict is known' }),
  subdistricts: count.meta({ description: 'subdistricts that have at least one' }),
  of: count.meta({ description: 'subdistricts that have any appeal of the month' }),
  effective: unknown.meta({
    description: 'as many subdistricts with equal shares would be as concentrated: 1 ÷ Σ share²',
  }),
  largest: z
    .object({ subdistrict: z.string(), appeals: count, share: z.number() })
    .nullable()
    .meta({ description: 'the subdistrict that has most' }),
});

const resolution = z.object({
  ...shareOf,
  difference: unknown.meta({ description: 'rate less that of all topics together' }),
  p: unknown.meta({ description: 'against all other topics together, two-sided' }),
  q: unknown,
  mark: z.enum(changeMarks).meta({ description: 'provisional where the month is not ripe' }),
});

const repeats = z.object({
  ...shareOf,
  numerator: count.meta({ description: 'appeals beyond the first of each caller in the topic and month' }),
  denominator: count.meta({ description: 'appeals whose caller is known' }),
});

const season = z.object({
  years: count.meta({ description: 'whole years it is known from' }),
  p: unknown.meta({ description: 'of there being no season; null where too little is known' }),
  known: z.boolean().meta({ description: 'there is a season, beyond chance over all topics' }),
  now: unknown.meta({ description: 'appeals a day in this calendar month ÷ those of the mean month' }),
  in_season: z.boolean().nullable().meta({ description: 'null without a known season' }),
  peak: unknown.meta({ description: 'calendar month of the peak, 1 to 12; null without a known season' }),
  peak_factor: unknown,
  months_to_peak: unknown.meta({ description: '0 to 11; 0: the peak is this month' }),
  factors: unknowns.meta({ description: 'of January to December; empty where too little is known' }),
});

const persistence = z.object({
  above: count.meta({ description: 'of `known` months, those above the same months of earlier years' }),
  known: count.meta({ description: 'of the last twelve, those that could be compared' }),
  run: count.meta({ description: 'months in a row above it, this one and those before' }),
  since: month.nullable().meta({ description: 'first of them; null where this month is not above' }),
});

/** A topic that could be one of the month. */
const candidate = z.object({
  topic: z.string(),
  topic1: z.string().meta({ description: 'the topic it is a part of' }),
  topic2: z.string(),
  volume: z.object({ appeals: count, share }).meta({ description: 'share of all appeals of the month' }),
  growth: growth.nullable().meta({ description: 'against the same month a year before' }),
  growth_previous: growth.nullable().meta({ description: 'against the month before' }),
  spread,
  resolution,
  repeats: repeats.nullable().meta({ description: 'null where no callers are known' }),
  season,
  persistence,
  undominated: z.boolean().nullable().meta({
    description: 'no other topic is as high in all of meta.criteria and higher in one; null: unknown',
  }),
});
export type MonthlyTopicCandidate = z.infer<typeof candidate>;

const candidatesMeta = judgementMeta.extend({
  month,
  level: z.enum(candidateLevels),
  district: z.string().nullable(),
  order: z.enum(candidateCriteria),
  criteria: z.array(z.enum(dominanceCriteria)).meta({
    description: 'what `undominated` rests on: of those asked for the ones of which anything is known',
  }),
  fewest: count.meta({ description: 'topics with fewer appeals in the month are not listed' }),
  topics: count.meta({ description: 'topics with appeals in the month, listed or not' }),
  compared: z.object({ year: period.nullable(), previous: period.nullable() }),
  ripeness: ripenessStanding.meta({ description: 'of the resolution rate of the month' }),
  level_of_discoveries: z.number().meta({ description: 'rate of false discoveries that is kept' }),
});

/** `GET /api/monthly-topics/candidates`. */
export const monthlyTopicCandidates = z.object({
  meta: candidatesMeta,
  whole: z
    .object({
      appeals: count,
      subdistricts: count,
      resolution: z.object(shareOf),
      repeats: z.object(shareOf).nullable(),
    })
    .meta({ description: 'all topics together, in the area asked for' }),
  topics: z.array(candidate).meta({ description: 'in the order asked for; those without a number last' }),
  ...judged,
});
export type MonthlyTopicCandidates = z.infer<typeof monthlyTopicCandidates>;
