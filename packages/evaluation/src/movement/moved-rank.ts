import { growth, partOf, type Scored, unitsInPoint } from '../score/score-month.ts';
import { aligned } from './movement.ts';
import { type RateParts, ratePartsOf } from './rate-parts.ts';
import { sharesOfMove, wholeShares } from './shares-of-move.ts';

/** Parts of a move, in units of the last decimal (of points, or of hundredths of a rank). */
interface OwnParts {
  rates: number;
  mix: number;
  exclusions: number;
}

/** What moved the rank of a unit since the month before. */
export interface MovedRank {
  /** By the scheme that was valid then, by this one, and now; 1 is the highest. */
  published: number | null;
  before: number;
  after: number;
  /**
   * In hundredths of a rank; they add up to `after` less `published`, or less `before` where that is null.
   */
  ranks: OwnParts & { scheme: number; others: number };
  /** In units of the last decimal. */
  scoreBefore: number;
  scoreAfter: number;
  score: OwnParts;
  indicators: (RateParts & { indicator: number })[];
}

const hundredths = 100;

/** The score of a unit with some of the causes at work, in units of the last decimal. */
function scoreWith(
  now: Scored,
  parts: MovedRank['indicators'],
  [rates, mix, exclusions]: readonly boolean[],
) {
  const { scheme, measured } = now;
  const [grown, inPoint] = [growth(scheme, measured), unitsInPoint(scheme)];
  return parts.reduce((sum, part) => {
    const indicator = scheme.indicators[part.indicator];
    if (!indicator) return sum;
    const moved = (rates ? part.rates : 0) + (mix ? part.mix : 0) + (exclusions ? part.exclusions : 0);
    // All causes together are what was counted, whatever a sum lost.
    const rate = rates && mix && exclusions ? part.after : part.before + moved;
    return sum + partOf(indicator, Math.min(1, Math.max(0, rate)), grown, inPoint);
  }, 0);
}

const rankAmong = (score: number, others: Float64Array): number =>
  1 + others.reduce((higher, other) => higher + Number(other > score), 0);

/** Scores of the others at both times. */
function othersOf(now: Scored, before: Scored, unit: string) {
  const of = ({ tally, score }: Scored) => score.filter((_, at) => tally.units[at] !== unit);
  return { now: of(now), before: of(before) };
}

const isSame = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join();

/**
 * What moved the rank of a unit since the month before: its own rates, its own mix of orders, exclusions, and
 * what the others did; and first of all another scheme. Each cause gets its mean effect over all orders in
 * which causes could have come. The parts close to the last digit.
 *
 * @param before the month before by the scheme of `now`
 * @param published its rank in the month before by the scheme that was valid then, if that is another one
 * @returns null where the unit has no score in one of both months, or other indicators were measured
 */
export function movedRank(
  now: Scored,
  before: Scored,
  unit: string,
  published: number | null,
): MovedRank | null {
  const at = now.tally.units.indexOf(unit);
  const scoreAfter = now.score[at] ?? Number.NaN;
  const scoreBefore = aligned([unit], before, before.score)[0] ?? Number.NaN;
  if (Number.isNaN(scoreAfter + scoreBefore) || !isSame(now.measured, before.measured)) return null;
  const indicators = now.measured.map((indicator) => ({
    indicator,
    ...ratePartsOf(now, before, unit, indicator),
  }));
  const others = othersOf(now, before, unit);
  const own = sharesOfMove(3, (causes) => scoreWith(now, indicators, causes));
  const all = sharesOfMove(4, ([moved = false, ...causes]) =>
    rankAmong(scoreWith(now, indicators, causes), moved ? others.now : others.before),
  );
  const [rates = 0, mix = 0, exclusions = 0] = wholeShares(own.shares, own.denominator, 1);
  const [moved = 0, ...ranks] = wholeShares(all.shares, all.denominator, hundredths);
  const rankBefore = rankAmong(scoreBefore, others.before);
  return {
    published,
    before: rankBefore,
    after: rankAmong(scoreAfter, others.now),
    ranks: {
      scheme: published === null ? 0 : (rankBefore - published) * hundredths,
      ...{ rates: ranks[0] ?? 0, mix: ranks[1] ?? 0, exclusions: ranks[2] ?? 0 },
      others: moved,
    },
    ...{ scoreBefore, scoreAfter, score: { rates, mix, exclusions }, indicators },
  };
}
