import type { IntegrityCounts, PastBase } from '@hotline-atlas/model';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { fewestUnits } from './compare-shares.ts';
import { byUnit } from './expected-by-mix.ts';
import { sharesOfMix } from './shares-of-mix.ts';
import type { Compared, Way } from './test-of-unit.ts';

export const fewestInBase = 40;
/** Orders of a past month, and past months, from which they say something. */
const fewestInPast = 20;
export const fewestMonths = 6;
const [trimmed, squareLeft] = [0.2, 0.4403];
const leastVariance = 0.1 ** 2;

const logit = (part: number, whole: number): number => Math.log((part + 0.5) / (whole - part + 0.5));
const inverse = (value: number): number => 1 / (1 + Math.exp(-value));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2
  );
}

type Based = Pick<PastBase, 'orders' | 'base'>;

/** What is usual in a month: of the unit in the middle, whom those that game do not move; NaN of none. */
function usualOf({ orders, base }: Based): number {
  const all = [...orders].flatMap((own, unit) =>
    own < fewestInPast ? [] : [logit(Math.min(own, base[unit] ?? 0), own)],
  );
  return all.length < fewestUnits ? Number.NaN : median(all);
}

/** How far a unit lies from what is usual, with the variance of that by chance. */
interface Distance {
  distance: number;
  variance: number;
}

/** A month's distances; null of a unit with too few orders. */
function distancesOf({ orders, base }: Based): (Distance | null)[] {
  const usual = usualOf({ orders, base });
  return Array.from(orders, (own, unit) => {
    if (own < fewestInPast || Number.isNaN(usual)) return null;
    const counted = Math.min(own, base[unit] ?? 0);
    const share = (counted + 0.5) / (own + 1);
    return { distance: logit(counted, own) - usual, variance: 1 / (own * share * (1 - share)) };
  });
}

/** Variance of distances from month to month beyond chance, over all units, the farthest left out. */
function wander(months: readonly { off: number; variance: number }[]): number {
  const ratioAt = (more: number): number => {
    const squares = months.map(({ off, variance }) => off ** 2 / (variance + more)).sort((a, b) => a - b);
    const left = squares.slice(0, Math.ceil((1 - trimmed) * squares.length));
    return left.reduce((all, value) => all + value, 0) / Math.max(1, left.length) / squareLeft;
  };
  if (!(ratioAt(0) > 1)) return 0;
  let [low, high] = [0, 4];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (ratioAt(middle) > 1) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Share of orders a unit would have in its base where it lay from the others as it used to, and how likely
 * less is.
 */
function againstPast(counts: IntegrityCounts): { expected: number; p: number }[] {
  const { orders, base } = counts.counts;
  const now = { orders: byUnit(counts, orders), base: byUnit(counts, base) };
  const past = counts.past.map(distancesOf);
  const own = counts.units.map((_, unit) => past.flatMap((month) => month[unit] ?? []));
  const usual = own.map((months) => median(months.map(({ distance }) => distance)));
  const moves = own.flatMap((months, unit) =>
    months.length < fewestMonths
      ? []
      : months.map(({ distance, variance }) => ({ off: distance - (usual[unit] ?? 0), variance })),
  );
  const more = Math.max(leastVariance, wander(moves));
  const usualNow = usualOf(now);
  return distancesOf(now).map((distance, unit) => {
    const months = own[unit] ?? [];
    if (distance === null || months.length < fewestMonths) return { expected: Number.NaN, p: Number.NaN };
    const ofPast = ((Math.PI / 2) * (more + median(months.map(({ variance }) => variance)))) / months.length;
    const error = Math.sqrt(distance.variance + more + ofPast);
    const off = distance.distance - (usual[unit] ?? 0);
    return { expected: inverse(usualNow + (usual[unit] ?? 0)), p: normalCdf(off / error, 0, 1) };
  });
}

/** Against the group a base has to be small at this level before its fall is looked at. */
const levelOfGroup = 0.05;

/**
 * A fall is as unlikely as it is against the past, where the base is small against the group as well; the
 * expected share is the lower of the two.
 */
function both(compared: Compared, { expected, p }: { expected: number; p: number }): Compared {
  return {
    ...compared,
    expected: Math.min(compared.expected, expected),
    p: compared.p <= levelOfGroup ? p : Math.max(compared.p, p),
  };
}

/**
 * Whether fewer of a unit's orders count than of units of the same mix, and than of its own in the past, set
 * against all others month by month: a month that is not ripe is so for all. Both have to be unlikely: one
 * condition more never makes a false question likelier (Berger, R. L. (1982), Technometrics 24, 295-300).
 */
export function shrinkingBase(counts: IntegrityCounts): Way[] {
  const { orders, base } = counts.counts;
  const group = sharesOfMix(counts, base, orders, { fewest: fewestInBase, side: 'low' });
  const past = againstPast(counts);
  const none = { expected: Number.NaN, p: Number.NaN };
  return [
    {
      name: '',
      compared: group.map((each, unit) => both(each, past[unit] ?? none)),
      effect: { ratio: 0.93, points: 0.05, orders: 4 },
    },
  ];
}
