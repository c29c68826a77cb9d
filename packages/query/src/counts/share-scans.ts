import {
  type Clause,
  type DimensionName,
  dimensionOf,
  isGrain,
  type MetricName,
  needsClosingTimes,
  type Scope,
  type Weight,
} from '@hotline-atlas/model';
import { storedCountersOf } from '../compile/counters.ts';
import { costs } from '../plan/costs.ts';
import type { History } from '../plan/history.ts';
import { needsDays } from '../plan/months.ts';
import { mostRowsOf, type Piece } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
import { type Side, sidesRead } from '../plan/side.ts';
import type { Table } from '../plan/table.ts';

/** Days that are compared, or are not, read beside whole months. */
export interface Beside extends Piece {
  /** How often they count; null where each counts once. */
  weights: readonly Weight[] | null;
}

/**
 * One scan that several questions of a screen share: a table is read once, for all the appeals that any of
 * them is about.
 */
export interface SharedScan {
  /** Who asks; the same for all plans, and part of the statement. */
  scope: Scope;
  table: Table;
  /** Months that are read. */
  generations: number[];
  /** Days that are read besides, each for itself: of sides that are not whole months. */
  besides: Beside[];
  /**
   * Whether each month is counted by itself; else the sides of the comparison are told apart, the same for
   * all plans.
   */
  byMonth: boolean;
  /** Further keys of GROUP BY: the plans' dimensions, and the dimensions in which their filters differ. */
  by: DimensionName[];
  /** The conditions of the plans, each once. */
  wheres: Clause[][];
  metrics: MetricName[];
  plans: Plan[];
}

const monthly: readonly DimensionName[] = ['month', 'quarter', 'year'];
const above: Partial<Record<DimensionName, DimensionName>> = { subdistrict: 'district', topic2: 'topic1' };

const isCategory = (dimension: DimensionName): boolean =>
  ['area', 'category'].includes(dimensionOf(dimension).kind);

/** Values of a dimension that some conditions leave. A guess: it chooses only the way of reading. */
function valuesLeft(dimension: DimensionName, where: readonly Clause[]): number {
  const among = (name: DimensionName | undefined) =>
    where.find((clause) => clause.dimension === name && !clause.exclude)?.values.length;
  const own = among(dimension);
  if (own !== undefined) return own;
  if (!dimensionOf(dimension).highCardinality) return 20;
  return 20 * (among(above[dimension]) ?? Number.POSITIVE_INFINITY);
}

const rowsOf = ({ by, wheres, generations, byMonth, besides }: SharedScan): number => {
  const places = wheres.map((where) =>
    by.reduce((product, dimension) => product * valuesLeft(dimension, where), 1),
  );
  const parts = (byMonth ? generations.length : 2) + besides.length * costs.daysBeside;
  return parts * places.reduce((sum, each) => sum + each, 0);
};

const hasClasses = ({ metrics }: SharedScan): boolean => metrics.some(needsClosingTimes);

const isWorthwhile = (scan: SharedScan): boolean =>
  rowsOf(scan) <= (hasClasses(scan) ? costs.shared.classes : costs.shared.sums);

/** What a side of a plan reads beside whole months. */
export function besidesOf({ reads, comparison }: Plan, side: Side): Beside[] {
  if (side === 'now' || side === 'before') return [];
  const weights = side === 'before_paired' ? (comparison?.weights ?? null) : null;
  return (reads[side] ?? []).map((piece) => ({ ...piece, weights }));
}

/** Days beside, in one spelling: equal for equal days. */
export const writtenBeside = ({ table, months, weights }: Beside): string =>
  JSON.stringify([table.name, months, weights]);

const distinct = (besides: readonly Beside[]): Beside[] => [
  ...new Map(besides.map((beside) => [writtenBeside(beside), beside])).values(),
];

