import {
  type Clause,
  type DimensionName,
  dimensionNames,
  grains,
  isGrain,
  type LocalDate,
  type MetricName,
  metricNames,
  openStates,
  type Query,
  type Resolution,
  resolutions,
  type Selection,
  shift,
} from '@hotline-atlas/model';
import fc from 'fast-check';

/** Dimensions besides time. */
export const plain = dimensionNames.filter((name) => !isGrain(name));

/** A question that asks for all appeals, but for what is said. */
export const question = (more: Partial<Query>): Query => ({
  metrics: ['appeals'],
  by: [],
  where: [],
  withoutRegimes: [],
  order: [],
  resolution: 8,
  ...more,
});

/** A history that random questions are about. */
export interface Subject {
  /** First days of months in which periods begin and end. */
  months: readonly LocalDate[];
  /** Values to filter by, a few of each dimension. */
  values: Readonly<Partial<Record<DimensionName, readonly string[]>>>;
  /** Dimensions besides time to group by. */
  groups: readonly DimensionName[];
  /** Regimes to leave out. */
  regimes: readonly string[];
}

/** A first day of a month, or any day of the history. */
const dayOf = (months: readonly LocalDate[]): fc.Arbitrary<LocalDate> => {
  const monthStart = fc.constantFrom(...months);
  const anyDay = fc
    .tuple(monthStart, fc.integer({ min: 0, max: 30 }))
    .map(([month, days]) => shift(month, 'day', days));
  return fc.oneof(monthStart, monthStart, anyDay);
};

const clauseOf = (values: Subject['values']): fc.Arbitrary<Clause> =>
  fc.constantFrom(...(Object.keys(values) as DimensionName[])).chain((dimension) =>
    fc.record({
      dimension: fc.constant(dimension),
      exclude: fc.boolean(),
      values: fc.subarray([...(values[dimension] ?? [])], { minLength: 1 }),
    }),
  );

/** Selections of every kind: up to two filters, a period, without regimes. */
export const selectionsOf = ({ months, values, regimes }: Subject): fc.Arbitrary<Selection> =>
  fc
    .record({
      where: fc.array(clauseOf(values), { maxLength: 2 }),
      days: fc.option(fc.tuple(dayOf(months), dayOf(months))),
      withoutRegimes: fc.oneof(fc.constant<string[]>([]), fc.subarray([...regimes])),
    })
    .map(({ where, days, withoutRegimes }) => {
      const [from, to] = days ? [...days].sort() : [];
      return { where, withoutRegimes, ...(from && to && from < to && { from, to }) };
    });

/**
 * Questions of every kind: up to four metrics by time and two other dimensions, of any selection, compared.
 */
export const questionsOf = (subject: Subject): fc.Arbitrary<Query> =>
  fc
    .record({
      metrics: fc.subarray(metricNames as MetricName[], { minLength: 1, maxLength: 4 }),
      grain: fc.option(fc.constantFrom(...grains)),
      groups: fc.subarray([...subject.groups], { maxLength: 2 }),
      selection: selectionsOf(subject),
      compare: fc.option(fc.constantFrom('year' as const, 'previous' as const)),
      resolution: fc.constantFrom<Resolution>(...resolutions),
    })
    .map(({ metrics, grain, groups, selection, compare, resolution }) =>
      question({
        ...selection,
        metrics,
        by: [...(grain ? [grain] : []), ...groups],
        resolution,
        ...(compare && { compare }),
      }),
    );

const filterValues: Subject['values'] = {
  district: ['north', 'south', ''],
  subdistrict: ['north-east', ''],
  topic1: ['housing', ''],
  topic2: ['housing.heating', 'transport.parking'],
  topic3: ['housing.heating.cold'],
  channel: ['phone', ''],
  kind: ['complaint', 'request'],
  appellant: ['enterprise'],
  urgency: ['24h'],
  status: ['closed'],
  due_state: [...openStates],
  day_of_week: ['1', '6'],
  hour_of_day: ['0', '13'],
  unit: ['works'],
};

/** Questions of every kind about Riverton. */
export const anyQuestion = questionsOf({
  months: Array.from({ length: 20 }, (_, month) => shift('2022-01-01', 'month', month)),
  values: filterValues,
  groups: plain.filter((name) => name !== 'location_quality' && name !== 'excluded_reason'),
  regimes: ['flood'],
});
