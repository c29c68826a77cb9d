import { betaBinomialTails } from '@hotline-atlas/statistics';
import type { Compared } from './test-of-unit.ts';

/** Comparing fewer units than this is not tested. */
export const fewestUnits = 8;
/** Least coefficient of variation between honest units: of the share, or of its complement if smaller. */
const leastSpread = 0.15;
/** Share of units trimmed before the spread is estimated: the farthest out may be gaming. */
const trimmed = 0.2;
/** Mean of the squares of a standard normal after the largest fifth of them is trimmed. */
const squareLeft = 0.4403;
/** Units with a smaller p are left out of the reference. */
const suspected = 0.005;

/** Which units the expected shares are estimated from: 1 for yes; shapes units. */
export type Reference = Uint8Array;

/** Observed counts, and what is expected; shapes units. */
export interface SharesAsked {
  observed: Float64Array;
  of: Float64Array;
  /** Expected share of each unit, estimated from the reference; NaN where it cannot be estimated. */
  expectedFrom: (reference: Reference) => Float64Array;
  fewest: number;
  side: 'high' | 'low';
}

type Expected = Omit<SharesAsked, 'expectedFrom'> & { expected: Float64Array };

/** Squared standardised residuals, smallest first. Units with less than one expected case are left out. */
function squaresAt({ observed, of, expected, fewest }: Expected, correlation: number): number[] {
  return [...observed]
    .flatMap((count, unit) => {
      const [n, share] = [of[unit] ?? 0, expected[unit] ?? Number.NaN];
      if (n < fewest || !(share > 0 && share < 1) || n * share < 1) return [];
      const variance = n * share * (1 - share) * (1 + (n - 1) * correlation);
      return [(count - n * share) ** 2 / variance];
    })
    .sort((one, other) => one - other);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Dispersion: the trimmed mean square of the residuals over that of chance alone. */
function ratioAt(asked: Expected, correlation: number): number {
  const squares = squaresAt(asked, correlation);
  const left = squares.slice(0, Math.ceil((1 - trimmed) * squares.length));
  return left.length >= fewestUnits * (1 - trimmed) ? mean(left) / squareLeft : 0;
}

/**
 * Intra-unit correlation: the variance between units beyond chance and case mix. It is estimated after the
 * farthest fifth of the units is trimmed, so that gaming units do not widen it. Moments as in Kleinman, J. C.
 * (1973), J. Am. Stat. Assoc. 68, 46-54, trimming as in Spiegelhalter (2005), Statistics in Medicine 24,
 * 1185-1202.
 */
function correlationOf(asked: Expected): number {
  if (!(ratioAt(asked, 0) > 1)) return 0;
  let [low, high] = [0, 0.9];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (ratioAt(asked, middle) > 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const leastCorrelation = (share: number): number =>
  (leastSpread ** 2 * Math.min(share, 1 - share)) / Math.max(share, 1 - share);

/** The correlation with a margin for its own uncertainty, which is larger the fewer the units. */
const widened = (correlation: number, units: number): number => Math.min(0.9, correlation * (1 + 8 / units));

const isTestable = ({ of, expected, fewest }: Expected, unit: number): boolean => {
  const share = expected[unit] ?? Number.NaN;
  return (of[unit] ?? 0) >= fewest && share > 0 && share < 1;
};

function testedAgainst(asked: Expected): Compared[] {
  const { observed, of, expected, side } = asked;
  const tested = observed.reduce((sum, _, unit) => sum + Number(isTestable(asked, unit)), 0);
  const correlation = widened(correlationOf(asked), Math.max(1, tested));
  return Array.from(observed, (count, unit) => {
    const [n, share] = [of[unit] ?? 0, expected[unit] ?? Number.NaN];
    const result = { observed: count, of: n, expected: share, p: Number.NaN };
    if (tested < fewestUnits || !isTestable(asked, unit)) return result;
    const own = Math.max(correlation, leastCorrelation(share));
    const p =
      side === 'high'
        ? betaBinomialTails(count - 1, n, share, own).upper
        : betaBinomialTails(count, n, share, own).lower;
    return { ...result, p: Math.min(1, p) };
  });
}

/** The first reference: the middle three fifths of the units by share. */
function middleOf({ observed, of, fewest }: Omit<SharesAsked, 'expectedFrom'>): Reference {
  const share = (unit: number) => (observed[unit] ?? 0) / (of[unit] ?? 0);
  const large = [...of.keys()].filter((unit) => (of[unit] ?? 0) >= fewest);
  const sorted = large.sort((one, other) => share(one) - share(other));
  const cut = Math.floor(trimmed * sorted.length);
  const reference = new Uint8Array(of.length);
  for (const unit of sorted.slice(cut, sorted.length - cut)) reference[unit] = 1;
  return reference;
}

/** The next reference: all units but those with a p below `suspected`. */
const unsuspected = (compared: readonly Compared[]): Reference =>
  Uint8Array.from(compared, ({ p }) => Number(!(p < suspected)));

/**
 * Tests each unit's share against its expected share by the tail of a beta-binomial distribution, whose
 * variance is that between honest units. The expected shares are estimated from the units that do not stand
 * out themselves: three rounds, beginning with the middle of the units. With too few units, or too few
 * orders of a unit, p is NaN.
 */
export function compareShares({ expectedFrom, ...asked }: SharesAsked): Compared[] {
  const against = (reference: Reference) => testedAgainst({ ...asked, expected: expectedFrom(reference) });
  const first = against(middleOf(asked));
  const second = against(unsuspected(first));
  return against(unsuspected(second));
}
