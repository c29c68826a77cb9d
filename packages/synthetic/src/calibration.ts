import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-\d\d$/);
const yearly = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);
const byMonth = z.array(z.tuple([month, z.number()])).min(1);
const share = z.number().min(0).max(1);
const shares = yearly(z.number().positive());

/** calibration/published.yaml */
const publishedSchema = z.strictObject({
  received: yearly(z.strictObject({ millions: z.number(), source: z.string() })),
  dispatched: yearly(z.strictObject({ share, source: z.string() })),
  rates: z.array(
    z.strictObject({ from: month, to: month, resolution: share, satisfaction: share, source: z.string() }),
  ),
  epidemic_rates: z.strictObject({ resolution: share, satisfaction: share, source: z.string() }),
  phone: yearly(share),
  enterprise_line: z.iso.date(),
  enterprises: z.array(z.strictObject({ from: month, to: month, appeals: z.number() })),
  callers: yearly(z.number()),
  district_orders: shares,
  topics_2020: shares,
});

/** calibration/assumed.yaml */
const assumedSchema = z.strictObject({
  dispatched: yearly(share),
  epidemic: yearly(share),
  rates: z.array(z.tuple([month, share, share])),
  not_contacted: byMonth,
  excluded: byMonth,
  pace: byMonth,
  pace_of_weakness: z.number(),
  phone: yearly(share),
  other_channels: yearly(shares),
  enterprises: byMonth,
  callers_per_appeal: yearly(share),
  lasting_callers: share,
  repeating: share,
  caller_bend: z.number().min(1),
  district_orders: shares,
  district_shift: yearly(z.number()),
  exclusions: shares,
  id_prefix: z.string(),
});

const seasonSchema = z.union([
  z.strictObject({ yearly: z.array(z.tuple([z.string().regex(/^\d\d-\d\d$/), z.number().min(0)])).min(1) }),
  z.strictObject({ dated: z.array(z.tuple([z.iso.date(), z.number().min(0)])).min(1) }),
  z.strictObject({ spring_festival: z.array(z.tuple([z.number(), z.number().min(0)])).min(1) }),
]);
export type Season = z.infer<typeof seasonSchema>;

/** calibration/rhythms.yaml */
const rhythmsSchema = z.strictObject({
  seasons: z.record(z.string(), seasonSchema),
  spring_festivals: z.array(z.iso.date()),
  weeks: z.record(
    z.string(),
    z.strictObject({ days: z.array(z.number()).length(7), holiday: z.number().min(0) }),
  ),
  hours: z.record(z.string(), z.array(z.number().min(0)).length(24)),
});
export type Rhythms = z.infer<typeof rhythmsSchema>;

/**
 * What a topic is like; what a topic leaves out it has from the topic above it, and in the end from
 * `defaults`.
 */
const traitsSchema = z.strictObject({
  season: z.string(),
  week: z.string(),
  hours: z.string(),
  /** Of a hundred appeals, how many only ask. */
  consultation: z.number().min(1).max(99),
  /** How the others divide. */
  kinds: z.strictObject({
    request: z.number(),
    complaint: z.number(),
    report: z.number(),
    suggestion: z.number(),
    praise: z.number(),
  }),
  /** Where it happens: which of the area weights applies. */
  place: z.enum(['home', 'street', 'centre', 'country']),
  /** Of a hundred, how many concern the caller's own place. */
  home: z.number().min(0).max(100),
  /** How much likelier than others an enterprise is to ask. */
  enterprise: z.number().min(0),
  /** How much likelier than others it is to stay unsolved. */
  failure: z.number().positive(),
  /** Frequency relative to 2020 by year, apart from the growth of everything. */
  trend: yearly(z.number().min(0)),
});
export type Traits = z.infer<typeof traitsSchema>;

const topicSchema = traitsSchema.partial().extend({
  /** First level: which published share of 2020 it has. */
  published: z.string().optional(),
  /** First level: share of 2020 among the topics without a published one. */
  share: z.number().positive().optional(),
  /** Deeper levels: size relative to its siblings, 1 where not given. */
  weight: z.number().min(0).optional(),
  epidemic: z.boolean().optional(),
});
export type TopicCalibration = z.infer<typeof topicSchema>;

/** calibration/topics.yaml */
const topicsSchema = z.strictObject({ defaults: traitsSchema, topics: z.record(z.string(), topicSchema) });

const outbreakKindSchema = z.strictObject({
  label: z.strictObject({ en: z.string(), zh: z.string() }),
  topic: z.string(),
  months: z.array(z.number().int().min(1).max(12)).min(1),
  days: z.tuple([z.number().int().min(1), z.number().int()]),
  course: z.enum(['sharp', 'level']),
  spots: z.number().int().min(1),
  strength: z.tuple([z.number().positive(), z.number().positive()]),
  weight: z.number().positive(),
});
export type OutbreakKind = z.infer<typeof outbreakKindSchema>;

