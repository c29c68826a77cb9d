import type { MovedRankTold, Scheme } from '@hotline-atlas/model';
import type { MovedRank } from '../movement/moved-rank.ts';
import { unitsInPoint } from '../score/score-month.ts';

/** A sum of whole numbers of some small part, told in decimals; sums of what is told close, too. */
const from = (value: number, parts: number): number => value / parts;

/** Twelve decimals: the parts of a rate still add up, and are no longer than that. */
const share = (value: number): number => Math.round(value * 1e12) / 1e12;

/** What moved a rank, as it is told. */
export function movedTold(
  moved: MovedRank,
  unit: string,
  scheme: Scheme,
  before: { month: string; scheme: string | null },
): MovedRankTold {
  const inPoint = unitsInPoint(scheme);
  const { ranks, score, published, scoreAfter, scoreBefore } = moved;
  const start = published ?? moved.before;
  return {
    unit,
    month_before: before.month,
    scheme_before: before.scheme,
    rank: {
      published,
      before: moved.before,
      after: moved.after,
      change: moved.after - start,
      scheme: from(ranks.scheme, 100),
      rates: from(ranks.rates, 100),
      mix: from(ranks.mix, 100),
      exclusions: from(ranks.exclusions, 100),
      others: from(ranks.others, 100),
    },
    score: {
      before: from(scoreBefore, inPoint),
      after: from(scoreAfter, inPoint),
      change: from(scoreAfter - scoreBefore, inPoint),
      rates: from(score.rates, inPoint),
      mix: from(score.mix, inPoint),
      exclusions: from(score.exclusions, inPoint),
    },
    indicators: moved.indicators.map(({ indicator, ...parts }) => ({
      name: scheme.indicators[indicator]?.name ?? '',
      before: share(parts.before),
      after: share(parts.after),
      change: share(parts.after - parts.before),
      rates: share(parts.rates),
      mix: share(parts.mix),
      exclusions: share(parts.exclusions),
    })),
  };
}
