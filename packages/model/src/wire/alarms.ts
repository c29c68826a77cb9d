import { z } from 'zod';
import { watches } from '../judgement/alarms.ts';
import { judged, judgementMeta } from './judgement.ts';
import { day, period, unknown, unknowns } from './parts.ts';

/** Level 0: all topics. */
const alarmTopic = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  code: z.string(),
});
export type AlarmTopic = z.infer<typeof alarmTopic>;

const alarmArea = z.object({ level: z.enum(['city', 'district', 'subdistrict']), code: z.string() });
export type AlarmArea = z.infer<typeof alarmArea>;

/** A series that exceeded its threshold and was merged into an alarm. */
const alarmMember = z.object({
  topic: alarmTopic,
  area: alarmArea,
  observed: z.number().int(),
  expected: z.number(),
  q: z.number(),
});

/** A watched series that raised no alarm; unknown where it could not be judged. */
const unalarmedSeries = z.object({
  topic: alarmTopic,
  area: alarmArea,
  observed: z.number().int(),
  expected: unknown,
  /** The upper bound it would have had to exceed. */
  threshold: unknown,
  p: unknown,
  q: unknown,
});
export type UnalarmedSeries = z.infer<typeof unalarmedSeries>;

const alarm = z.object({
  /** Stable for a day of one version of the data. */
  id: z.string(),
  topic: alarmTopic,
  area: alarmArea,
  period,
  observed: z.number().int(),
  expected: z.number(),
  /** The upper bound the series had to exceed. */
  threshold: z.number(),
  excess: z.number(),
  score: z.number(),
  p: z.number(),
  q: z.number(),
  rule: z.enum(['farrington', 'short_series', 'recent_level']),
  since: day.meta({ description: 'first step of the unbroken run of exceedances' }),
  spread: z.object({ subdistricts: z.number().int(), topics: z.number().int() }),
  members: z.array(alarmMember),
  /**
   * The last 42 days or 53 weeks; counts are null where a step has a day without data, the others but for the
   * last 14.
   */
  series: z.object({ start: z.array(day), count: unknowns, expected: unknowns, threshold: unknowns }),
  appeals: z.string().meta({ description: 'address of the appeals behind it' }),
});
export type Alarm = z.infer<typeof alarm>;

/** A feed that fails is told as a rise is. */
const fall = z.object({
  observed: z.number().int(),
  expected: z.number(),
  threshold: z.number().meta({ description: 'the least count that is not unusual' }),
  /** Chance of a count as small as that or smaller. */
  p: z.number(),
});
export type Fall = z.infer<typeof fall>;

const alarmsMeta = judgementMeta.extend({
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
});

/** `GET /api/alarms`. */
export const alarms = z.object({
  meta: alarmsMeta,
  /** Most important first. */
  alarms: z.array(alarm),
  nearest: z.array(unalarmedSeries).meta({ description: 'nearest to an alarm without raising one' }),
  whole: unalarmedSeries.nullable().meta({ description: 'all topics of everything watched' }),
  fall: fall
    .nullable()
    .meta({ description: 'all topics of everything watched, far below what was to be expected' }),
  ...judged,
});
export type Alarms = z.infer<typeof alarms>;
