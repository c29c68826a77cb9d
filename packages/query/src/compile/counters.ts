import {
  type Measure,
  type MetricName,
  measureColumn,
  needsCallers,
  needsClosingTimes,
  needsDueTimes,
  type OpenAsOf,
  type OpenCount,
  openCountOf,
  storedSums,
  termsOf,
} from '@hotline-atlas/model';
import type { Table } from '../plan/table.ts';
import { join, name, type Sql, sql } from '../sql/sql.ts';
import { isAmongOpen, isOpenWithLimit, known as knownMoment } from './due-state.ts';

/** Which rows are counted, and how often each. */
export interface CountedRows {
  /** Only rows of which this holds; null for all. */
  when: Sql | null;
  /** How often the appeals of a row count; null for once. Times to close and callers always count once. */
  weight: Sql | null;
}

const everyRow: CountedRows = { when: null, weight: null };

/**
 * A column that metrics are made of: how it is counted where a table is read, and how parts of it are added
 * up.
 */
export interface Counter {
  column: string;
  counted: (table: Table, which?: CountedRows) => Sql;
  /** Counted so that parts can still be added up. */
  partial: (table: Table, which?: CountedRows) => Sql;
  /** Adds up the parts in a column. */
  merged: (column: Sql) => Sql;
  /** A part with nothing in it. */
  empty: Sql;
}

/** An aggregate of an expression, of the rows of which a condition holds. */
const aggregate = (called: Sql, parameters: Sql, of: Sql, when: Sql | null): Sql =>
  when ? sql`${called}If${parameters}(${of}, ${when})` : sql`${called}${parameters}(${of})`;

const none = sql``;

const sum = (of: Sql, { when, weight }: CountedRows = everyRow): Sql =>
  aggregate(sql`sum`, none, weight ? sql`${of} * ${weight}` : of, when);

/** Repeat appeals are told by callers, which cannot be weighted: nor are the appeals they are among. */
const neverWeighted: readonly Measure[] = ['caller_known'];

/** A measure summed up from what rollups hold; differences are signed, the measure is not. */
function fromStored(measure: Measure, which: CountedRows): Sql {
  const { add, subtract = [] } = storedSums[measure];
  const stored = (each: string) => sum(sql`source.${name(`s_${each}`)}`, which);
  const less = subtract.map((each) => sql` - ${stored(each)}`);
  const all = sql`${join(add.map(stored), ' + ')}${join(less, '')}`;
  return which.weight ? sql`(${all})` : sql`toUInt64(${all})`;
}

const measureCounter = (measure: Measure): Counter => {
  const counted = ({ keys }: Table, which: CountedRows = everyRow) => {
    const own = neverWeighted.includes(measure) ? { ...which, weight: null } : which;
    return keys === null ? sum(sql`source.${name(measureColumn(measure))}`, own) : fromStored(measure, own);
  };
  return {
    column: measureColumn(measure),
    counted,
    partial: counted,
    merged: (column) => sum(column),
    empty: sql`0`,
  };
};

/**
 * Sums as wide as what is stored, 4 thousand million appeals a class: half the memory, which is most of the
 * time for many places.
 */
const sumNarrow = sql`sumWithOverflowForEach`;

const classes = ({ closing }: Table, { when }: CountedRows = everyRow): Sql => {
  if (closing === 'counted') return aggregate(sumNarrow, none, sql`source.close_histogram`, when);
  const resampled = sql`(1, 65, 1)`;
  if (closing === 'listed')
    return aggregate(sql`countResampleArray`, resampled, sql`source.close_classes`, when);
  return aggregate(sql`countResample`, resampled, sql`source.close_bin`, when);
};

const histogram: Counter = {
  column: 'close_histogram',
  counted: classes,
  partial: classes,
  merged: (column) => sql`sumForEach(${column})`,
  empty: sql`[]`,
};

const known = (when: Sql | null): Sql =>
  when ? sql`source.caller != 0 AND ${when}` : sql`source.caller != 0`;
const registers = sql`(12)`;

/**
 * Different callers by a sketch (HyperLogLog with 4096 registers, exact while they are few): sketches of
 * parts merge into the very sketch of the whole, so rollups and rows say the same.
 */