/** The scan of one plan alone; null where its counts are not sums of the counts of months. */
function scanOf(plan: Plan): SharedScan | null {
  const { query } = plan;
  const pieces = [...plan.reads.now, ...(plan.reads.before ?? [])];
  const [first] = pieces;
  if (!first || plan.how !== 'counts') return null;
  if (pieces.some(({ table, months }) => table !== first.table || needsDays(months))) return null;
  if (storedCountersOf(query.metrics).some(({ column }) => column === 'callers')) return null;
  const grain = query.by.find(isGrain);
  const by = query.by.filter((dimension) => dimension !== grain);
  if ((grain && !monthly.includes(grain)) || !by.every(isCategory)) return null;
  if (grain && plan.comparison?.move.unit === 'day') return null;
  return {
    scope: plan.scope,
    table: first.table,
    generations: [...new Set(pieces.flatMap(({ months }) => months.generations))],
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

/** A condition in one spelling: equal for equal conditions. */
const written = (where: readonly Clause[]): string =>
  JSON.stringify(where.map((clause) => JSON.stringify(clause)).sort());

/** Clauses that stand in all of some conditions. */
export const commonTo = (wheres: readonly (readonly Clause[])[]): Clause[] =>
  (wheres[0] ?? []).filter((clause) => wheres.every((where) => where.some((each) => isSame(each, clause))));

const isSame = (one: Clause, other: Clause): boolean => JSON.stringify(one) === JSON.stringify(other);

const sidesOf = ({ reads }: Plan): string =>
  JSON.stringify([reads.now, reads.before].map((pieces) => pieces?.map(({ months }) => months.generations)));

/** Two scans of the same appeals as one. */
function ofTheSame(one: SharedScan, other: SharedScan): SharedScan {
  const [sides] = united(one.plans, other.plans).map(sidesOf);
  return {
    scope: one.scope,
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
 * Two scans of different appeals as one, such as those of views that each leave out their own choice. Null
 * where they differ in more than conditions on categories.
 */
function ofDifferent(one: SharedScan, other: SharedScan, history: History): SharedScan | null {
  const both = ofTheSame(one, other);
  const wheres = [
    ...new Map([...one.wheres, ...other.wheres].map((where) => [written(where), where])).values(),
  ];
  const common = commonTo(wheres);
  const dimensions = wheres
    .flat()
    .filter((clause) => !common.some((each) => isSame(each, clause)))
    .map(({ dimension }) => dimension);
  const months = { generations: both.generations, days: null };
  if (both.byMonth || hasClasses(both) || !dimensions.every(isCategory)) return null;
  if (mostRowsOf([{ table: both.table, months }], history) > costs.shared.scanned) return null;
  return { ...both, by: united(both.by, dimensions), wheres };
}

/** Whether every table that is read holds all that is told apart, chosen by or counted. */
function holdsAll(scan: SharedScan): boolean {
  const { table, besides, by, wheres } = scan;
  const keys = [...by, ...wheres.flatMap((where) => where.map(({ dimension }) => dimension))];
  const tables = [table, ...besides.map(({ table: beside }) => beside)];
  return (
    by.every((dimension) => table.keys?.has(dimension)) &&
    besides.every(({ table: { keys: held } }) => held === null || keys.every((key) => held.has(key))) &&
    (!hasClasses(scan) || tables.every(({ closing }) => closing !== null))
  );
}

/** Two scans as one; null where they cannot be one, or where one costs more to carry than it saves. */
function shared(one: SharedScan, other: SharedScan, history: History): SharedScan | null {
  if (one.table !== other.table || JSON.stringify(one.scope) !== JSON.stringify(other.scope)) return null;
  const alike = united(one.wheres.map(written), other.wheres.map(written)).length === 1;
  const both = alike ? ofTheSame(one, other) : ofDifferent(one, other, history);
  return both && isWorthwhile(both) && holdsAll(both) ? both : null;
}

/**
 * The scans that questions asked together can share, each of two questions or more. The figures of a screen,
 * the same against another period, and their course are sums of the same months. Lists that each leave out
 * their own choice are sums of the appeals that satisfy all other choices. Pure.
 */
export function shareScans(plans: readonly Plan[], history: History): SharedScan[] {
  const scans: SharedScan[] = [];
  for (const plan of plans) {
    const own = scanOf(plan);
    if (!own) continue;
    const at = scans.findIndex((each) => shared(each, own, history));
    const found = scans[at];
    const both = found && shared(found, own, history);
    if (both) scans[at] = both;
    else scans.push(own);
  }
  return scans.filter((each) => each.plans.length > 1);
}
