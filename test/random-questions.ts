import {
  type DimensionName,
  dimensionNames,
  grains,
  isGrain,
  type MetricName,
  metricNames,
  type Query,
  type Resolution,
  resolutions,
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

const monthStart = fc
  .integer({ min: 0, max: 19 })
  .map((month) => `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
const anyDay = fc
  .integer({ min: 0, max: 600 })
  .map((day) => new Date(Date.UTC(2022, 1, 1 + day)).toISOString().slice(0, 10));
const filterValues: Partial<Record<DimensionName, string[]>> = {
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
  day_of_week: ['1', '6'],
  hour_of_day: ['0', '13'],
  unit: ['works'],
};

const clause = fc.constantFrom(...(Object.keys(filterValues) as DimensionName[])).chain((dimension) =>
  fc.record({
    dimension: fc.constant(dimension),
    exclude: fc.boolean(),
    values: fc.subarray(filterValues[dimension] ?? [], { minLength: 1 }),
  }),
);

/** Questions of every kind: up to four metrics by time and two other dimensions, filtered, compared, without regimes. */
export const anyQuestion: fc.Arbitrary<Query> = fc
  .record({
    metrics: fc.subarray(metricNames as MetricName[], { minLength: 1, maxLength: 4 }),
    grain: fc.option(fc.constantFrom(...grains)),
    plain: fc.subarray(
      plain.filter((name) => name !== 'location_quality' && name !== 'excluded_reason'),
      { maxLength: 2 },
    ),
    where: fc.array(clause, { maxLength: 2 }),
    days: fc.option(
      fc.tuple(fc.oneof(monthStart, monthStart, anyDay), fc.oneof(monthStart, monthStart, anyDay)),
    ),
    compare: fc.option(fc.constantFrom('year' as const, 'previous' as const)),
    regimes: fc.boolean(),
    resolution: fc.constantFrom<Resolution>(...resolutions),
  })
  .map(({ metrics, grain, plain: others, where, days, compare, regimes, resolution }) => {
    const [from, to] = days ? [...days].sort() : [];
    return question({
      metrics,
      by: [...(grain ? [grain] : []), ...others],
      where,
      resolution,
      withoutRegimes: regimes ? ['flood'] : [],
      ...(from && to && from < to && { from, to }),
      ...(compare && { compare }),
    });
  });
