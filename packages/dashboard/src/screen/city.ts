import type {
  AreaLevelInfo,
  AsOf,
  LabelledValue,
  LocalDate,
  Localized,
  Period,
  RipeningFamily,
  Stretch,
  Vocabulary,
} from '@hotline-atlas/model';

/** What `/api/meta` says of the city, as the dashboard uses it. */
export interface CityMeta {
  code: string;
  name: Localized;
  hotline: Localized;
  timeZone: string;
  /** West, south, east, north. */
  bounds: readonly [number, number, number, number];
  areas: readonly AreaLevelInfo[];
  regimes: readonly Stretch[];
  holidays: readonly Stretch[];
  annotations: readonly { date: LocalDate; label: Localized }[];
  labels: Readonly<Record<string, Readonly<Record<string, Localized>>>>;
  /** For each dimension with a level above: its codes and what they belong to. */
  parents: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Dimensions whose areas' residents are known, so that appeals can be told per 10,000 of them. */
  withResidents: readonly string[];
  asOf: AsOf;
  /** As of when screens show open orders, and whether that is now; null where there is no data. */
  orders: { at: string; live: boolean } | null;
  firstDay: LocalDate | null;
  lastDay: LocalDate | null;
  /** The day after the last day that had wholly passed when the data was loaded. */
  completeTo: LocalDate | null;
  /** Spans of days that have data. */
  spans: readonly Period[];
  synthetic: boolean;
  /** First day of the newest month whose rates are final, by what they wait for; null where none is. */
  lastRipeMonth: Readonly<Record<RipeningFamily, LocalDate | null>>;
}

const byCode = <Kept>(values: readonly LabelledValue[], keep: (value: LabelledValue) => Kept | undefined) =>
  Object.fromEntries(
    values.flatMap((each) => {
      const kept = keep(each);
      return kept === undefined ? [] : [[each.value, kept] as const];
    }),
  );

/** The city as the dashboard uses it, from what the API says. */
export function cityFrom(wire: Vocabulary): CityMeta {
  const { city } = wire;
  return {
    code: city.code,
    name: city.name,
    hotline: city.hotline,
    timeZone: city.time_zone,
    bounds: city.bounds,
    areas: wire.areas.filter(({ areas }) => areas > 0),
    regimes: wire.regimes,
    holidays: wire.holidays,
    annotations: wire.annotations,
    labels: Object.fromEntries(
      wire.dimensions.map(({ name, values }) => [name, byCode(values, ({ label }) => label)]),
    ),
    parents: Object.fromEntries(
      wire.dimensions.map(({ name, values }) => [name, byCode(values, ({ parent }) => parent)]),
    ),
    withResidents: wire.dimensions
      .filter(({ values }) => values.some(({ residents }) => residents !== undefined))
      .map(({ name }) => name),
    asOf: wire.as_of ?? { newest_appeal: null, last_load: null, version: 0 },
    firstDay: wire.first_day,
    lastDay: wire.last_day,
    completeTo: wire.complete_to,
    spans: wire.coverage?.spans ?? [],
    orders: wire.orders,
    synthetic: wire.synthetic,
    lastRipeMonth: wire.last_ripe_month,
  };
}
