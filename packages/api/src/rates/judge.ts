import {
  angleError,
  angleOfShare,
  betweenVariance,
  type DeviationScores,
  deviationScores,
  dispersionRatio,
  normalUnits,
  type RankIntervals,
  rankIntervals,
  type ShrunkenShares,
  shareAngles,
  shareOfAngle,
  shrunkenShares,
} from '@hotline-atlas/statistics';

/** Groups and what is expected of each; shapes groups. */
export interface RatesInput {
  numerators: Float64Array;
  denominators: Float64Array;
  /** Shares. */
  expected: Float64Array;
  /** The share of all, strictly between 0 and 1. */
  mean: number;
  /** Groups whose denominator is below are not tested and not ranked. */
  fewest: number;
  draws: number;
  seed: number;
}

/** Shapes groups. */
export interface RatesJudged {
  adjusted: Float64Array;
  /** Of the adjusted rates. */
  shrunken: ShrunkenShares;
  rank: Float64Array;
  ranks: RankIntervals;
  /** Against chance alone, and against chance and the usual spread. */
  chance: DeviationScores;
  scores: DeviationScores;
  ratio: number;
  /** Between groups, of angles; outliers drawn in. */
  variance: number;
  /** Appeals at the mean that every group borrows; Infinity where groups differ by chance only. */
  borrowed: number;
  milliseconds: number;
}

/** Ranks of shrunken rates; where nothing tells groups apart, every order is as likely. */
function ranksOf(
  { shares, lower }: ShrunkenShares,
  judged: Uint8Array,
  errors: Float64Array,
  { draws, seed }: RatesInput,
): Pick<RatesJudged, 'rank' | 'ranks'> {
  const angles = shares.map((share, group) => (judged[group] ? angleOfShare(share) : Number.NaN));
  const alike = lower.every((bound, group) => bound === shares[group]);
  const units = normalUnits(angles, alike ? errors.map(() => 1) : errors);
  return {
    rank: rankIntervals(normalUnits(angles, new Float64Array(angles.length)), angles.length, { draws: 1 })
      .median,
    ranks: rankIntervals(units, angles.length, { draws, seed }),
  };
}

/** Rates at the topics of all: as far off its mean, as an angle, as a group is off what is expected of it. */
const adjustedRates = ({ numerators, denominators, expected, mean }: RatesInput): Float64Array =>
  numerators.map((count, group) => {
    const [rate, own] = [count / (denominators[group] ?? 1), expected[group] ?? mean];
    if (Math.abs(own - mean) < 1e-12) return rate;
    return shareOfAngle(angleOfShare(mean) + angleOfShare(rate) - angleOfShare(own));
  });

/** A spread between angles says how many appeals at the mean a group borrows: a beta distribution of that size has that spread. */
const borrowedOf = (variance: number): number =>
  variance > 0 ? 1 / (4 * variance) : Number.POSITIVE_INFINITY;

function standing(adjusted: Float64Array, judged: Uint8Array, borrowed: number, input: RatesInput) {
  const { denominators, mean } = input;
  const shrunken = shrunkenShares(
    adjusted.map((share, group) => share * (denominators[group] ?? 0)),
    denominators,
    adjusted.map(() => mean),
    borrowed,
  );
  const errors = denominators.map((size) => angleError(size + borrowed));
  return { shrunken, ...ranksOf(shrunken, judged, errors, input) };
}

/** Judges the rates of groups against what is expected of them and against one another. */
export function judgeRates(input: RatesInput): RatesJudged {
  const began = performance.now();
  const { numerators, denominators, expected, fewest } = input;
  const judged = Uint8Array.from(denominators, (size) => (size >= fewest ? 1 : 0));
  const { angles, errors } = shareAngles(numerators, denominators);
  const off = angles.map((angle, group) => angle - angleOfShare(expected[group] ?? 0));
  const tested = off.map((value, group) => (judged[group] ? value : Number.NaN));
  const chance = deviationScores(tested, errors);
  const variance = betweenVariance(tested, errors);
  const borrowed = borrowedOf(betweenVariance(tested, errors, 0));
  const adjusted = adjustedRates(input);
  return {
    adjusted,
    ...standing(adjusted, judged, borrowed, input),
    chance,
    scores: deviationScores(tested, errors, variance),
    ratio: dispersionRatio(chance.z),
    variance,
    borrowed,
    milliseconds: performance.now() - began,
  };
}
