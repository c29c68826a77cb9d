import {
  type Clause,
  type DimensionName,
  dimensionOf,
  isGrain,
  type MetricName,
  metricOf,
  type Weight,
} from '@hotline-atlas/model';
import { storedPartsOf } from '../compile/parts.ts';
import type { History } from '../plan/history.ts';
import { isSmall } from '../plan/is-small.ts';
import { mostRowsOf, type Piece } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
import { needsDays } from '../plan/reading.ts';
import { type Side, sidesRead } from '../plan/side.ts';
import type { Table } from '../plan/table.ts';
import { isOfCounts } from './is-of-counts.ts';

/** Days that are compared, or are not, read beside whole months. */
export interface Beside extends Piece {
  /** How often they count; null where each counts once. */
  weights: readonly Weight[] | null;
}

/** What several questions of a screen read together: one table once, for all the appeals any of them is about. */
export interface SharedReading {
  table: Table;
  /** Months that are read. */
  generations: number[];
  /** Days that are read besides, each for itself: of sides that are not whole months. */
  besides: Beside[];
  /** Whether each month is counted by itself; else the sides of the comparison are told apart, the same for all plans. */
  byMonth: boolean;
  /** What is told apart besides: dimensions of the plans, and those by which one is about other appeals than another. */
  by: DimensionName[];
  /** The conditions of the plans, each once. */
  wheres: Clause[][];
  metrics: MetricName[];
  plans: Plan[];
}

/** Rows that are quicker to carry than another statement is to understand: of a few sums, and of times to close by class. */
const mostRows = { sums: 1500, classes: 600 };
/** Days read besides bring fewer rows than a side of a comparison: often it is a single day. */
const besideWeight = 1 / 2;
/** Rows of a table that are quicker to read through than to be asked for twice. */
const mostRead = 1_000_000;

const monthly: readonly DimensionName[] = ['month', 'quarter', 'year'];
const above: Partial<Record<DimensionName, DimensionName>> = { subdistrict: 'district', topic2: 'topic1' };

const isCategory = (dimension: DimensionName): boolean =>
  ['area', 'category'].includes(dimensionOf(dimension).kind);

/** Values of a dimension that some conditions leave: a guess, by which nothing but the way of reading is chosen. */
function valuesLeft(dimension: DimensionName, where: readonly Clause[]): number {
  const among = (name: DimensionName | undefined) =>
    where.find((clause) => clause.dimension === name && !clause.exclude)?.values.length;
  const own = among(dimension);
  if (own !== undefined) return own;
  if (!dimensionOf(dimension).highCardinality) return 20;
  return 20 * (among(above[dimension]) ?? Number.POSITIVE_INFINITY);
}

const rowsOf = ({ by, wheres, generations, byMonth, besides }: SharedReading): number => {
  const places = wheres.map((where) =>
    by.reduce((product, dimension) => product * valuesLeft(dimension, where), 1),
  );
  const parts = (byMonth ? generations.length : 2) + besides.length * besideWeight;
  return parts * places.reduce((sum, each) => sum + each, 0);
};

const hasClasses = ({ metrics }: SharedReading): boolean =>
  metrics.some((metric) => metricOf(metric).kind === 'closing_time_quantile');

const isWorthwhile = (reading: SharedReading): boolean =>
  rowsOf(reading) <= (hasClasses(reading) ? mostRows.classes : mostRows.sums);

/** What a side of a plan reads beside whole months. */
export function besidesOf({ reads, comparison }: Plan, side: Side): Beside[] {
  if (side === 'now' || side === 'before') return [];
  const weights = side === 'before_paired' ? (comparison?.weights ?? null) : null;
  return (reads[side] ?? []).map((piece) => ({ ...piece, weights }));
}

/** A reading beside written in one way. */
export const writtenBeside = ({ table, reading, weights }: Beside): string =>
  JSON.stringify([table.name, reading, weights]);

const distinct = (besides: readonly Beside[]): Beside[] => [
  ...new Map(besides.map((beside) => [writtenBeside(beside), beside])).values(),
];

/** What a plan alone would read; null where its counts do not add up from those of months. */
function readingOf(plan: Plan, history: History): SharedReading | null {
  const { query } = plan;
  const pieces = [...plan.reads.now, ...(plan.reads.before ?? [])];
  const [first] = pieces;
  if (!first || !isSmall(plan, history) || !isOfCounts(plan)) return null;
  if (pieces.some(({ table, reading }) => table !== first.table || needsDays(reading))) return null;
  if (storedPartsOf(query.metrics).some(({ column }) => column === 'callers')) return null;
  const grain = query.by.find(isGrain);
  const by = query.by.filter((dimension) => dimension !== grain);
  if ((grain && !monthly.includes(grain)) || !by.every(isCategory)) return null;
  if (grain && plan.comparison?.move.unit === 'day') return null;
  return {
    table: first.table,
    generations: [...new Set(pieces.flatMap(({ reading }) => reading.generations))],
    besides: distinct(sidesRead(plan).flatMap((side) => besidesOf(plan, side))),
    byMonth: grain !== undefined,
    by,
    wheres: [query.where],
    metrics: query.metrics,
    plans: [plan],
  };
}

