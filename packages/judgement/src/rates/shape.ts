import type { RateFunnel, RateGroups, Rates } from '@hotline-atlas/model';
import {
  angleOfShare,
  overdispersedFunnelLimits,
  shareOfAngle,
  wilsonInterval,
} from '@hotline-atlas/statistics';
import { probability, rounded } from '../answer/numbers.ts';
import { classOf, verdictOf } from './classes.ts';
import { fewest, type Gathered } from './gathered.ts';
import type { RatesInput, RatesJudged } from './judge.ts';

const share = (value: number): number => rounded(value, 5) ?? 0;
const shares = (values: Iterable<number>): (number | null)[] => [...values].map((value) => rounded(value, 5));
const scores = (values: Iterable<number>): (number | null)[] => [...values].map((value) => rounded(value, 3));
const probabilities = (values: Iterable<number>): (number | null)[] => [...values].map(probability);

type Counted = 'group' | 'numerator' | 'denominator' | 'rate' | 'lower' | 'upper' | 'expected' | 'own_part';

function counted({ groups }: Gathered): Pick<RateGroups, Counted> {
  const wilson = groups.map(({ numerator, denominator }) => wilsonInterval(numerator, denominator));
  return {
    group: groups.map(({ group }) => group),
    numerator: groups.map(({ numerator }) => numerator),
    denominator: groups.map(({ denominator }) => denominator),
    rate: groups.map(({ numerator, denominator }) => share(numerator / denominator)),
    lower: wilson.map(({ lower }) => share(lower)),
    upper: wilson.map(({ upper }) => share(upper)),
    expected: groups.map(({ expected }) => share(expected)),
    own_part: groups.map(({ ownPart }) => share(ownPart)),
  };
}

/** Groups as counted, with nothing judged. */
export function unjudgedGroups(gathered: Gathered): RateGroups {
  const columns = counted(gathered);
  const unknown = columns.group.map(() => null);
  const isSmall = gathered.groups.map(({ denominator }) => denominator < fewest);
  return {
    ...columns,
    adjusted: columns.rate,
    weight: columns.denominator,
    ...{ shrunken: unknown, shrunken_lower: unknown, shrunken_upper: unknown },
    ...{ rank: unknown, rank_lower: unknown, rank_upper: unknown },
    ...{ z_chance: unknown, p_chance: unknown, q_chance: unknown, z: unknown, p: unknown, q: unknown },
    verdict: isSmall.map((small) => (small ? 'small' : 'unclear')),
    class: isSmall.map((small) => (small ? 'small' : 'inside')),
  };
}

const whole = (ranks: Float64Array, round: (rank: number) => number): (number | null)[] =>
  [...ranks].map((rank) => (Number.isNaN(rank) ? null : round(rank)));

/** Groups with what was judged of them. */
export function groupsOf(
  gathered: Gathered,
  { adjusted, weights, shrunken, rank, ranks, chance, scores: spread }: RatesJudged,
  alpha: number,
): RateGroups {
  return {
    ...counted(gathered),
    adjusted: [...adjusted].map(share),
    weight: [...weights].map((weight) => rounded(weight, 1) ?? 1),
    shrunken: shares(shrunken.shares),
    shrunken_lower: shares(shrunken.lower),
    shrunken_upper: shares(shrunken.upper),
    rank: whole(rank, Math.round),
    rank_lower: whole(ranks.lower, Math.floor),
    rank_upper: whole(ranks.upper, Math.ceil),
    z_chance: scores(chance.z),
    p_chance: probabilities(chance.p),
    q_chance: probabilities(chance.q),
    z: scores(spread.z),
    p: probabilities(spread.p),
    q: probabilities(spread.q),
    verdict: [...chance.z].map((z, group) => verdictOf(z, chance.q[group] ?? 1, alpha)),
    class: [...spread.z].map(classOf),
  };
}

const funnelPoints = 64;

/** Weights from the smallest that is judged to the largest, equally far apart by ratio. */
function funnelWeights(weights: Float64Array, denominators: Float64Array): Float64Array {
  const judged = weights.filter((_, group) => (denominators[group] ?? 0) >= fewest);
  const [least, most] = [Math.min(...judged), Math.max(...judged)];
  return Float64Array.from(
    { length: funnelPoints },
    (_, index) => least * (most / least) ** (index / (funnelPoints - 1)),
  );
}

/** The limits that are drawn. */
export function funnelOf({ denominators, mean }: RatesInput, { variance, weights }: RatesJudged): RateFunnel {
  const sizes = funnelWeights(weights, denominators);
  const usual = overdispersedFunnelLimits(sizes, mean, variance);
  const far = overdispersedFunnelLimits(sizes, mean, variance, 0.998);
  const chance = overdispersedFunnelLimits(sizes, mean, 0);
  return {
    weight: [...sizes].map((size) => rounded(size, 1) ?? 1),
    lower_95: [...usual.lower].map(share),
    upper_95: [...usual.upper].map(share),
    lower_998: [...far.lower].map(share),
    upper_998: [...far.upper].map(share),
    chance_lower_95: [...chance.lower].map(share),
    chance_upper_95: [...chance.upper].map(share),
  };
}

/**
 * How much groups differ beyond chance; the spread is half the distance of one standard deviation to either
 * side of the mean.
 */
export function dispersionOf(
  { mean }: RatesInput,
  { ratio, variance, borrowed }: RatesJudged,
): Rates['dispersion'] {
  const between = Math.sqrt(variance);
  const [low, high] = [-between, between].map((off) => shareOfAngle(angleOfShare(mean) + off));
  return {
    ratio: rounded(ratio, 3) ?? 0,
    between: rounded(between, 5) ?? 0,
    spread: share(((high ?? 0) - (low ?? 0)) / 2),
    borrowed: rounded(borrowed, 1),
  };
}
