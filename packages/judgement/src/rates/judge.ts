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
  shrunkenShares,
  standardisedShares,
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
  /** How many appeals at the mean tell as much. */
  weights: Float64Array;
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

/**
 * A spread between angles says how many appeals at the mean a group borrows: a beta distribution of that size
 * has that spread.
 */
const borrowedOf = (variance: number): number =>
  variance > 0 ? 1 / (4 * variance) : Number.POSITIVE_INFINITY;

/** Keeps the values of groups that are judged; NaN for the others. */
const judgedOnly = (values: Float64Array, judged: Uint8Array): Float64Array =>
  values.map((value, group) => (judged[group] ? value : Number.NaN));

/** Deviations of shares from what is expected of each, as angles, and their standard errors by chance. */
function deviationsOf(shares: Float64Array, trials: Float64Array, expected: (group: number) => number) {
  const { angles, errors } = shareAngles(
    shares.map((share, group) => share * (trials[group] ?? 0)),
    trials,
  );
  return { off: angles.map((angle, group) => angle - angleOfShare(expected(group))), errors };
}

/** Rates at the topics of all with what is known of the usual spread, drawn towards the mean and ranked. */
function standing(input: RatesInput, judged: Uint8Array) {
  const { numerators, denominators, expected, mean } = input;
  const { shares, weights } = standardisedShares(numerators, denominators, expected, mean);
  const { off, errors } = deviationsOf(shares, weights, () => mean);
  const tested = judgedOnly(off, judged);
  const variance = betweenVariance(tested, errors);
  const borrowed = borrowedOf(betweenVariance(tested, errors, 0));
  const shrunken = shrunkenShares(
    shares.map((share, group) => share * (weights[group] ?? 0)),
    weights,
    shares.map(() => mean),
    borrowed,
  );
  const shrunkenErrors = weights.map((size) => angleError(size + borrowed));
  return {
    adjusted: shares,
    weights,
    scores: deviationScores(tested, errors, variance),
    variance,
    borrowed,
    shrunken,
    ...ranksOf(shrunken, judged, shrunkenErrors, input),
  };
}

/** Judges the rates of groups against what is expected of them and against one another. */
export function judgeRates(input: RatesInput): RatesJudged {
  const began = performance.now();
  const { numerators, denominators, expected, mean, fewest } = input;
  const judged = Uint8Array.from(denominators, (size) => (size >= fewest ? 1 : 0));
  const rates = numerators.map((count, group) => count / (denominators[group] ?? 1));
  const { off, errors } = deviationsOf(rates, denominators, (group) => expected[group] ?? mean);
  const chance = deviationScores(judgedOnly(off, judged), errors);
  return {
    ...standing(input, judged),
    chance,
    ratio: dispersionRatio(chance.z),
    milliseconds: performance.now() - began,
  };
}
