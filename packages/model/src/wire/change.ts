import { z } from 'zod';
import { changeGroupings } from '../judgement/change.ts';
import { changeMarks } from '../judgement/change-marks.ts';
import { metricNames } from '../metrics.ts';
import { covered } from './answer.ts';
import { classWords, judged, judgementMeta } from './judgement.ts';
import { period, texts, unknown, unknowns } from './parts.ts';
import { ripenessStanding } from './ripeness.ts';

const mark = z.enum(changeMarks).meta({
  description:
    'beyond_chance: neither chance nor usual ups and downs explain it; provisional: a side is not ripe; too_few: not tested',
});

const descriptions = {
  now: 'counts: sums over the paired days; rates: rates over them',
  before: 'the same of the other side, weighted where short periods are adjusted to weekdays',
  change: 'now − before',
  change_lower: 'interval of 95 %',
  change_share: 'counts: change ÷ before; null for rates, and where nothing was counted before',
  share_upper: 'null where nothing was counted before: it has no bound',
  season: 'the change that earlier years had between the same days',
  rest: 'change − season',
  dispersion: 'variance as a multiple of what chance alone gives',
  p: 'two-sided',
} as const;

/** Numerators and denominators are those of rates, null for counts. */
const names = [
  'now',
  'before',
  'now_numerator',
  'now_denominator',
  'before_numerator',
  'before_denominator',
  'change',
  'change_lower',
  'change_upper',
  'change_share',
  'share_lower',
  'share_upper',
  'season',
  'rest',
  'dispersion',
  'p',
] as const;

const described = <Schema extends z.ZodType>(schema: Schema) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      schema.meta({ description: (descriptions as Record<string, string>)[name] ?? name }),
    ]),
  ) as Record<(typeof names)[number], Schema>;

/**
 * A change of one group, or of the whole. Both sides count the same days: those with data that have a
 * counterpart on the other side; in short periods the earlier side is weighted to the weekdays and days off
 * of the later one (`covered.paired.adjusted`).
 */
const changeOf = z.object({ ...described(unknown), mark });
export type ChangeOf = z.infer<typeof changeOf>;

const changeGroups = z.object({
  /**
   * Values of the dimension, as in `/api/query`; '' is unknown. Nothing where the whole alone is asked about.
   */
  group: texts,
  contribution: unknowns.meta({ description: 'part in the change of the whole; all add up to it' }),
  contribution_share: unknowns.meta({ description: 'counts: contribution ÷ the whole before' }),
  within: unknowns.meta({ description: "rates: because the group's own rate moved" }),
  mix: unknowns.meta({ description: 'rates: because its share of the whole moved' }),
  q: unknowns.meta({ description: 'after control of false discoveries' }),
  ...described(unknowns),
  mark: z.array(mark),
});
export type ChangeGroups = z.infer<typeof changeGroups>;

const changeMeta = judgementMeta.extend({
  metric: z.enum(metricNames),
  kind: z.enum(['counts', 'rate']),
  by: z.enum(changeGroupings).nullable(),
  compare: z.union([z.enum(['previous', 'year']), period]),
  compared_period: period.nullable(),
  covered,
  level: z.number().meta({ description: 'rate of false discoveries that is kept' }),
  fewest: z.number().int().meta({ description: 'fewer are never announced' }),
  season_years: z.array(z.number().int()),
  /** Null for metrics that wait for nothing. */
  ripeness: z.object({ now: ripenessStanding, before: ripenessStanding }).nullable(),
});

/** `GET /api/change`: which groups truly changed between two periods. */
export const change = z.object({
  meta: changeMeta,
  whole: changeOf
    .nullable()
    .meta({ description: 'all groups together; its p is not part of the control of false discoveries' }),
  groups: changeGroups.meta({
    description:
      'columns of equal length, one entry a group: beyond chance first, largest contributions first',
  }),
  marks: z.array(
    z.object({ name: z.enum(changeMarks), symbol: z.string(), ...classWords, groups: z.number().int() }),
  ),
  ...judged,
});
export type Change = z.infer<typeof change>;
