import type { ChangeMark, Evaluation, EvaluationStanding, Movement } from '@hotline-atlas/model';

/** A rate of a unit and what it rests on; shares are 0 to 1. */
export interface RateOfRow {
  numerator: number;
  denominator: number;
  /** Null where nobody was asked. */
  rate: number | null;
  lower: number | null;
  upper: number | null;
  shrunken: number | null;
  points: number | null;
}

/** One unit of a month, as the table shows it. */
export interface MonthRow {
  code: string;
  standing: EvaluationStanding;
  rank: number | null;
  /** The ranks it may truly have. */
  first: number | null;
  last: number | null;
  score: number | null;
  scoreLower: number | null;
  scoreUpper: number | null;
  toldApart: boolean;
  orders: number;
  /** Null where who asks may not see it. */
  excluded: number | null;
  visited: number;
  /** Upheld objections that changed its orders; null where who asks may not see it. */
  upheld: number | null;
  change: number | null;
  mark: ChangeMark;
  movement: Movement | null;
  class: string | null;
  calledIn: boolean;
  calledInSure: boolean;
  caseMixRank: number | null;
  caseMixScore: number | null;
  weightsBest: number | null;
  weightsWorst: number | null;
  /** Whether who asks may see its details. */
  details: boolean;
  /** In the order of the indicators of the month. */
  rates: readonly RateOfRow[];
}

function rateAt(indicator: Evaluation['indicators'][number], at: number): RateOfRow {
  return {
    numerator: indicator.numerator[at] ?? 0,
    denominator: indicator.denominator[at] ?? 0,
    rate: indicator.rate[at] ?? null,
    lower: indicator.lower[at] ?? null,
    upper: indicator.upper[at] ?? null,
    shrunken: indicator.shrunken[at] ?? null,
    points: indicator.points[at] ?? null,
  };
}

/** The units of a month as rows, the highest score first; those without one come last. */
export function monthRows({ units, indicators }: Pick<Evaluation, 'units' | 'indicators'>): MonthRow[] {
  const number = (column: readonly (number | null)[], at: number): number | null => column[at] ?? null;
  return units.unit.map((code, at) => ({
    code,
    standing: units.standing[at] ?? 'not_asked',
    rank: number(units.rank, at),
    first: number(units.rank_first, at),
    last: number(units.rank_last, at),
    score: number(units.score, at),
    scoreLower: number(units.score_lower, at),
    scoreUpper: number(units.score_upper, at),
    toldApart: units.told_apart[at] ?? false,
    orders: units.orders[at] ?? 0,
    excluded: number(units.excluded, at),
    visited: units.visited[at] ?? 0,
    upheld: number(units.upheld, at),
    change: number(units.change, at),
    mark: units.mark[at] ?? 'too_few',
    movement: units.movement[at] ?? null,
    class: units.class[at] ?? null,
    calledIn: units.called_in[at] ?? false,
    calledInSure: units.called_in_sure[at] ?? false,
    caseMixRank: number(units.case_mix_rank, at),
    caseMixScore: number(units.case_mix_score, at),
    weightsBest: number(units.weights_best, at),
    weightsWorst: number(units.weights_worst, at),
    details: units.details[at] ?? false,
    rates: indicators.map((indicator) => rateAt(indicator, at)),
  }));
}

/** Share of the orders of a unit that left the base, 0 to 1; null where that is not told, or none came. */
export const excludedShare = ({ excluded, orders }: MonthRow): number | null =>
  excluded === null || orders === 0 ? null : excluded / orders;

/** Columns the table can be sorted by besides the indicators. */
const rowOrders = [
  'rank',
  'name',
  'score',
  'change',
  'visited',
  'excluded',
  'class',
  'called_in',
  'case_mix',
  'weights',
] as const;
type RowOrder = (typeof rowOrders)[number];

/** What a column is sorted by; null last, whichever way. */
type SortKey = number | string | null;

/** Names as the table shows them. */
export interface RowNames {
  unit: (code: string) => string;
  class: (name: string) => string;
}

const keys: Record<RowOrder, (row: MonthRow, names: RowNames) => SortKey> = {
  rank: ({ rank }) => rank,
  name: ({ code }, names) => names.unit(code),
  score: ({ score }) => score,
  change: ({ change }) => change,
  visited: ({ visited }) => visited,
  excluded: excludedShare,
  class: (row, names) => row.class && names.class(row.class),
  called_in: ({ calledIn, calledInSure, rank }) =>
    rank === null ? null : Number(calledIn) + Number(calledIn && calledInSure),
  case_mix: ({ caseMixRank }) => caseMixRank,
  weights: ({ weightsBest, weightsWorst }) =>
    weightsBest === null || weightsWorst === null ? null : weightsWorst - weightsBest,
};

/** How a table is sorted. */
export interface RowSorting {
  column: string;
  descending: boolean;
}

/** What the address says of the order: `rank`, `-resolution`; empty for the rank. */
export function sortingOf(order: string): RowSorting {
  const descending = order.startsWith('-');
  return { column: (descending ? order.slice(1) : order) || 'rank', descending };
}

/** The inverse of {@link sortingOf}. */
export const orderOfSorting = ({ column, descending }: RowSorting): string =>
  column === 'rank' && !descending ? '' : `${descending ? '-' : ''}${column}`;

/** The sorting a click on the head of a column leads to: again turns it; figures begin with the highest. */
export function turnedSorting(now: RowSorting, column: string): RowSorting {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: column !== 'rank' && column !== 'name' && column !== 'class' };
}

const isRowOrder = (column: string): column is RowOrder => rowOrders.some((each) => each === column);

function compareKeys(one: SortKey, other: SortKey, compareText: (a: string, b: string) => number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareText(String(one), String(other));
}

/**
 * Rows in the order of a column; where that says the same, as they are ranked. What is not known comes last,
 * whichever way. An unknown column is as the rank.
 */
export function sortRows(
  rows: readonly MonthRow[],
  { column, descending }: RowSorting,
  indicators: readonly string[],
  names: RowNames,
  compareText: (a: string, b: string) => number,
): MonthRow[] {
  const indicator = indicators.indexOf(column);
  const key = (row: MonthRow): SortKey =>
    indicator >= 0
      ? (row.rates[indicator]?.rate ?? null)
      : keys[isRowOrder(column) ? column : 'rank'](row, names);
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((one, other) => {
      if (one.key === null || other.key === null)
        return Number(one.key === null) - Number(other.key === null);
      return sign * compareKeys(one.key, other.key, compareText);
    })
    .map(({ row }) => row);
}
