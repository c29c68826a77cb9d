import type { Evaluation, ProgramTold, SinceFinal } from '@hotline-atlas/model';
import { unitDiffers } from './redact.ts';

/** Where a unit stands in the columns of an answer. */
const placesOf = ({ units }: Evaluation): Map<string, number> =>
  new Map(units.unit.map((unit, at) => [unit, at]));

/** Counts of orders of a unit that came or were corrected since. */
type ChangedOrders = ReadonlyMap<string, number>;

/**
 * What a question gives today beside what was frozen: units of which a figure differs, or orders changed.
 * @param changed orders of each unit that came or were corrected since
 */
export function sinceFinal(
  frozen: Evaluation,
  current: Evaluation,
  changed: ChangedOrders,
  program: ProgramTold,
): SinceFinal {
  const [then, now] = [placesOf(frozen), placesOf(current)];
  const names = [...new Set([...then.keys(), ...now.keys()])];
  const units = names.map((unit) => {
    const [at, to] = [then.get(unit) ?? -1, now.get(unit) ?? -1];
    const figure = (one: readonly (number | null)[], other: readonly (number | null)[] | undefined) => ({
      frozen: one[at] ?? null,
      current: other?.[to] ?? null,
    });
    const columns = (name: 'rank' | 'score' | 'base') => figure(frozen.units[name], current.units[name]);
    return {
      unit,
      ...{ rank: columns('rank'), score: columns('score'), base: columns('base') },
      indicators: frozen.indicators.map((indicator) => {
        const own = current.indicators.find(({ name }) => name === indicator.name);
        const of = (name: 'numerator' | 'denominator' | 'rate') => figure(indicator[name], own?.[name]);
        return {
          name: indicator.name,
          ...{ numerator: of('numerator'), denominator: of('denominator'), rate: of('rate') },
        };
      }),
      orders_changed: changed.get(unit) ?? 0,
    };
  });
  return {
    data_version: current.meta.as_of.version,
    program,
    same: !units.some(unitDiffers),
    orders_changed: [...changed.values()].reduce((sum, count) => sum + count, 0),
    units: units.filter((unit) => unit.orders_changed > 0 || unitDiffers(unit)),
  };
}
