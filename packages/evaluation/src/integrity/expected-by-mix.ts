import type { IntegrityCounts } from '@hotline-atlas/model';
import type { Reference } from './compare-shares.ts';

/** Weight of the share of all strata in that of one stratum, in orders: small strata are drawn to it. */
const leaning = 5;
/** Cases added where the reference has none, so that no expected share is 0. */
const half = 0.5;

type Entries = Pick<IntegrityCounts, 'units' | 'strata' | 'unit' | 'stratum'>;

const add = (to: Float64Array, at: number, value: number): void => {
  to[at] = (to[at] ?? 0) + value;
};

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Sums entries by unit; shapes units. */
export function byUnit({ units, unit }: Entries, values: Float64Array): Float64Array {
  const sums = new Float64Array(units.length);
  for (const [entry, value] of values.entries()) add(sums, unit[entry] ?? 0, value);
  return sums;
}

/** Sums over the units of the reference, by stratum and in all. */
function ofReference({ strata, stratum, unit }: Entries, values: Float64Array, reference: Reference) {
  const sums = new Float64Array(strata.length);
  for (const [entry, value] of values.entries())
    if (reference[unit[entry] ?? 0]) add(sums, stratum[entry] ?? 0, value);
  return { sums, all: sum(sums) };
}

/**
 * Share expected of each unit: what all others of the reference have of the same strata (indirect
 * standardisation). A unit is no part of what is expected of it. NaN where it has nothing.
 * @param part shapes entries, of `whole`
 */
export function expectedByMix(
  entries: Entries,
  part: Float64Array,
  whole: Float64Array,
  reference: Reference,
): Float64Array {
  const { units, unit, stratum } = entries;
  const [parts, wholes] = [ofReference(entries, part, reference), ofReference(entries, whole, reference)];
  const [ownParts, ownWholes] = [byUnit(entries, part), byUnit(entries, whole)];
  const expected = new Float64Array(units.length);
  for (const [entry, orders] of whole.entries()) {
    const [own, of] = [unit[entry] ?? 0, stratum[entry] ?? 0];
    const itself = reference[own] ?? 0;
    const shareOfAll =
      (parts.all - itself * (ownParts[own] ?? 0) + half) / (wholes.all - itself * (ownWholes[own] ?? 0) + 1);
    const alike = (wholes.sums[of] ?? 0) - itself * orders;
    const cases = (parts.sums[of] ?? 0) - itself * (part[entry] ?? 0);
    add(expected, own, (orders * (cases + leaning * shareOfAll)) / (alike + leaning));
  }
  return expected.map((cases, own) => cases / (ownWholes[own] ?? 0));
}

/** Share expected of each unit where the mix says nothing: what all others of the reference have. */
export function expectedOfOthers(
  part: Float64Array,
  whole: Float64Array,
  reference: Reference,
): Float64Array {
  const inReference = (values: Float64Array) =>
    sum(values.map((value, unit) => value * (reference[unit] ?? 0)));
  const [allParts, allWholes] = [inReference(part), inReference(whole)];
  return part.map((own, unit) => {
    const itself = reference[unit] ?? 0;
    return (allParts - itself * own + half) / (allWholes - itself * (whole[unit] ?? 0) + 1);
  });
}