/** calibration/outbreaks.yaml */
const outbreaksSchema = z.strictObject({
  per_year: z.number().min(0),
  largest_share: share,
  largest_share_of_days: share,
  kinds: z.record(z.string(), outbreakKindSchema),
});

const labelSchema = z.strictObject({ en: z.string(), zh: z.string() });
const eventSchema = { days: z.number().int().min(1), strength: z.number().positive() };
const percent = z.number().min(0).max(100);

/** How something of a story is called. */
export interface StoryKind {
  label: z.infer<typeof labelSchema>;
}

/** calibration/story.yaml */
const storySchema = z.strictObject({
  fewest_a_day: z.number(),
  orders: z.strictObject({ lying: share, lying_pace: z.number(), sent_back: percent }),
  slip: z.strictObject({
    ...{ ...eventSchema, unit: z.string(), ramp: z.number().int(), pace: z.number() },
    ...{ label: labelSchema, topic: z.string(), district: z.string(), subdistricts: z.number().int() },
  }),
  improvement: z.strictObject({
    district: z.string(),
    failure: z.array(z.tuple([z.number().int().max(0), z.number().positive()])).min(1),
  }),
  outbreak: z.strictObject({
    ...{ ...eventSchema, subdistrict: z.string(), houses: z.number().int(), callers: percent },
    kinds: z.array(
      z.strictObject({ label: labelSchema, topic: z.string(), months: z.array(z.number().int()) }),
    ),
  }),
  growth: z.strictObject({
    ...{ ...eventSchema, label: labelSchema, topic: z.string(), subdistricts: z.array(z.string()) },
  }),
  places: z.strictObject({
    ...{ ...eventSchema, label: labelSchema, topics: z.array(z.string()).min(1), callers: percent },
    ...{ appeals_each: z.number().positive(), fewest: z.number().int(), most: z.number().int() },
  }),
  matters: z.strictObject({
    ...{ label: labelSchema, topics: z.array(z.string()).min(1), share, days: z.number().int() },
    ...{ calls: z.tuple([z.number().int().min(2), z.number().int()]), most: z.number().int() },
  }),
});

const strength = z.tuple([z.number().positive(), z.number().positive().max(1)]);
const wholeRange = z.tuple([z.number().int().positive(), z.number().int().positive()]);
const plainGame = z.strictObject({ strength });
const gamesSchema = z.strictObject({
  shrinking_base: plainGame,
  odd_exclusions: plainGame,
  early_closing: z.strictObject({ strength, before: share }),
  unreachable_visits: plainGame,
  closed_again: z.strictObject({ strength, calls: wholeRange, gap: wholeRange }),
  textbook_digits: plainGame,
  template_replies: plainGame,
});
/** How a unit games its evaluation. */
export type GamingKind = keyof z.infer<typeof gamesSchema>;

/** calibration/gaming.yaml */
const gamingSchema = z.strictObject({
  months: z.number().int().positive(),
  ...{ fewest: z.number().positive(), units: z.number().int().positive(), share },
  kinds: gamesSchema,
  ...{ reason: z.string(), reply: z.string() },
  story: z.array(z.strictObject({ unit: z.string(), kind: gamesSchema.keyof(), strength: share })),
});

/** calibration/returns.yaml */
const returnsSchema = z.strictObject({
  ...{ share, again: share, of_unit: z.number().min(0), of_topic: z.number().min(0) },
  hours: z.number().min(0),
  signing: z.strictObject({ hours: z.number().positive(), spread: z.number(), of_weakness: z.number() }),
});

const readData = <Shape extends z.ZodType>(name: string, shape: Shape): z.output<Shape> =>
  shape.parse(parse(readFileSync(new URL(`../calibration/${name}.yaml`, import.meta.url), 'utf8')));

/** Everything the history is calibrated to. */
export interface Calibration {
  published: z.infer<typeof publishedSchema>;
  assumed: z.infer<typeof assumedSchema>;
  rhythms: Rhythms;
  topics: z.infer<typeof topicsSchema>;
  outbreaks: z.infer<typeof outbreaksSchema>;
  story: z.infer<typeof storySchema>;
  gaming: z.infer<typeof gamingSchema>;
  returns: z.infer<typeof returnsSchema>;
}

/** Reads the data of this package. */
export const readCalibration = (): Calibration => ({
  published: readData('published', publishedSchema),
  assumed: readData('assumed', assumedSchema),
  rhythms: readData('rhythms', rhythmsSchema),
  topics: readData('topics', topicsSchema),
  outbreaks: readData('outbreaks', outbreaksSchema),
  story: readData('story', storySchema),
  gaming: readData('gaming', gamingSchema),
  returns: readData('returns', returnsSchema),
});
