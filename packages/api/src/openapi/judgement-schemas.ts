import {
  type Alarms,
  type Change,
  type Clusters,
  clusterSteps,
  expectations,
  type Hotspots,
  hotspotMeasures,
  hotspotSteps,
  type JudgementMeta,
  type Method,
  metricNames,
  type Notice,
  placeLevels,
  type Rates,
  type RipenessAnswer,
  type Trend,
  trendGrains,
  watches,
} from '@hotline-atlas/model';
import { z } from 'zod';
import type { change } from './change-schema.ts';
import {
  day,
  judgementMeta,
  localized,
  method,
  notice,
  numbers,
  period,
  texts,
  unknown,
  unknowns,
} from './judgement-parts.ts';
import type { rates } from './rates-schema.ts';
import type { ripenessAnswer } from './ripeness-schema.ts';

export { change } from './change-schema.ts';
export { method, notice } from './judgement-parts.ts';
export { rates } from './rates-schema.ts';
export { ripenessAnswer } from './ripeness-schema.ts';

/** `GET /api/hotspots`. */
export const hotspots = z.object({
  meta: judgementMeta.extend({
    level: z.enum(placeLevels),
    resolution: z.number().int().nullable(),
    step: z.enum(hotspotSteps),
    measure: z.enum(hotspotMeasures),
    expected: z.enum(expectations),
    possible: z.array(z.enum(expectations)).meta({ description: 'what these places can be judged against' }),
    steps: z.array(day),
    alpha: z.number(),
  }),
  study_area: z.object({
    places: z.number().int(),
    with_appeals: z.number().int(),
    bounded_by: localized,
    not_located: z.number().int(),
  }),
  global: z.object({ moran: z.number(), expected: z.number(), z: z.number(), p: z.number() }).nullable(),
  classes: z.array(
    z.object({
      code: z.number().int(),
      name: z.string(),
      label: localized,
      rule: localized,
      places: z.number().int(),
    }),
  ),
  places: z
    .object({
      place: z.array(z.string()),
      count: numbers,
      residents: unknowns,
      rate: unknowns,
      expected: unknowns,
      latest_count: numbers,
      latest_expected: unknowns,
      z: unknowns,
      p: unknowns,
      q: unknowns,
      bin: numbers,
      trend_z: unknowns,
      trend_p: unknowns,
      hot_steps: numbers,
      cold_steps: numbers,
      class: numbers,
    })
    .meta({ description: 'columns of equal length, one entry a place' }),
  series: z
    .object({ count: numbers, expected: unknowns, z: unknowns, bin: numbers })
    .meta({ description: 'places × steps, place by place: index = place · steps + step' }),
  method,
  notice: notice.nullable(),
});

const alarmTopic = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  code: z.string(),
});
const alarmArea = z.object({ level: z.enum(['city', 'district', 'subdistrict']), code: z.string() });

const unalarmed = z.object({
  topic: alarmTopic,
  area: alarmArea,
  observed: z.number().int(),
  expected: unknown,
  threshold: unknown,
  p: unknown,
  q: unknown,
});

/** `GET /api/alarms`. */
export const alarms = z.object({
  meta: judgementMeta.extend({
    day,
    watch: z.enum(watches),
    level: z.number(),
    series: z.number().int(),
    tested: z.number().int(),
    too_few: z
      .number()
      .int()
      .meta({ description: 'not tested: fewer than five appeals, or too little history' }),
    missing: z
      .array(period)
      .meta({ description: 'spans without data in the 42 days or 53 weeks up to the day' }),
    exceeding: z.number().int().meta({ description: 'series with q below the level, before merging' }),
    alarms: z.number().int(),
  }),
  alarms: z.array(
    z.object({
      id: z.string(),
      topic: alarmTopic,
      area: alarmArea,
      period,
      observed: z.number().int(),
      expected: z.number(),
      threshold: z.number(),
      excess: z.number(),
      score: z.number(),
      p: z.number(),
      q: z.number(),
      rule: z.enum(['farrington', 'short_series', 'recent_level']),
      since: day.meta({ description: 'first step of the unbroken run of exceedances' }),
      spread: z.object({ subdistricts: z.number().int(), topics: z.number().int() }),
      members: z.array(
        z.object({
          topic: alarmTopic,
          area: alarmArea,
          observed: z.number().int(),
          expected: z.number(),
          q: z.number(),
        }),
      ),
      series: z.object({ start: z.array(day), count: unknowns, expected: unknowns, threshold: unknowns }),
      appeals: z.string().meta({ description: 'address of the appeals behind it' }),
    }),
  ),
  nearest: z.array(unalarmed).meta({ description: 'nearest to an alarm without raising one' }),
  whole: unalarmed.nullable().meta({ description: 'all topics of everything watched' }),
  fall: z
    .object({
      observed: z.number().int(),
      expected: z.number(),
      threshold: z.number().meta({ description: 'the least count that is not unusual' }),
      p: z.number(),
    })
    .nullable()
    .meta({ description: 'all topics of everything watched, far below what was to be expected' }),
  method,
  notice: notice.nullable(),
});

