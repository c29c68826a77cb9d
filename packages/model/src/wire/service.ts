import { z } from 'zod';
import { answer, asOf, localizedName } from './answer.ts';
import { completeness } from './completeness.ts';

/** `GET /api/health`. */
export const health = z.object({
  status: z.enum(['ok', 'loading']),
  city: z.string(),
  engine: z.string().optional(),
  version: z.number().int().optional(),
  as_of: asOf.nullable().optional(),
  appeals: z
    .number()
    .int()
    .nullable()
    .optional()
    .meta({ description: 'null for whoever does not see all of them' }),
  first_day: z.string().nullable().optional().meta({ description: 'null while there are no appeals' }),
  last_day: z.string().nullable().optional(),
  synthetic: z.boolean().optional().meta({ description: 'the data is made up' }),
  completeness: completeness.nullable().optional(),
  progress: z.unknown().optional(),
});
export type Health = z.infer<typeof health>;

/** `GET /api/areas`. */
export const areas = z.object({
  type: z.literal('FeatureCollection'),
  level: z.string(),
  label: localizedName,
  schematic: z.boolean().meta({ description: 'outlines are drawn, not surveyed' }),
  attribution: z.string().nullable(),
  features: z.array(z.record(z.string(), z.unknown())),
});

/** RFC 9457 problem details. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  parameter: z.string().optional().meta({ description: 'the parameter that is wrong' }),
  sent: z.string().optional(),
  reason: z.string().optional().meta({ description: 'the rule that was broken, by a name that stays' }),
  revision: z.number().int().optional().meta({ description: 'the revision there is now' }),
  nearest: z.array(z.string()).optional().meta({ description: 'names that exist and are most like it' }),
});
export type Problem = z.infer<typeof problem>;

/** A line of `GET /api/answers`. */
export const line = z.object({
  question: z.number().int().meta({ description: 'its place in the address, from 0' }),
  answer: answer.optional(),
  problem: problem.optional().meta({ description: 'where it could not be answered' }),
});
