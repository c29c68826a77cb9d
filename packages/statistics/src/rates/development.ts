import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { studentReach } from './student-reach.ts';

/**
 * What came of the cases of one past period, by how many days after receipt it became known; shapes delays.
 */
export interface Development {
  /** Whole days, rising. */
  delays: Float64Array;
  /** Cases that count among all, and all, that became known with each delay. */
  numerators: Float64Array;
  denominators: Float64Array;
}

/** Cases known at some time. */
export interface KnownCases {
  numerator: number;
  denominator: number;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Cases known by whole days since receipt, from 0 to one day beyond the longest delay. */
function knownByAge(delays: Float64Array, values: Float64Array): Float64Array {
  const known = new Float64Array((delays.at(-1) ?? -1) + 2);
  delays.forEach((delay, at) => {
    known[delay + 1] = (known[delay + 1] ?? 0) + (values[at] ?? 0);
  });
  for (let age = 1; age < known.length; age++) known[age] = (known[age] ?? 0) + (known[age - 1] ?? 0);
  return known;
}

/**
 * What was known of a past period when its cases were of some ages.
 *
 * @param ages whole days since receipt, one a day of the period: a case received that long ago is known where
 *   its delay is shorter
 */
export function knownAtAges(
  { delays, numerators, denominators }: Development,
  ages: readonly number[],
): KnownCases {
  const meanOf = (values: Float64Array): number => {
    const known = knownByAge(delays, values);
    const last = known.length - 1;
    return ages.reduce((sum, age) => sum + (known[Math.min(age, last)] ?? 0), 0) / ages.length;
  };
  return { numerator: meanOf(numerators), denominator: meanOf(denominators) };
}

/**
 * Share of what past periods ended with that was known at each age, all of them together: from 0 days to one
 * day beyond the longest delay, from when on it is 1. Empty where they ended with nothing. The development
 * factor of the chain-ladder method is 1 over it.
 *
 * Mack, T. (1993), ASTIN Bulletin 23, 213-225.
 */
export function knownCurve(past: readonly Development[]): Float64Array {
  const all = past.reduce((sum, { denominators }) => sum + total(denominators), 0);
  if (all === 0) return new Float64Array();
  const curves = past.map(({ delays, denominators }) => knownByAge(delays, denominators));
  const length = Math.max(...curves.map((curve) => curve.length));
  return Float64Array.from({ length }, (_, age) => {
    const known = curves.reduce((sum, curve) => sum + (curve[Math.min(age, curve.length - 1)] ?? 0), 0);
    return known / all;
  });
}

/**
 * Share of what a period will end with that is known at the ages of its days; NaN where no past period tells,
 * or it has no day.
 */
export function shareKnown(curve: Float64Array, ages: readonly number[]): number {
  if (curve.length === 0) return Number.NaN;
  const last = curve.length - 1;
  return ages.reduce((sum, age) => sum + (curve[Math.min(age, last)] ?? 0), 0) / ages.length;
}

/** A rate that is not final, carried on. */
export interface ProjectedRate {
  rate: number;
  lower: number;
  upper: number;
}

/** Fewer past periods do not tell how much they differ. */
const fewestPeriods = 3;

const within = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * The level a rate will probably reach: the rate so far plus what the rates of past periods still gained or
 * lost from the same ages on, with an interval of 95 % from how much they differed in that, and from chance
 * in the cases that are still to come.
 *
 * @returns null where fewer than three past periods tell
 */
export function projectedRate(
  now: KnownCases,
  past: readonly Development[],
  ages: readonly number[],
): ProjectedRate | null {
  const gains = past.flatMap((each) => {
    const { numerator, denominator } = knownAtAges(each, ages);
    const [cases, all] = [total(each.numerators), total(each.denominators)];
    return denominator > 0 && all > 0 ? [cases / all - numerator / denominator] : [];
  });
  if (gains.length < fewestPeriods || now.denominator === 0) return null;
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const spread = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  const rate = within(now.numerator / now.denominator + mean);
  const known = shareKnown(knownCurve(past), ages);
  // Of all cases in the end, 1 − known are still to come: the variance of their part in the rate.
  const chance = known > 0 ? ((1 - known) * rate * (1 - rate) * known) / now.denominator : 0;
  const reach = studentReach(normalQuantile(0.975, 0, 1), gains.length - 1);
  const off = reach * Math.sqrt(spread * (1 + 1 / gains.length) + chance);
  return { rate, lower: within(rate - off), upper: within(rate + off) };
}

/** The delay within which a share of all cases became known; NaN where there are none. */
export function delayWithin(past: readonly Development[], share: number): number {
  const counts = new Map<number, number>();
  for (const { delays, denominators } of past)
    delays.forEach((delay, at) => {
      counts.set(delay, (counts.get(delay) ?? 0) + (denominators[at] ?? 0));
    });
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (const [delay, count] of [...counts].sort(([one], [other]) => one - other)) {
    sum += count;
    if (sum >= share * all) return delay;
  }
  return Number.NaN;
}
