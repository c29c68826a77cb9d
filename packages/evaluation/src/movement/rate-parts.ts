import type { Tally } from '@hotline-atlas/model';
import { rateChange } from '@hotline-atlas/statistics';
import type { Scored } from '../score/score-month.ts';

/** Why a rate of a unit moved; the parts add up to the change. */
export interface RateParts {
  before: number;
  after: number;
  /** Orders of the same kind were handled better or worse. */
  rates: number;
  /** There were more or fewer orders of the kinds that are hard. */
  mix: number;
  /** More or fewer orders left the base, or others. */
  exclusions: number;
}

/** Every order of a unit by stratum, whether excluded or not. */
function strataOf(
  tally: Tally,
  unit: string,
  indicator: number,
): Map<string, { cases: number; all: number }> {
  const own = tally.units.indexOf(unit);
  const strata = new Map<string, { cases: number; all: number }>();
  tally.unit.forEach((of, entry) => {
    if (of !== own) return;
    const name = tally.strata[tally.stratum[entry] ?? 0] ?? '';
    const sum = strata.get(name) ?? { cases: 0, all: 0 };
    sum.cases += tally.numerators[indicator]?.[entry] ?? 0;
    sum.all += tally.denominators[indicator]?.[entry] ?? 0;
    strata.set(name, sum);
  });
  return strata;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** The rate that counts in a month. */
function rateOf({ tally, totals }: Scored, unit: string, indicator: number): number {
  const at = tally.units.indexOf(unit);
  return (totals.base.numerators[indicator]?.[at] ?? 0) / (totals.base.denominators[indicator]?.[at] ?? 0);
}

/**
 * Splits the change of a rate: had no order been excluded in either month, how much would it have moved by
 * the rates on orders of the same kind, how much by the mix of kinds (no rest, see `rateChange`); and how
 * much more or less than that it moved because orders left the base.
 *
 * Kitagawa, E. M. (1955), J. Am. Stat. Assoc. 50, 1168-1194.
 */
export function ratePartsOf(now: Scored, before: Scored, unit: string, indicator: number): RateParts {
  const [later, earlier] = [now, before].map(({ tally }) => strataOf(tally, unit, indicator)) as [
    ReturnType<typeof strataOf>,
    ReturnType<typeof strataOf>,
  ];
  const names = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  const composition = (of: typeof later) => ({
    counts: Float64Array.from(names, (name) => of.get(name)?.cases ?? 0),
    populations: Float64Array.from(names, (name) => of.get(name)?.all ?? 0),
  });
  const moved = rateChange(composition(earlier), composition(later));
  const [after, was] = [rateOf(now, unit, indicator), rateOf(before, unit, indicator)];
  const [rates, mix] = [total(moved.rateEffects), total(moved.compositionEffects)];
  return { before: was, after, rates, mix, exclusions: after - was - rates - mix };
}
