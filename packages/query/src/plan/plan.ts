import type { City } from '@hotline-atlas/city';
import {
  type ComparedSide,
  type Comparison,
  countedBefore,
  difference,
  type Grain,
  isGrain,
  type Localized,
  needsCallers,
  needsResidents,
  type Period,
  type Query,
  type Scope,
  type Selection,
} from '@hotline-atlas/model';
import { comparedIn } from './compared.ts';
import type { History } from './history.ts';
import { monthsOfDays, nothing } from './months.ts';
import { type Needs, needsOf, withDays, withMonths } from './needs.ts';
import { newestSeen } from './open-as-of.ts';
import { openedTo } from './opened.ts';
import { type Piece, piecesOf } from './piece.ts';
import { nobody, type Residents, residentsOf } from './residents.ts';
import { besideOf, type PairedBy, piecesRead, type Reads } from './side.ts';
import { hasAny, type Standing, standingOf } from './standing.ts';
import type { Table } from './table.ts';
import { inBuckets, type TimeAxis, timeAxisOf } from './time-axis.ts';
import { type Way, wayOf } from './way.ts';

/** The part of a city pack that questions are planned with. */
export type PlannedCity = Pick<City, 'areas' | 'regimes' | 'holidays'>;

/** A regime whose days are left out, and what it is called. */
export type LeftOutRegime = Period & { label: Localized };

/** How a question will be answered. */
export interface Plan extends Way {
  query: Query;
  scope: Scope;
  period: Period;
  /** Regimes that are left out. */
  without: LeftOutRegime[];
  /** Whether any day of the period has data and is not left out. */
  hasDays: boolean;
  reads: Reads;
  comparison: Comparison | null;
  /** How the compared days of either side are known; null where nothing is compared. */
  pairedBy: PairedBy | null;
  /** Whether there is anything in the period compared with. */
  comparable: boolean;
  time: TimeAxis | null;
  residents: Residents;
}

/** The days a selection asks for: by default all that have data. */
export const periodOf = ({ from, to }: Selection, { span }: History): Period => ({
  from: from ?? (to === undefined || span.from < to ? span.from : to),
  to: to ?? (from === undefined || span.to > from ? span.to : from),
});

/** The spans of the regimes a selection leaves out. */
export const withoutOf = (
  { withoutRegimes }: Selection,
  { regimes }: Pick<City, 'regimes'>,
): LeftOutRegime[] =>
  regimes
    .filter(({ name }) => withoutRegimes.includes(name))
    .map(({ from, to, label }) => ({ from, to, label }));

/** Nothing, read beside what is read anyhow. */
const besides = (pieces: readonly Piece[]): Piece[] =>
  pieces.slice(0, 1).map(({ table }) => ({ table, months: nothing }));

const asksForResidents = ({ metrics }: Query): boolean => metrics.some(needsResidents);

/**
 * Whether what some days count can be taken away from what more days do: numbers can, sketches of callers
 * cannot.
 */
const canBeTakenAway = ({ metrics }: Query): boolean => !metrics.some(needsCallers);

/**
 * What the other side needs besides: days or months have to be told apart to be moved into the buckets of
 * their counterparts.
 */
function needsBefore(needs: Needs, grain: Grain | null, { move }: Comparison): Needs {
  if (!grain) return needs;
  if (move.unit === 'day') return withDays(needs);
  return move.amount % 12 === 0 ? needs : withMonths(needs);
}

/** Reads some days for a question. */
type Read = (days: readonly Period[], needs: Needs) => Piece[];

/** How the compared days of a side are known, and what is read for that. */
function pairedOn(
  side: ComparedSide,
  {
    comparison,
    all,
    needs,
    query,
  }: { comparison: Comparison; all: readonly Period[]; needs: Needs; query: Query },
  read: Read,
): { by: PairedBy[ComparedSide]; pieces: Piece[] } {
  const paired = comparison.paired[side];
  if (comparison.days === 0) return { by: 'same', pieces: [] };
  if (side === 'before' && comparison.weights) return { by: 'apart', pieces: read(paired, withDays(needs)) };
  const others = read(difference(all, paired), needs);
  if (others.every(({ months }) => months.generations.length === 0)) return { by: 'same', pieces: [] };
  return canBeTakenAway(query)
    ? { by: 'less', pieces: others }
    : { by: 'apart', pieces: read(paired, needs) };
}

/** What is read for the period compared with, and for the compared days of either. */
function readsOf(
  query: Query,
  comparison: Comparison,
  days: Record<ComparedSide, Period[]>,
  of: { needs: Needs; now: Piece[]; read: Read },
) {
  const { needs, now, read } = of;
  const grain = query.by.find(isGrain) ?? null;
  const earlier = needsBefore(needs, grain, comparison);
  const before = days.before.length > 0 ? read(days.before, earlier) : besides(now);
  const sides = {
    now: pairedOn('now', { comparison, all: days.now, needs, query }, read),
    before: pairedOn('before', { comparison, all: days.before, needs: earlier, query }, read),
  };
  const pairedBy: PairedBy = { now: sides.now.by, before: sides.before.by };
  const reads: Reads = { now, before };
  for (const side of ['now', 'before'] as const) {
    const beside = besideOf(side, pairedBy);
    if (beside) reads[beside] = sides[side].pieces;
  }
  return { reads, pairedBy };
}

/**
 * Decides what is read to answer a question, and how. Pure.
 * @param asker what whoever asks may see; part of every statement that comes of it
 * @throws NotOpen where the question goes beyond that
 */
export function planQuery(
  asked: Query,
  asker: Scope,
  history: History,
  city: PlannedCity,
  tables: readonly Table[],
): Plan {
  const { query, scope } = openedTo(asker, { ...asked, due: asked.due ?? newestSeen(history) }, history);
  const period = periodOf(query, history);
  const without = withoutOf(query, city);
  const standing = standingOf(without, history);
  const grain: Grain | null = query.by.find(isGrain) ?? null;
  const { compare } = query;
  const comparison = compare
    ? comparedIn(history, city, { compare, period, grain, without: standing.without })
    : null;
  const needs = needsOf(query, scope);
  const read: Read = (days, what) => piecesOf(tables, what, monthsOfDays(days, history), history);
  const days = daysCounted(period, grain, comparison, standing);
  const now = read(days.now, needs);
  const compared = comparison && readsOf(query, comparison, days, { needs, now, read });
  const reads = compared?.reads ?? { now };
  return {
    ...wayOf({ query, reads, comparison }, history),
    query,
    scope,
    period,
    without,
    hasDays: hasAny(period, standing.counted),
    reads,
    comparison,
    pairedBy: compared?.pairedBy ?? null,
    comparable: days.before.length > 0,
    time: grain && timeAxisOf(grain, period, standing, comparison, history),
    residents: asksForResidents(query) ? residentsOf(query, city, scope) : nobody,
  };
}

/** The days that are counted on either side. */
function daysCounted(
  period: Period,
  grain: Grain | null,
  comparison: Comparison | null,
  { counted, without }: Standing,
): Record<ComparedSide, Period[]> {
  const before =
    comparison && (grain ? countedBefore(comparison, inBuckets(period, grain)) : comparison.period);
  return {
    now: difference([period], without),
    before: before && hasAny(before, counted) ? difference([before], without) : [],
  };
}

/** Names of the tables a plan reads, each once. */
export const sourcesOf = (plan: Plan): string[] => [
  ...new Set(piecesRead(plan).map(({ table }) => table.name)),
];
