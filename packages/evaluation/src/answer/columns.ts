import {
  type Evaluation,
  type EvaluationIndicator,
  type EvaluationUnits,
  isExcluded,
  objectionUpheld,
  type RipenessStanding,
  type Scheme,
  wilsonScoreInterval,
} from '@hotline-atlas/model';
import { reach as normalReach } from '../score/score-interval.ts';
import { type Scored, unitsInPoint } from '../score/score-month.ts';
import type { JudgedMonth } from './judge-month.ts';

/** A number with so many decimals; null where there is none. */
export function told(value: number | undefined, decimals: number): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

/** Units in the order they are told: the highest score first, then those without one, by code. */
export function orderOf({ scored, apart }: JudgedMonth): number[] {
  const without = [...scored.tally.units.keys()].filter((unit) => Number.isNaN(scored.score[unit]));
  return [...apart.order, ...without];
}

/** Points from units of the last decimal. */
export const points = (value: number | undefined, scheme: Scheme): number | null =>
  told((value ?? Number.NaN) / unitsInPoint(scheme), scheme.decimals);

/** Orders out of the base of each unit, for whatever reason. */
export const excludedOf = ({ scored: { totals, tally } }: Pick<JudgedMonth, 'scored'>): number[] =>
  tally.units.map((_, unit) => totals.excluded.reduce((sum, column) => sum + (column[unit] ?? 0), 0));

/** Columns of the units. @param upheld how many upheld objections changed the orders of a unit */
export function unitColumns(
  month: JudgedMonth,
  order: readonly number[],
  upheld: ReadonlyMap<string, number>,
): EvaluationUnits {
  const { scored, rank, reach, apart, moves, classes, calledIn, caseMix, weights } = month;
  const { scheme, tally, totals, score } = scored;
  const place = new Map(apart.order.map((unit, at) => [unit, at]));
  const column = (values: Float64Array | undefined, decimals = scheme.decimals) =>
    order.map((unit) => told(values?.[unit], decimals));
  const scores = (values: Float64Array | undefined) => order.map((unit) => points(values?.[unit], scheme));
  const counts = (values: Float64Array) => order.map((unit) => values[unit] ?? 0);
  const judged = <Value>(values: readonly Value[] | undefined, none: Value) =>
    order.map((unit) => values?.[unit] ?? none);
  const isLast = (at: number | undefined) => at === undefined || at === apart.order.length - 1;
  const neighbours = order.map((unit) => place.get(unit));
  const change = moves?.change.map((value) => value);
  const excluded = excludedOf(month);
  const base = (unit: number) => (totals.orders[unit] ?? 0) - (excluded[unit] ?? 0);
  const objected = totals.excluded[tally.reasons.indexOf(objectionUpheld)];
  return {
    unit: order.map((unit) => tally.units[unit] ?? ''),
    standing: order.map((unit) => scored.standing[unit] ?? 'not_asked'),
    rank: column(rank, 0),
    rank_first: column(reach.first, 0),
    rank_last: column(reach.last, 0),
    score: scores(score),
    score_lower: column(scored.lower),
    score_upper: column(scored.upper),
    told_apart: neighbours.map((at) => (isLast(at) ? null : apart.apart[at ?? 0] === 1)),
    told_apart_p: neighbours.map((at) => (at === undefined ? null : told(apart.adjusted[at], 4))),
    appeals: counts(totals.appeals),
    orders: counts(totals.orders),
    excluded: order.map((unit) => excluded[unit] ?? 0),
    visited: counts(totals.visited),
    upheld: order.map((unit) => upheld.get(tally.units[unit] ?? '') ?? 0),
    base: order.map(base),
    base_before: order.map((unit) => base(unit) + (objected?.[unit] ?? 0)),
    score_before: scores(change?.map((value, unit) => (score[unit] ?? Number.NaN) - value)),
    change: scores(change),
    p: column(moves?.p, 4),
    q: column(moves?.q, 4),
    mark: judged(moves?.mark, 'too_few'),
    movement: judged(moves?.movement, null),
    class: judged(classes, null),
    called_in: judged(calledIn.called, false),
    called_in_sure: judged(calledIn.sure, false),
    case_mix_score: scores(caseMix?.score),
    case_mix_rank: column(caseMix?.rank, 0),
    case_mix_own: column(caseMix?.ownPart, 3),
    weights_best: column(weights.best, 0),
    weights_worst: column(weights.worst, 0),
    details: order.map(() => true),
  };
}

/** The rate of one indicator with what it is made of, of units in some order. */
export function rateColumns(
  { scheme, totals, parts }: Scored,
  order: readonly number[],
  at: number,
): Pick<EvaluationIndicator, 'numerator' | 'denominator' | 'rate' | 'lower' | 'upper' | 'points'> {
  const [cases, all] = [totals.base.numerators[at], totals.base.denominators[at]];
  const intervals = order.map((unit) => {
    const size = all?.[unit] ?? 0;
    return size > 0 ? wilsonScoreInterval(cases?.[unit] ?? 0, size, normalReach) : null;
  });
  return {
    numerator: order.map((unit) => cases?.[unit] ?? 0),
    denominator: order.map((unit) => all?.[unit] ?? 0),
    rate: order.map((unit) => told((cases?.[unit] ?? 0) / (all?.[unit] ?? 0), 6)),
    lower: intervals.map((interval) => told(interval?.lower, 6)),
    upper: intervals.map((interval) => told(interval?.upper, 6)),
    points: order.map((unit) => points(parts[at]?.[unit], scheme)),
  };
}

/** One indicator with its columns. */
function indicatorColumns(
  { scored, shrunken }: JudgedMonth,
  order: readonly number[],
  at: number,
  ripeness: RipenessStanding,
): EvaluationIndicator[] {
  const indicator = scored.scheme.indicators[at];
  if (!indicator) return [];
  const { name, label, weight, fewest } = indicator;
  return [
    {
      ...{ name, label, weight, fewest, ripeness, measured: scored.measured.includes(at) },
      ...rateColumns(scored, order, at),
      shrunken: order.map((unit) => told(shrunken[at]?.[unit], 6)),
    },
  ];
}

/** All indicators of the scheme with their columns. @param ripeness of each */
export const allIndicators = (
  month: JudgedMonth,
  order: readonly number[],
  ripeness: readonly RipenessStanding[],
): EvaluationIndicator[] =>
  month.scored.scheme.indicators.flatMap((_, at) =>
    indicatorColumns(month, order, at, ripeness[at] ?? { state: 'unknown', share: null, ripe_from: null }),
  );

/** Reasons for exclusion, most orders first. */
export function reasonRows({ scored }: JudgedMonth, order: readonly number[]): Evaluation['reasons'] {
  const { tally, scheme } = scored;
  const orders = tally.reasons.map(() => new Float64Array(tally.units.length));
  tally.unit.forEach((unit, entry) => {
    const column = orders[tally.reason[entry] ?? 0];
    if (column) column[unit] = (column[unit] ?? 0) + (tally.orders[entry] ?? 0);
  });
  return tally.reasons
    .map((reason, at) => {
      const units = order.map((unit) => orders[at]?.[unit] ?? 0);
      const told = units.reduce((sum, count) => sum + count, 0);
      return { reason, counts: isExcluded(scheme, reason), orders: told, units };
    })
    .filter(({ reason, orders: told }) => reason !== '' && told > 0)
    .sort((one, other) => other.orders - one.orders || (one.reason < other.reason ? -1 : 1));
}