/** `GET /api/trend`. */
export const trend = z.object({
  meta: judgementMeta.extend({
    metric: z.enum(metricNames),
    unit: z.enum(['count', 'share', 'hours', 'per_10k']),
    grain: z.enum(trendGrains),
  }),
  series: z
    .object({
      start: z.array(day),
      value: unknowns,
      numerator: unknowns,
      denominator: unknowns,
      state: z.array(z.enum(['complete', 'left_out', 'missing', 'too_few', 'incomplete'])),
      used: unknowns.meta({ description: 'what was taken apart: values, bridged where left out or missing' }),
      trend: unknowns,
      seasonal: unknowns,
      remainder: unknowns,
      unusual: z.array(z.boolean()),
    })
    .meta({ description: 'columns of equal length, one entry a step' }),
  seasons: z.array(
    z.object({ period: z.number().int(), label: localized, strength: z.number(), values: unknowns }),
  ),
  trend_strength: unknown,
  change: z.object({ mann_kendall_z: z.number(), p: z.number(), slope_per_year: z.number() }).nullable(),
  forecast: z
    .object({
      start: z.array(day),
      mean: numbers,
      intervals: z.array(z.object({ level: z.number(), lower: numbers, upper: numbers })),
      model: z.string(),
      candidates: z.array(
        z.object({
          name: z.string(),
          label: localized,
          mean_absolute_error: unknown,
          mean_absolute_scaled_error: unknown,
          origins: z.number().int(),
          chosen: z.boolean(),
        }),
      ),
    })
    .nullable(),
  year_on_year: z
    .object({
      period,
      compared_period: period,
      days: z.number().int(),
      value: unknown,
      before: unknown,
      change_share: unknown,
      value_numerator: unknown,
      value_denominator: unknown,
      before_numerator: unknown,
      before_denominator: unknown,
      left_out: z.array(period.extend({ reason: localized })),
    })
    .nullable(),
  marks: z.array(period.extend({ kind: z.enum(['holiday', 'regime', 'annotation']), label: localized })),
  method,
  notice: notice.nullable(),
});

/** `GET /api/clusters`. */
export const clusters = z.object({
  meta: judgementMeta.extend({
    level: z.enum(placeLevels),
    resolution: z.number().int().nullable(),
    step: z.enum(clusterSteps),
    steps: z.array(day),
    places: z.number().int(),
    appeals: z.number().int(),
    replications: z.number().int(),
    seed: z.number().int(),
  }),
  clusters: z.array(
    z.object({
      centre: z.object({ place: z.string(), longitude: z.number(), latitude: z.number() }),
      radius_km: z.number(),
      places: texts,
      period,
      steps: z.number().int(),
      observed: z.number(),
      expected: z.number(),
      ratio: unknown.meta({ description: 'null below an expectation of one' }),
      score: z.number().meta({ description: 'log likelihood ratio' }),
      p: z.number().meta({ description: 'Monte Carlo rank' }),
      p_gumbel: unknown,
      appeals: z.string().nullable(),
    }),
  ),
  method,
  notice: notice.nullable(),
});

/** Compile-time proof that the schemas describe what is sent. */
export type JudgementAgreement = [
  JudgementMeta extends z.infer<typeof judgementMeta> ? true : never,
  Method extends z.infer<typeof method> ? true : never,
  Notice extends z.infer<typeof notice> ? true : never,
  Hotspots extends z.infer<typeof hotspots> ? true : never,
  Alarms extends z.infer<typeof alarms> ? true : never,
  Trend extends z.infer<typeof trend> ? true : never,
  Rates extends z.infer<typeof rates> ? true : never,
  Change extends z.infer<typeof change> ? true : never,
  RipenessAnswer extends z.infer<typeof ripenessAnswer> ? true : never,
  Clusters extends z.infer<typeof clusters> ? true : never,
];