const differentCallers: Counter = {
  column: 'callers',
  counted: ({ keys }, { when } = everyRow) =>
    keys === null
      ? sql`uniqCombinedIf(12)(source.caller, ${known(when)})`
      : aggregate(sql`uniqCombinedMerge`, registers, sql`source.callers`, when),
  partial: ({ keys }, { when } = everyRow) =>
    keys === null
      ? sql`uniqCombinedStateIf(12)(source.caller, ${known(when)})`
      : aggregate(sql`uniqCombinedMergeState`, registers, sql`source.callers`, when),
  merged: (column) => sql`uniqCombinedMerge(12)(${column})`,
  empty: sql`arrayReduce('uniqCombinedState(12)', emptyArrayUInt64())`,
};

/** The column in which open orders are counted. */
export const openColumn = (which: OpenCount): string => `n_${which}`;

/** The column in which open orders with a due time are counted. */
export const limitedColumn = 'n_open_limited';

/** Some of the open orders, which every table that knows them tells apart row by row. */
function openCounter(column: string, conditionOf: () => Sql): Counter {
  const counted = (_: Table, { when, weight }: CountedRows = everyRow) => {
    const open = conditionOf();
    const among = when ? sql`${open} AND ${when}` : open;
    return sql`toUInt64(${sum(sql`source.s_appeals`, { when: sql`(${among})`, weight })})`;
  };
  return {
    column,
    counted,
    partial: counted,
    merged: (parts) => sum(parts),
    empty: sql`0`,
  };
}

/** What open orders of a kind are told from: what is due, together with how many orders tell when. */
function openCounters(which: OpenCount, due: OpenAsOf | undefined): Counter[] {
  const of = (each: OpenCount) => openCounter(openColumn(each), () => isAmongOpen(each, knownMoment(due)));
  if (!needsDueTimes(which)) return [of(which)];
  return [of(which), of('open'), openCounter(limitedColumn, () => isOpenWithLimit)];
}

/** The measures a metric is made of. */
const measuresOf = (metric: MetricName): Measure[] =>
  termsOf(metric).flatMap((term) => ('measure' in term ? [term.measure] : []));

/** What a metric is made of besides measures. */
const besidesOf = (metric: MetricName): Counter[] => [
  ...(needsClosingTimes(metric) ? [histogram] : []),
  ...(needsCallers(metric) ? [differentCallers] : []),
];

function countersOfMetric(metric: MetricName, due: OpenAsOf | undefined): Counter[] {
  const open = openCountOf(metric);
  return [
    ...besidesOf(metric),
    ...measuresOf(metric).map(measureCounter),
    ...(open ? openCounters(open, due) : []),
  ];
}

/** The columns some metrics are made of, each once. @param due as of when orders are open */
export const countersOf = (metrics: readonly MetricName[], due?: OpenAsOf): Counter[] => {
  const counters = metrics.flatMap((metric) => countersOfMetric(metric, due));
  return [...new Map(counters.map((counter) => [counter.column, counter])).values()];
};

/** Names of the stored sums that some metrics are made of, each once, in the order of their array. */
export function storedSumsOf(metrics: readonly MetricName[]): string[] {
  const made = metrics.flatMap(measuresOf).map((measure) => storedSums[measure]);
  return [...new Set(made.flatMap(({ add, subtract = [] }) => [...add, ...subtract]))].sort();
}

/** All stored sums in one array: one column of a statement instead of dozens. */
function storedCounter(sums: readonly string[]): Counter {
  const stored = sql`[${join(
    sums.map((each) => sql`source.${name(`s_${each}`)}`),
    ', ',
  )}]`;
  const counted = (_: Table, { when, weight }: CountedRows = everyRow) =>
    aggregate(
      sql`sumForEach`,
      none,
      weight ? sql`arrayMap(each -> each * ${weight}, ${stored})` : stored,
      when,
    );
  return {
    column: 'sums',
    counted,
    partial: counted,
    merged: (column) => sql`sumForEach(${column})`,
    empty: sql`[]`,
  };
}

/** The columns some metrics are made of where rollups are read, with all stored sums in one of them. */
export function storedCountersOf(metrics: readonly MetricName[]): Counter[] {
  const sums = storedSumsOf(metrics);
  const besides = metrics.flatMap(besidesOf);
  return [...(sums.length > 0 ? [storedCounter(sums)] : []), ...new Set(besides)];
}
