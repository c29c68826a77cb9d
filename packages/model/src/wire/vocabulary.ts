import { z } from 'zod';
import { ripeningFamilies } from '../judgement/ripeness.ts';
import { metricNames, units } from '../metrics.ts';
import { asOf, localizedName } from './answer.ts';
import { completeness } from './completeness.ts';

const span = z.object({ from: z.string(), to: z.string() });

/** A named stretch of the city's calendar. */
const stretch = span.extend({ name: z.string(), label: localizedName });
export type Stretch = z.infer<typeof stretch>;

/** One value of a dimension: its name, the value of the level above, the residents of an area. */
const labelledValue = z.object({
  value: z.string(),
  label: localizedName,
  parent: z.string().optional(),
  residents: z.number().optional(),
});
export type LabelledValue = z.infer<typeof labelledValue>;

/** `schematic`: drawn, not surveyed. */
const areaLevel = z.object({
  level: z.enum(['district', 'subdistrict']),
  label: localizedName,
  schematic: z.boolean(),
  attribution: z.string(),
});
export type AreaLevelInfo = z.infer<typeof areaLevel>;

const city = z.object({
  code: z.string(),
  name: localizedName,
  hotline: localizedName,
  time_zone: z.string(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).meta({
    description: 'west, south, east, north',
  }),
});

/** The part of `GET /api/meta` that changes with the data. */
const data = {
  as_of: asOf.nullable(),
  loading: z.boolean().meta({ description: 'the first data of all is being loaded' }),
  first_day: z.string().nullable(),
  last_day: z.string().nullable(),
  complete_to: z
    .string()
    .nullable()
    .meta({ description: 'the day after the last that had wholly passed when the data was loaded' }),
  coverage: z.looseObject({ spans: z.array(span).meta({ description: 'days that have data' }) }).nullable(),
  synthetic: z.boolean().meta({ description: 'the data is made up' }),
  completeness: completeness.nullable(),
  orders: z
    .object({
      at: z
        .string()
        .meta({ description: 'as of when screens show open orders: now where live, else the newest appeal' }),
      live: z.boolean().meta({ description: 'the newest appeal is under 48 hours old: ask with due_at=now' }),
    })
    .nullable()
    .meta({ description: 'null where there is no data, or none that you see' }),
  last_ripe_month: z.record(z.enum(ripeningFamilies), z.string().nullable()).meta({
    description: 'first day of the newest month whose rates are final, by what they wait for',
  }),
};

/** `GET /api/meta`: what can be asked, how everything is called, and as of when the data is. */
export const vocabulary = z.looseObject({
  city: city.loose(),
  metrics: z.array(z.looseObject({ name: z.enum(metricNames), unit: z.enum(units).optional() })),
  dimensions: z.array(
    z.looseObject({ name: z.string(), filterable: z.boolean(), values: z.array(labelledValue) }),
  ),
  areas: z.array(areaLevel.extend({ areas: z.number().int() }).loose()),
  regimes: z.array(stretch.loose()),
  holidays: z.array(stretch.loose()),
  annotations: z.array(z.looseObject({ date: z.string(), label: localizedName })),
  ...data,
});
export type Vocabulary = z.infer<typeof vocabulary>;
