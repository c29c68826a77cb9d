import { changeGroupings, changeMarks, metricNames } from '@hotline-atlas/model';
import { z } from 'zod';
import {
  judgementMeta,
  localized,
  method,
  notice,
  period,
  texts,
  unknown,
  unknowns,
} from './judgement-parts.ts';
import { standing } from './ripeness-schema.ts';
import { answer } from './schemas.ts';

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

/** `GET /api/change`. */
export const change = z.object({
  meta: judgementMeta.extend({
    metric: z.enum(metricNames),
    kind: z.enum(['counts', 'rate']),
    by: z.enum(changeGroupings).nullable(),
    compare: z.union([z.enum(['previous', 'year']), period]),
    compared_period: period.nullable(),
    covered: answer.shape.meta.shape.covered,
    level: z.number().meta({ description: 'rate of false discoveries that is kept' }),
    fewest: z.number().int().meta({ description: 'fewer are never announced' }),
    season_years: z.array(z.number().int()),
    ripeness: z.object({ now: standing, before: standing }).nullable(),
  }),
  whole: z
    .object({ ...described(unknown), mark })
    .nullable()
    .meta({ description: 'all groups together; its p is not part of the control of false discoveries' }),
  groups: z
    .object({
      group: texts,
      contribution: unknowns.meta({ description: 'part in the change of the whole; all add up to it' }),
      contribution_share: unknowns.meta({ description: 'counts: contribution ÷ the whole before' }),
      within: unknowns.meta({ description: "rates: because the group's own rate moved" }),
      mix: unknowns.meta({ description: 'rates: because its share of the whole moved' }),
      q: unknowns.meta({ description: 'after control of false discoveries' }),
      ...described(unknowns),
      mark: z.array(mark),
    })
    .meta({
      description:
        'columns of equal length, one entry a group: beyond chance first, largest contributions first',
    }),
  marks: z.array(
    z.object({
      name: z.enum(changeMarks),
      symbol: z.string(),
      label: localized,
      rule: localized,
      groups: z.number().int(),
    }),
  ),
  method,
  notice: notice.nullable(),
});
