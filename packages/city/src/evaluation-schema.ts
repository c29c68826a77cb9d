import {
  type Counted,
  caseMixDimensions,
  closingTimeEdges,
  denominatorsOf,
  enteringDates,
  localized as looseName,
  type Measure,
  measureNames,
  movements,
  type RowMeasure,
  rankedDimensions,
  rowMeasureNames,
  type Scheme,
} from '@hotline-atlas/model';
import { z } from 'zod';

const localized = looseName.strict();
const code = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'expected small letters, digits, - and _');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2024-01');
const share = z.number().min(0).max(1);
const points = z.number().min(0);

/** Hours that are edges of the classes times to close are counted in. */
const wholeHours = closingTimeEdges.filter((hours) => hours > 0 && Number.isInteger(hours));
const numerators = Object.keys(denominatorsOf).filter((name) => name !== 'closed_within') as (
  | Measure
  | RowMeasure
)[];
const denominators = [...measureNames, ...rowMeasureNames];
const anyOf = (names: readonly string[]) => `expected one of ${names.join(', ')}`;

const counted = z.union(
  [
    z.enum(numerators),
    z.strictObject({
      closed_within: z
        .number()
        .refine((hours) => wholeHours.includes(hours), `expected hours: one of ${wholeHours.join(', ')}`),
    }),
  ],
  { error: `expected one of ${numerators.join(', ')}, or closed_within: hours (${wholeHours.join(', ')})` },
);

const scoring = z
  .strictObject({
    share: z.strictObject({ none: share, full: share }).optional(),
    steps: z
      .array(z.strictObject({ at: share, points }))
      .min(1)
      .optional(),
    deductions: z
      .strictObject({ beyond: share, each: share.positive(), points: points.positive() })
      .optional(),
  })
  .refine(
    (forms) => Object.values(forms).filter((form) => form !== undefined).length === 1,
    'expected one of share, steps, deductions',
  );
type ScoringForms = z.infer<typeof scoring>;

const indicatorForm = z.strictObject({
  name: code,
  label: localized,
  numerator: counted,
  denominator: z.enum(denominators, { error: anyOf(denominators) }),
  better: z.enum(['up', 'down']).default('up'),
  weight: points.positive(),
  scoring: scoring.optional(),
  fewest: z.number().int().min(1).default(1),
  optional: z.boolean().default(false),
});
type IndicatorForm = z.infer<typeof indicatorForm>;

const nameOf = (numerator: Counted) => (typeof numerator === 'string' ? numerator : 'closed_within');

const pointsAt = ({ steps = [], deductions }: ScoringForms) => [
  ...steps.map((step) => step.points),
  ...(deductions ? [deductions.points] : []),
];

function* indicatorProblems(indicator: IndicatorForm): Generator<{ path: string[]; message: string }> {
  const { numerator, denominator, better, weight, scoring: forms = {} } = indicator;
  const possible = denominatorsOf[nameOf(numerator)] ?? [];
  if (!possible.includes(denominator))
    yield {
      path: ['denominator'],
      message: `${nameOf(numerator)} is no part of ${denominator}, ${anyOf(possible)}`,
    };
  if (pointsAt(forms).some((each) => each > weight))
    yield { path: ['scoring'], message: `expected no more points than the weight, ${weight}` };
  const { none, full } = forms.share ?? { none: 0, full: 1 };
  if (forms.share && (better === 'up' ? none >= full : none <= full))
    yield {
      path: ['scoring', 'share'],
      message: `expected none ${better === 'up' ? 'below' : 'above'} full, because ${better} is better`,
    };
  const ladder = [...(forms.steps ?? [])].sort((one, other) => one.at - other.at);
  if (ladder.some((step, at) => at > 0 && step.points > (ladder[at - 1]?.points ?? 0) !== (better === 'up')))
    yield {
      path: ['scoring', 'steps'],
      message: `expected more points the ${better === 'up' ? 'higher' : 'lower'} the rate`,
    };
}

const indicator = indicatorForm
  .superRefine((each, context) => {
    for (const problem of indicatorProblems(each)) context.addIssue({ code: 'custom', ...problem });
  })
  .transform(({ scoring: forms, ...rest }) => {
    const usual = rest.better === 'up' ? { none: 0, full: 1 } : { none: 1, full: 0 };
    if (forms?.steps) return { ...rest, scoring: { by: 'steps' as const, steps: forms.steps } };
    if (forms?.deductions) return { ...rest, scoring: { by: 'deductions' as const, ...forms.deductions } };
    return { ...rest, scoring: { by: 'share' as const, ...(forms?.share ?? usual) } };
  });

const group = z.strictObject({
  name: code,
  label: localized,
  by: z.enum(rankedDimensions, { error: anyOf(rankedDimensions) }),
  kinds: z.array(z.string()).default([]),
  only: z.array(z.string()).default([]),
  without: z.array(z.string()).default([]),
  called_in: z.number().int().min(0).default(0),
});

const classRule = z.strictObject({
  name: code,
  label: localized,
  volume: z.enum(['high', 'low']).optional(),
  movement: z.array(z.enum(movements)).optional(),
});

const countsSigning = ({ numerator, denominator }: Pick<IndicatorForm, 'numerator' | 'denominator'>) =>
  numerator === 'signed_in_time' || denominator === 'sign_due';

const names = (each: readonly { name: string }[]) =>
  new Set(each.map(({ name }) => name)).size === each.length;
const once = 'expected every name once';

const scheme = z
  .strictObject({
    name: code,
    label: localized,
    example: z.boolean().default(false),
    source: z.string().min(1),
    from: month,
    to: month.nullable().default(null),
    starts_on: z.number().int().min(1).max(28).default(1),
    enters_by: z.enum(enteringDates, { error: anyOf(enteringDates) }).default('received'),
    sign_within: z.number().positive().max(8760).nullable().default(null),
    exclusions: z.union([z.literal('all'), z.array(z.string().min(1))]).default('all'),
    case_mix: z.array(z.enum(caseMixDimensions, { error: anyOf(caseMixDimensions) })).default([]),
    decimals: z.number().int().min(0).max(4).default(2),
    groups: z.array(group).min(1).refine(names, once),
    indicators: z.array(indicator).min(1).refine(names, once),
    classes: z.array(classRule).default([]).refine(names, once),
  })
  .refine(({ from, to }) => to === null || from < to, {
    path: ['to'],
    error: 'expected a month after `from`: `to` is the month after the last',
  })
  .refine(({ sign_within: hours, indicators }) => hours !== null || !indicators.some(countsSigning), {
    path: ['sign_within'],
    error: 'expected hours from dispatch on, because an indicator counts who signs in time',
  });

/** Schemes that are valid in the same month: which one counts would be a guess. */
function overlapsOf(schemes: readonly Pick<Scheme, 'name' | 'from' | 'to'>[]) {
  return schemes.flatMap((one, index) =>
    schemes.slice(0, index).flatMap((other, earlier) => {
      const apart = (one.to !== null && one.to <= other.from) || (other.to !== null && other.to <= one.from);
      return apart ? [] : [{ index, one, other, earlier }];
    }),
  );
}

/** `cities/<city>/evaluation.yaml` */
export const evaluationSchema = z
  .array(scheme)
  .refine(names, once)
  .superRefine((schemes, context) => {
    for (const { index, one, other } of overlapsOf(schemes))
      context.addIssue({
        code: 'custom',
        path: [index, 'from'],
        message: `${one.name} is valid in months in which ${other.name} is (${other.from} to ${other.to ?? 'now'}), expected one scheme a month`,
      });
  }) satisfies z.ZodType<Scheme[]>;
