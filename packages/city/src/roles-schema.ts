import {
  type DimensionName,
  dimensionNames,
  localized,
  momentsSeen,
  permissions,
  type Resolution,
  type Role,
  rankedDimensions,
  resolutions,
  suggestion,
} from '@hotline-atlas/model';
import { z } from 'zod';

/** One of some names; another is told the nearest. */
const oneOf = <const Name extends string>(what: string, names: readonly Name[]) =>
  z.enum(names, {
    error: ({ input }) => `there is no ${what} “${input}”, ${suggestion(String(input), names)}`,
  });

/** The person of open access. */
const reserved = 'anyone';

const tooFine: readonly DimensionName[] = ['hour', 'day', 'week'];

const publishedSchema = oneOf('dimension', dimensionNames).refine((name) => !tooFine.includes(name), {
  error: ({ input }) => `“${input}” is too fine to be published, expected month, quarter or year`,
});

const placeSchema = z.union([z.literal('point'), z.literal<Resolution[]>([...resolutions])], {
  error: `expected point, or an H3 resolution: ${resolutions.join(', ')}`,
});

/** What a role says. The descriptions are the reference in `docs/roles.md`. */
export const roleSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'expected a word of small letters, digits and -')
    .refine(
      (name) => name !== reserved,
      `“${reserved}” is whoever asks where access is open, expected another name`,
    )
    .describe('by which accounts name it: small letters, digits and `-`; `anyone` is taken'),
  label: localized.strict().describe('how people call it'),
  sees: z
    .enum(['city', 'own', 'nothing'], { error: 'expected city, own or nothing' })
    .describe(
      '`city`: all appeals; `own`: those of the districts or of the units of the account, which has one or the other; `nothing`: none',
    ),
  texts: z.boolean().describe('texts, replies and addresses, to read and to search'),
  place: placeSchema.describe(
    '`point`, or the finest H3 resolution (7, 8, 9, 10): no coordinates then, and no finer cells',
  ),
  time: z
    .enum(momentsSeen, { error: `expected ${momentsSeen.join(' or ')}` })
    .describe('`second`, or `hour`: all times of records are cut to the hour'),
  callers: z
    .enum(['hidden', 'pseudonym'], { error: 'expected hidden or pseudonym' })
    .describe('`hidden`, or `pseudonym`: the same caller has the same one within the project of the account'),
  published: z
    .array(publishedSchema)
    .describe(
      'dimensions of aggregates of the whole city that are open besides (`scope=published`), by month or coarser',
    ),
  rankings: z
    .array(oneOf('ranked dimension', rankedDimensions))
    .default([])
    .describe(
      'whose rankings in the evaluation are open as a whole: district, subdistrict, unit; what a ranking tells of everybody, and no other aggregate. Left out: those that `published` opens',
    ),
  may: z
    .array(oneOf('permission', permissions))
    .describe(`what they may do besides: ${permissions.join(', ')}`),
}) satisfies z.ZodType<Role>;

/** The whole of `roles.yaml`. */
export const rolesSchema = z.array(roleSchema).superRefine((roles, context) => {
  for (const [at, { name }] of roles.entries())
    if (roles.findIndex((role) => role.name === name) < at)
      context.addIssue({ code: 'custom', path: [at, 'name'], message: `“${name}” is there twice` });
  if (!roles.some(({ may }) => may.includes('administer')))
    context.addIssue({
      code: 'custom',
      message: 'nobody may administer, expected one role at least that may',
    });
});
