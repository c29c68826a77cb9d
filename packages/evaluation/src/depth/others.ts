import type { UnitEvaluation } from '@hotline-atlas/model';
import { points, told } from '../answer/columns.ts';
import { ranksOf } from '../ranking/ranks.ts';
import { type ToldApart, twoSided } from '../ranking/told-apart.ts';
import { type Scored, unitsInPoint } from '../score/score-month.ts';

type Neighbour = UnitEvaluation['neighbours'][number];
type LikeUnit = UnitEvaluation['like'][number];

const level = 0.05;
/** So many above and below. */
const around = 2;
/** So many like units. */
const alike = 5;

/** Chance of a difference of two scores at least as large, in either direction, were both the same. */
function pOf({ score, variance, scheme }: Scored, one: number, other: number): number {
  const error = Math.sqrt((variance[one] ?? 0) + (variance[other] ?? 0)) * unitsInPoint(scheme);
  const off = (score[one] ?? Number.NaN) - (score[other] ?? Number.NaN);
  if (Number.isNaN(off)) return Number.NaN;
  return error > 0 ? twoSided(off / error) : 1;
}

/** Another unit as it is told beside this one. @param p after control */
function otherTold(scored: Scored, rank: Float64Array, other: number, p: number) {
  const { tally, standing, score, lower, upper, scheme } = scored;
  return {
    unit: tally.units[other] ?? '',
    standing: standing[other] ?? ('not_asked' as const),
    rank: told(rank[other], 0),
    score: points(score[other], scheme),
    score_lower: told(lower[other], scheme.decimals),
    score_upper: told(upper[other], scheme.decimals),
    told_apart: Number.isNaN(p) ? null : p <= level,
    p: told(p, 4),
  };
}

/**
 * The units next above and below in the ranking. The very next are told apart as in the table of the month;
 * those after them by the same test, with Bonferroni's bound over as many comparisons.
 */
export function neighboursOf(scored: Scored, apart: ToldApart, unit: number): Neighbour[] {
  const place = apart.order.indexOf(unit);
  if (place < 0) return [];
  const rank = ranksOf(scored.score);
  const comparisons = Math.max(1, apart.order.length - 1);
  return Array.from({ length: 2 * around + 1 }, (_, at) => at - around)
    .filter((off) => off !== 0)
    .flatMap((off) => {
      const other = apart.order[place + off];
      if (other === undefined) return [];
      const p =
        Math.abs(off) === 1
          ? (apart.adjusted[Math.min(place, place + off)] ?? Number.NaN)
          : Math.min(1, comparisons * pOf(scored, unit, other));
      return [{ place: off, ...otherTold(scored, rank, other, p) }];
    });
}

/** Shares of orders by topic of the first level; shapes units × topics, row by row. */
function mixesOf({ tally }: Scored, topicOf: (stratum: string) => string) {
  const topics = [...new Set(tally.strata.map(topicOf))];
  const at = tally.strata.map((stratum) => topics.indexOf(topicOf(stratum)));
  const shares = new Float64Array(tally.units.length * topics.length);
  const all = new Float64Array(tally.units.length);
  tally.unit.forEach((unit, entry) => {
    const orders = tally.orders[entry] ?? 0;
    const place = unit * topics.length + (at[tally.stratum[entry] ?? 0] ?? 0);
    shares[place] = (shares[place] ?? 0) + orders;
    all[unit] = (all[unit] ?? 0) + orders;
  });
  return (unit: number): number[] =>
    topics.map((_, topic) => (shares[unit * topics.length + topic] ?? 0) / (all[unit] || 1));
}

/** Share of orders that would have to be of another topic (total variation). */
const mixDifference = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, share, topic) => sum + Math.abs(share - (other[topic] ?? 0)), 0) / 2;

const byDistance = (one: LikeUnit, other: LikeUnit): number =>
  one.distance - other.distance || (one.unit < other.unit ? -1 : 1);

/**
 * The units most like this one in volume and mix, nearest first. The distance is the difference of the
 * logarithms of orders, to base 2, and twice the difference of the mix, as the sides of a right angle: twice
 * as many orders are as far off as half of them being of another topic.
 * @param isMixSeen whether whoever asks may know the mix of other units; else volume alone counts
 */
export function likeUnits(
  scored: Scored,
  unit: number,
  { isMixSeen, topicOf }: { isMixSeen: boolean; topicOf: (stratum: string) => string },
): LikeUnit[] {
  const { tally, totals } = scored;
  const rank = ranksOf(scored.score);
  const mixOf = mixesOf(scored, topicOf);
  const volumes = totals.orders.some((count) => count > 0) ? totals.orders : totals.appeals;
  const own = { mix: mixOf(unit), volume: volumes[unit] ?? 0 };
  if (own.volume === 0) return [];
  const others = [...tally.units.keys()].filter((other) => other !== unit && (volumes[other] ?? 0) > 0);
  const measured = others.map((other) => {
    const ratio = (volumes[other] ?? 0) / own.volume;
    const mix = isMixSeen ? mixDifference(own.mix, mixOf(other)) : null;
    return { other, ratio, mix, distance: Math.hypot(Math.log2(ratio), 2 * (mix ?? 0)) };
  });
  const nearest = measured.sort((one, next) => one.distance - next.distance).slice(0, alike);
  return nearest
    .map(({ other, ratio, mix, distance }) => ({
      ...otherTold(scored, rank, other, Math.min(1, nearest.length * pOf(scored, unit, other))),
      orders: volumes[other] ?? 0,
      volume_ratio: told(ratio, 3) ?? 0,
      mix_difference: mix === null ? null : told(mix, 3),
      distance: told(distance, 3) ?? 0,
    }))
    .sort(byDistance);
}
