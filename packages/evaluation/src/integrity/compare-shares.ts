import { betaBinomialTails } from '@hotline-atlas/statistics';
import type { Compared } from './test-of-unit.ts';

/** Fewer units say nothing of one another. */
export const fewestUnits = 8;
/** Units differ by so much of their rate, or of what is left to all, without a fault. */
const leastSpread = 0.15;
/** The units that differ most, which may game, do not say how much units differ. */
const trimmed = 0.2;
/** Mean square of a standard normal whose largest fifth of squares was left out. */
const squareLeft = 0.4403;
/** A unit less likely than this says nothing of what is usual. */
const suspected = 0.005;

/** Units that others are held against: 1 where one is; shapes units. */
export type Reference = Uint8Array;

/** Observed counts, and what is expected; shapes units. */
export interface SharesAsked {
  observed: Float64Array;
  of: Float64Array;
  /** Share expected of each unit by those of the reference; NaN where nothing tells it. */
  expectedFrom: (reference: Reference) => Float64Array;
  fewest: number;
  side: 'high' | 'low';
}

type Expected = Omit<SharesAsked, 'expectedFrom'> & { expected: Float64Array };

/** Cases of the smallest units do not decide: the correlation is of units with one expected case or more. */
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

/** How many times as far as by chance the units lie from what is expected, the farthest left out. */
function ratioAt(asked: Expected, correlation: number): number {
  const squares = squaresAt(asked, correlation);
  const left = squares.slice(0, Math.ceil((1 - trimmed) * squares.length));
  return left.length >= fewestUnits * (1 - trimmed) ? mean(left) / squareLeft : 0;
}

/**
 * Correlation of two cases of one unit: how much units differ by themselves, beyond chance and mix. Of the
 * nearest four fifths of the units, so that those that game do not hide themselves. Moments as in Kleinman,
 * J. C. (1973), J. Am. Stat. Assoc. 68, 46-54, with the trimming of Spiegelhalter (2005), Statistics in
 * Medicine 24, 1185-1202.
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

/** Of few units it is itself unsure how much they differ. */
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

/** To begin with, the units in the middle: a unit that games does not say what is usual. */
function middleOf({ observed, of, fewest }: Omit<SharesAsked, 'expectedFrom'>): Reference {
  const share = (unit: number) => (observed[unit] ?? 0) / (of[unit] ?? 0);
  const large = [...of.keys()].filter((unit) => (of[unit] ?? 0) >= fewest);
  const sorted = large.sort((one, other) => share(one) - share(other));
  const cut = Math.floor(trimmed * sorted.length);
  const reference = new Uint8Array(of.length);
  for (const unit of sorted.slice(cut, sorted.length - cut)) reference[unit] = 1;
  return reference;
}

/** Every unit that does not stand out, and those too small to. */
const unsuspected = (compared: readonly Compared[]): Reference =>
  Uint8Array.from(compared, ({ p }) => Number(!(p < suspected)));

/**
 * Tests each unit's share against the one that is expected: the chance that a unit which differs from others
 * only as units do has such a share, or one farther out (beta-binomial). What is expected is told by the
 * units that do not stand out themselves, in three steps, beginning with those in the middle. Too few units,
 * or too few orders of a unit, are no test.
 */
export function compareShares({ expectedFrom, ...asked }: SharesAsked): Compared[] {
  const against = (reference: Reference) => testedAgainst({ ...asked, expected: expectedFrom(reference) });
  const first = against(middleOf(asked));
  const second = against(unsuspected(first));
  return against(unsuspected(second));
}
