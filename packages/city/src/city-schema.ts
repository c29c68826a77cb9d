import { localized as looseName } from '@hotline-atlas/model';
import { z } from 'zod';
import { boundsProblem, boundsSchema, timeZoneProblem } from './city-place.ts';
import { retentionSchema } from './retention.ts';

const localized = looseName.strict();

const day = z.iso.date();
const span = z.strictObject({
  name: z.string(),
  label: localized,
  from: day,
  /** The day after the last. */
  to: day,
});
const forward = ({ from, to }: { from: string; to: string }) => from < to;
const backwards = {
  path: ['to'],
  error: 'expected a day after `from`: spans end on the day after their last',
};

/**
 * One level of areas with its boundaries. Features carry `code`, `en`, `zh`, and where known `parent`,
 * `residents`.
 */
const areaLevel = z.strictObject({
  level: z.enum(['district', 'subdistrict']),
  label: localized,
  /** GeoJSON in the pack's folder. */
  boundaries: z.string(),
  /** Drawn, not surveyed; marked so on the map. */
  schematic: z.boolean().default(false),
  attribution: z.string(),
});

const definitionSchema = z.strictObject({
  name: localized,
  /** What the service is called, for example the 12345 hotline. */
  hotline: localized,
  time_zone: z.string().superRefine((zone, context) => {
    const problem = timeZoneProblem(zone);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
  /** The city's own language, for values that have a local name. */
  local_language: z.string().default('en'),
  /** No appeal can be older; earlier dates are mistakes. */
  earliest: day,
  /** West, south, east, north: coordinates outside are not in the city. */
  bounds: boundsSchema,
  /** Words that mean unknown in files of this city, besides the usual ones; an empty list: none are. */
  unknown: z.array(z.string()).optional(),
  areas: z.array(areaLevel).default([]),
  /** How long texts and callers are kept; left out: for ever. */
  retention: retentionSchema.optional(),
  /** Spans in which the city was not itself; every baseline must be able to leave them out. */
  regimes: z.array(span.extend({ reason: localized }).refine(forward, backwards)).default([]),
  /** Public holidays and seasons, marked on time axes. */
  holidays: z
    .array(span.extend({ working: z.boolean().default(false) }).refine(forward, backwards))
    .default([]),
  /** How many years entries of the audit are kept. */
  audit: z.strictObject({ keep_years: z.number().int().min(1).max(100) }).default({ keep_years: 10 }),
  annotations: z.array(z.strictObject({ date: day, label: localized })).default([]),
  /** Hours an order may take by urgency, from a day on. */
  time_limits: z
    .array(
      z.strictObject({ from: day, hours: z.record(z.string(), z.number().positive()), source: z.string() }),
    )
    .default([]),
});

/** `cities/<city>/city.yaml` */
export const citySchema = definitionSchema.superRefine(({ bounds, time_zone }, context) => {
  const problem = boundsProblem(bounds, time_zone);
  if (problem) context.addIssue({ code: 'custom', path: ['bounds'], message: problem });
});
export type CityDefinition = z.infer<typeof citySchema>;

/** `cities/<city>/topics.yaml`: codes of one level; a child's full code is `<parent>.<code>`. */
export interface TopicDefinition {
  code: string;
  en: string;
  zh?: string | undefined;
  local?: string | undefined;
  children?: TopicDefinition[] | undefined;
}
const topicSchema: z.ZodType<TopicDefinition> = z.lazy(() =>
  z.strictObject({
    code: z.string().min(1),
    en: z.string(),
    zh: z.string().optional(),
    local: z.string().optional(),
    children: z.array(topicSchema).optional(),
  }),
);

const depth = (topics: readonly TopicDefinition[]): number =>
  topics.length === 0 ? 0 : 1 + Math.max(...topics.map(({ children = [] }) => depth(children)));

/** The whole of `topics.yaml`. */
export const topicsSchema = z
  .array(topicSchema)
  .refine((topics) => depth(topics) <= 3, 'expected at most three levels of topics');

/**
 * `cities/<city>/units.yaml`: who handles orders, besides the areas, which are units themselves. An entry
 * with `{district}` in its code stands for one unit in each district; in names the same mark becomes the
 * district's name.
 */
export const unitSchema = z.strictObject({
  code: z.string().min(1),
  en: z.string(),
  zh: z.string().optional(),
  local: z.string().optional(),
  kind: z.enum(['subdistrict', 'district_department', 'municipal_department', 'public_service', 'agency']),
  district: z.string().optional(),
});
export type UnitDefinition = z.infer<typeof unitSchema>;

/**
 * `cities/<city>/dispatch.yaml`: which unit handles a topic; the first that matches the most specific topic.
 */
export const dispatchSchema = z.strictObject({
  topic: z.string(),
  /**
   * A unit's code, `subdistrict` or `district` for the unit of the place, or `{district}-…` for one of its
   * district.
   */
  to: z.string(),
  urgency: z.enum(['2h', '24h', '7d', '15d']),
});
export type DispatchRule = z.infer<typeof dispatchSchema>;