const united = <Item>(one: readonly Item[], other: readonly Item[]): Item[] => [
  ...new Set([...one, ...other]),
];

/** A condition written in one way. */
const written = (where: readonly Clause[]): string =>
  JSON.stringify(where.map((clause) => JSON.stringify(clause)).sort());

/** Clauses that stand in all of some conditions. */
export const commonTo = (wheres: readonly (readonly Clause[])[]): Clause[] =>
  (wheres[0] ?? []).filter((clause) => wheres.every((where) => where.some((each) => isSame(each, clause))));

const isSame = (one: Clause, other: Clause): boolean => JSON.stringify(one) === JSON.stringify(other);

const sidesOf = ({ reads }: Plan): string =>
  JSON.stringify(
    [reads.now, reads.before].map((pieces) => pieces?.map(({ reading }) => reading.generations)),
  );

/** Two readings of the same appeals as one. */
function ofTheSame(one: SharedReading, other: SharedReading): SharedReading {
  const [sides] = united(one.plans, other.plans).map(sidesOf);
  return {
    table: one.table,
    generations: united(one.generations, other.generations),
    besides: distinct([...one.besides, ...other.besides]),
    byMonth: one.byMonth || other.byMonth || other.plans.some((plan) => sidesOf(plan) !== sides),
    by: united(one.by, other.by),
    wheres: one.wheres,
    metrics: united(one.metrics, other.metrics),
    plans: [...one.plans, ...other.plans],
  };
}

/**
 * Two readings of different appeals as one, as of views each of which leaves out its own choice; null where they differ in more than
 * conditions on categories.
 */
function ofDifferent(one: SharedReading, other: SharedReading, history: History): SharedReading | null {
  const both = ofTheSame(one, other);
  const wheres = [
    ...new Map([...one.wheres, ...other.wheres].map((where) => [written(where), where])).values(),
  ];
  const common = commonTo(wheres);
  const dimensions = wheres
    .flat()
    .filter((clause) => !common.some((each) => isSame(each, clause)))
    .map(({ dimension }) => dimension);
  const reading = { generations: both.generations, days: null };
  if (both.byMonth || hasClasses(both) || !dimensions.every(isCategory)) return null;
  if (mostRowsOf([{ table: both.table, reading }], history) > mostRead) return null;
  return { ...both, by: united(both.by, dimensions), wheres };
}

/** Whether every table that is read holds all that is told apart or chosen by. */
function holdsAll({ table, besides, by, wheres }: SharedReading): boolean {
  const keys = [...by, ...wheres.flatMap((where) => where.map(({ dimension }) => dimension))];
  return (
    by.every((dimension) => table.keys?.has(dimension)) &&
    besides.every(({ table: { keys: held } }) => held === null || keys.every((key) => held.has(key)))
  );
}

/** Two readings as one; null where there is no such, or it would take more to carry than it saves. */
function shared(one: SharedReading, other: SharedReading, history: History): SharedReading | null {
  const scopes = [...one.plans, ...other.plans].map(({ scope }) => JSON.stringify(scope));
  if (one.table !== other.table || new Set(scopes).size > 1) return null;
  const alike = united(one.wheres.map(written), other.wheres.map(written)).length === 1;
  const both = alike ? ofTheSame(one, other) : ofDifferent(one, other, history);
  return both && isWorthwhile(both) && holdsAll(both) ? both : null;
}

/**
 * The readings that questions asked together can share, each of two questions or more: the figures of a screen, the same against
 * another period, and their course are sums of the same months; lists that each leave out their own choice, sums of the appeals
 * that satisfy all other choices. Pure.
 */
export function shareReadings(plans: readonly Plan[], history: History): SharedReading[] {
  const readings: SharedReading[] = [];
  for (const plan of plans) {
    const own = readingOf(plan, history);
    if (!own) continue;
    const at = readings.findIndex((each) => shared(each, own, history));
    const found = readings[at];
    const both = found && shared(found, own, history);
    if (both) readings[at] = both;
    else readings.push(own);
  }
  return readings.filter((each) => each.plans.length > 1);
}
