import { isExcluded } from '@hotline-atlas/model';
import { standardisedShares } from '@hotline-atlas/statistics';
import { ranksOf } from '../ranking/ranks.ts';
import { growth, partOf, type Scored, unitsInPoint } from '../score/score-month.ts';

/** Scores as they would be if every unit had the same to do; shapes units, NaN without a score. */
export interface Standardised {
  /** In units of the last decimal; NaN also where what is expected of a unit rests on itself alone. */
  score: Float64Array;
  rank: Float64Array;
  /** Share of what is expected that rests on the unit's own orders, 0 … 1. */
  ownPart: Float64Array;
}

/** From here on what is expected of a unit is what it does, and says nothing of it. */
const itself = 0.9;

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Entries that count, of units that are ranked. */
function entriesInBase({ tally, scheme, standing }: Scored): Int32Array {
  const counts = tally.reasons.map((reason) => !isExcluded(scheme, reason));
  const ranked = standing.map((each) => each === 'ranked');
  const kept = new Int32Array(tally.unit.length);
  let length = 0;
  for (let entry = 0; entry < kept.length; entry++)
    if (counts[tally.reason[entry] ?? 0] && ranked[tally.unit[entry] ?? 0]) kept[length++] = entry;
  return kept.subarray(0, length);
}

/** What is expected of units on their trials of an indicator; shapes units. */
interface Expected {
  /** Share of successes that all units together have on such trials. */
  shares: Float64Array;
  ownPart: Float64Array;
}

function expectedOf({ tally, totals }: Scored, inBase: Int32Array, indicator: number): Expected {
  const { unit: units, stratum: strata } = tally;
  const none = new Float64Array();
  const [cases, trials] = [tally.numerators[indicator] ?? none, tally.denominators[indicator] ?? none];
  const [successes, all] = [new Float64Array(tally.strata.length), new Float64Array(tally.strata.length)];
  for (const entry of inBase) {
    const stratum = strata[entry] ?? 0;
    successes[stratum] = (successes[stratum] ?? 0) + (cases[entry] ?? 0);
    all[stratum] = (all[stratum] ?? 0) + (trials[entry] ?? 0);
  }
  const [shares, ownPart] = [new Float64Array(tally.units.length), new Float64Array(tally.units.length)];
  const sizes = totals.base.denominators[indicator] ?? none;
  for (const entry of inBase) {
    const [unit, stratum, trialsHere] = [units[entry] ?? 0, strata[entry] ?? 0, trials[entry] ?? 0];
    if (trialsHere === 0) continue;
    const weight = trialsHere / (all[stratum] ?? 1) / (sizes[unit] ?? 1);
    shares[unit] = (shares[unit] ?? 0) + weight * (successes[stratum] ?? 0);
    ownPart[unit] = (ownPart[unit] ?? 0) + weight * trialsHere;
  }
  return { shares, ownPart };
}

/** Values of ranked units put back among all; NaN for the others. */
function amongAll(values: Float64Array, standing: Scored['standing']): Float64Array {
  let next = 0;
  return Float64Array.from(standing, (each) =>
    each === 'ranked' ? (values[next++] ?? Number.NaN) : Number.NaN,
  );
}

/** Rates of one indicator at the case mix of all units together. */
function ratesOf({ totals, standing }: Scored, expected: Float64Array, indicator: number): Float64Array {
  const ranked = (values: Float64Array | undefined) =>
    values?.filter((_, unit) => standing[unit] === 'ranked') ?? new Float64Array();
  const [successes, trials] = [
    ranked(totals.base.numerators[indicator]),
    ranked(totals.base.denominators[indicator]),
  ];
  const mean = total(successes) / total(trials);
  const plain = successes.map((count, unit) => count / (trials[unit] ?? 1));
  const isMixed = mean > 0 && mean < 1;
  return amongAll(
    isMixed ? standardisedShares(successes, trials, ranked(expected), mean).shares : plain,
    standing,
  );
}

/**
 * Scores as they would be with the case mix of all units together (indirect standardisation): what all units
 * reach on the topics, urgencies and channels of a unit is expected of it; its rate is as far off the rate of
 * all, by the ratio of odds, as it is off that. A unit that alone has orders of a kind is expected to do what
 * it does, and has no such score. Indirect and not direct, because no unit has orders of every kind.
 *
 * Inskip, H., Beral, V., Fraser, P. & Haskey, J. (1983), Statistics in Medicine 2, 455-466.
 *
 * @returns null where the scheme names no case mix
 */
export function standardised(scored: Scored): Standardised | null {
  const { scheme, measured, standing } = scored;
  if (scheme.case_mix.length === 0) return null;
  const [grown, inPoint] = [growth(scheme, measured), unitsInPoint(scheme)];
  const inBase = entriesInBase(scored);
  const score = Float64Array.from(standing, (each) => (each === 'ranked' ? 0 : Number.NaN));
  const ownPart = new Float64Array(standing.length);
  for (const at of measured) {
    const indicator = scheme.indicators[at];
    if (!indicator) continue;
    const expected = expectedOf(scored, inBase, at);
    for (const [unit, rate] of ratesOf(scored, expected.shares, at).entries()) {
      ownPart[unit] = (ownPart[unit] ?? 0) + (expected.ownPart[unit] ?? 0) / measured.length;
      if (!Number.isNaN(rate)) score[unit] = (score[unit] ?? 0) + partOf(indicator, rate, grown, inPoint);
    }
  }
  const told = score.map((value, unit) => ((ownPart[unit] ?? 0) > itself ? Number.NaN : value));
  return { score: told, rank: ranksOf(told), ownPart };
}
