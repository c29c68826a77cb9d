import type { Gap } from './panel.ts';

/** A placebo whose squared pre-fit error is more than so many times that of the unit is not similar. */
const similarWithin = 5;
/** Errors below this share of the effect's scale are taken for it: nothing is divided by 0. */
const leastError = 1e-12;

/** An effect beside those of placebos. */
export interface PlaceboTest {
  /** Of each placebo: effect ÷ error before. */
  ratios: Float64Array;
  /** Whether its pre-fit is similar, so that it counts. */
  similar: boolean[];
  /** How many count. */
  placebos: number;
  /** Two-sided; NaN without placebos. */
  p: number;
  /** The smallest p that so many placebos can give. */
  leastP: number;
  /** Bounds of the effect; infinite where there are too few placebos for the confidence. */
  lower: number;
  upper: number;
}

const ratioOf = ({ effect, preError }: Gap): number => effect / Math.max(preError, leastError);

/**
 * Ranks an effect among those of units that nobody worked on, each taken as if (Abadie, Diamond & Hainmueller
 * 2010, 4; Abadie 2021, Journal of Economic Literature 59, 391-425, 3.5). Effects are divided by the error
 * before, so that a restless placebo does not hide an effect. Only placebos whose mean squared error before
 * is at most five times that of the unit count. Bounds are the effects the test would not refuse (Conley &
 * Taber 2011, Review of Economics and Statistics 93, 113-125), scaled likewise.
 */
export function placeboTest(unit: Gap, placebos: readonly Gap[], confidence = 0.95): PlaceboTest {
  const similar = placebos.map(({ preError }) => preError ** 2 <= similarWithin * unit.preError ** 2);
  const ratios = Float64Array.from(placebos, ratioOf);
  const sizes = [...ratios]
    .filter((_, at) => similar[at])
    .map(Math.abs)
    .sort((one, other) => other - one);
  const own = Math.abs(ratioOf(unit));
  const beyond = sizes.filter((size) => size >= own).length;
  // So many placebos have to lie farther out for an effect not to be refused.
  const needed = Math.floor((1 - confidence) * (sizes.length + 1) + 1e-9);
  const reach = needed === 0 ? Number.POSITIVE_INFINITY : (sizes[needed - 1] ?? 0) * unit.preError;
  return {
    ...{ ratios, similar, placebos: sizes.length },
    p: sizes.length === 0 ? Number.NaN : (1 + beyond) / (1 + sizes.length),
    leastP: sizes.length === 0 ? Number.NaN : 1 / (1 + sizes.length),
    lower: unit.effect - reach,
    upper: unit.effect + reach,
  };
}
