import type { EvaluatedGroup } from '@hotline-atlas/model';
import { shrunken } from '../mix/shrunken.ts';
import { type Standardised, standardised } from '../mix/standardised.ts';
import { classesOf } from '../movement/classes.ts';
import { type Moves, movesOf } from '../movement/movement.ts';
import { type RankReach, rankReach } from '../ranking/rank-intervals.ts';
import { ranksOf } from '../ranking/ranks.ts';
import { type WeightReach, weightReach } from '../ranking/sensitivity.ts';
import { type ToldApart, toldApart } from '../ranking/told-apart.ts';
import { type Scored, unitsInPoint } from '../score/score-month.ts';

/** Who is called in, and whether all ranks somebody may truly have say the same; shapes units. */
interface CalledIn {
  called: boolean[];
  sure: boolean[];
}

/** Everything that is judged of a month; shapes units. */
export interface JudgedMonth {
  scored: Scored;
  rank: Float64Array;
  reach: RankReach;
  apart: ToldApart;
  moves: Moves | null;
  classes: (string | null)[];
  calledIn: CalledIn;
  caseMix: Standardised | null;
  weights: WeightReach;
  /** Shapes indicators × units. */
  shrunken: Float64Array[];
}

export interface MonthQuestion {
  group: Pick<EvaluatedGroup, 'called_in'>;
  now: Scored;
  /** The month before by the scheme of this month; null where there is none. */
  before: Scored | null;
  provisional: boolean;
  draws: number;
  seed: number;
}

/**
 * The last of those with a score: fewer than so many are lower. Units of equal score share their fate. Nobody
 * where no more have a score than are called in: the last of so few are not the last.
 */
function calledInOf(score: Float64Array, { first, last }: RankReach, count: number): CalledIn {
  const ranked = score.filter((each) => !Number.isNaN(each));
  const lower = (own: number) => ranked.reduce((sum, other) => sum + Number(other < own), 0);
  const called = [...score].map((own) => !Number.isNaN(own) && ranked.length > count && lower(own) < count);
  const line = ranked.length - count;
  const isSure = (unit: number): boolean =>
    called[unit] ? (first[unit] ?? 0) > line : line <= 0 || !((last[unit] ?? 0) > line);
  return { called, sure: [...score].map((own, unit) => !Number.isNaN(own) && isSure(unit)) };
}

/** Volume: what was dispatched, or all appeals where nothing is. */
function volumesOf({ totals: { orders, appeals } }: Scored): Float64Array {
  return orders.some((count) => count > 0) ? orders : appeals;
}

/** Judges a month that has been scored. */
export function judgeMonth({ group, now, before, provisional, draws, seed }: MonthQuestion): JudgedMonth {
  const { scheme, score, variance, measured, totals, parts } = now;
  const points = score.map((value) => value / unitsInPoint(scheme));
  const reach = rankReach(points, variance, { draws, seed });
  const moves = before && movesOf(now, before, provisional);
  const unknown = now.tally.units.map(() => null);
  return {
    scored: now,
    rank: ranksOf(score),
    reach,
    apart: toldApart(points, variance),
    moves,
    classes: classesOf(scheme.classes, volumesOf(now), moves?.movement ?? unknown),
    calledIn: calledInOf(score, reach, group.called_in),
    caseMix: standardised(now),
    weights: weightReach(
      measured.map((at) => parts[at] ?? new Float64Array()),
      measured.map((at) => scheme.indicators[at]?.weight ?? 0),
    ),
    shrunken: scheme.indicators.map(
      (_, at) =>
        shrunken(
          totals.base.numerators[at] ?? new Float64Array(),
          totals.base.denominators[at] ?? new Float64Array(),
        ).shares,
    ),
  };
}
