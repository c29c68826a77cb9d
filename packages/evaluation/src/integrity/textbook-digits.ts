import type { IntegrityCounts } from '@hotline-atlas/model';
import { compareShares } from './compare-shares.ts';
import { expectedOfOthers } from './expected-by-mix.ts';
import type { Effect, Way } from './test-of-unit.ts';

export const fewestClosings = 50;
/** Where so many closing times of a whole group are round, its clocks are, and nothing can be said. */
const coarse = 0.5;

const roundTimes = {
  half_hours: { of: 'minutes', minutes: [0, 30] },
  five_minutes: { of: 'minutes', minutes: Array.from({ length: 12 }, (_, at) => 5 * at) },
  full_hours: { of: 'durations', minutes: [0] },
} as const;
export type RoundTimes = keyof typeof roundTimes;
const roundWays = Object.keys(roundTimes) as RoundTimes[];

/** Which minutes of which histogram a way counts as round. */
export const roundMinutesOf = (way: RoundTimes): (typeof roundTimes)[RoundTimes] => roundTimes[way];

const effect: Effect = { ratio: 1.5, points: 0.1, orders: 10 };

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

const roundOf = (counts: IntegrityCounts, way: RoundTimes): { round: Float64Array; whole: Float64Array } => {
  const { of, minutes } = roundTimes[way];
  return {
    whole: Float64Array.from(counts[of], sum),
    round: Float64Array.from(counts[of], (histogram) =>
      minutes.reduce<number>((all, minute) => all + (histogram[minute] ?? 0), 0),
    ),
  };
};

/** The ways in which round times say something: not those in which most times of all units are round. */
export const roundTimesLeft = (counts: IntegrityCounts): RoundTimes[] =>
  roundWays.filter((way) => {
    const { round, whole } = roundOf(counts, way);
    return sum(whole) > 0 && sum(round) <= coarse * sum(whole);
  });

/**
 * Whether orders are closed on round minutes, or after round durations, more often than of other units. First
 * digits are not tested: Benford's law needs numbers over many powers of ten, and limits cut times to close.
 */
export function textbookDigits(counts: IntegrityCounts): Way[] {
  return roundTimesLeft(counts).map((name) => {
    const { round, whole } = roundOf(counts, name);
    const compared = compareShares({
      ...{ observed: round, of: whole, fewest: fewestClosings, side: 'high' },
      expectedFrom: (reference) => expectedOfOthers(round, whole, reference),
    });
    return { name, compared, effect };
  });
}

/** Whether a way is one of round times. */
export const isRoundTimes = (way: string): way is RoundTimes => Object.hasOwn(roundTimes, way);
