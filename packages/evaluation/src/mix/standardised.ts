import { standardisedShares } from '@hotline-atlas/statistics';
import { isExcluded } from '../counts/excluded.ts';
import { ranksOf } from '../ranking/ranks.ts';
import { growth, partOf, type Scored, unitsInPoint } from '../score/score-month.ts';

/** Scores as they would be if every unit had the same to do; shapes units, NaN without a score. */
export interface Standardised {
  /** Shapes indicators × units. */
  rates: Float64Array[];
  /** In units of the last decimal. */
  score: Float64Array;
  rank: Float64Array;
}

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

/** Share of successes that all units together would have had on the trials of each unit. */
function expectedOf({ tally, totals }: Scored, inBase: Int32Array, indicator: number): Float64Array {
  const { unit: units, stratum: strata } = tally;
  const none = new Float64Array();
  const [cases, trials] = [tally.numerators[indicator] ?? none, tally.denominators[indicator] ?? none];
  const [successes, all] = [new Float64Array(tally.strata.length), new Float64Array(tally.strata.length)];
  for (const entry of inBase) {
    const stratum = strata[entry] ?? 0;
    successes[stratum] = (successes[stratum] ?? 0) + (cases[entry] ?? 0);
    all[stratum] = (all[stratum] ?? 0) + (trials[entry] ?? 0);
  }
  const expected = new Float64Array(tally.units.length);
  for (const entry of inBase) {
    const [unit, stratum, size] = [units[entry] ?? 0, strata[entry] ?? 0, trials[entry] ?? 0];
    if (size > 0)
      expected[unit] = (expected[unit] ?? 0) + (size * (successes[stratum] ?? 0)) / (all[stratum] ?? 1);
  }
  return expected.map((sum, unit) => sum / (totals.base.denominators[indicator]?.[unit] ?? 1));
}

/** Rates of one indicator at the case mix of all units together. */
function ratesOf(scored: Scored, inBase: Int32Array, indicator: number): Float64Array {
  const { totals, standing } = scored;
  const ranked = (values: Float64Array | undefined) =>
    values?.filter((_, unit) => standing[unit] === 'ranked') ?? new Float64Array();
  const [successes, trials] = [
    ranked(totals.base.numerators[indicator]),
    ranked(totals.base.denominators[indicator]),
  ];
  const mean = total(successes) / total(trials);
  const expected = ranked(expectedOf(scored, inBase, indicator));
  const plain = successes.map((count, unit) => count / (trials[unit] ?? 1));
  const shares = mean > 0 && mean < 1 ? standardisedShares(successes, trials, expected, mean).shares : plain;
  let next = 0;
  return Float64Array.from(standing, (each) =>
    each === 'ranked' ? (shares[next++] ?? Number.NaN) : Number.NaN,
  );
}

/**
 * Scores as they would be with the case mix of all units together (indirect standardisation): what all units
 * reach on the topics, urgencies and channels of a unit is expected of it; its rate is as far off the rate of
 * all, by the ratio of odds, as it is off that. A unit that alone has orders of a kind is expected to do what
 * it does. Indirect and not direct, because no unit has orders of every kind.
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
  const rates = scheme.indicators.map((_, at) =>
    measured.includes(at) ? ratesOf(scored, inBase, at) : new Float64Array(standing.length).fill(Number.NaN),
  );
  const score = Float64Array.from(standing, (each, unit) =>
    each === 'ranked'
      ? measured.reduce((sum, at) => {
          const indicator = scheme.indicators[at];
          return indicator ? sum + partOf(indicator, rates[at]?.[unit] ?? 0, grown, inPoint) : sum;
        }, 0)
      : Number.NaN,
  );
  return { rates, score, rank: ranksOf(score) };
}
