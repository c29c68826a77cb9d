import { isExcluded, type Scheme, type Tally } from '@hotline-atlas/model';

/** Numerators and denominators of each indicator; shapes indicators × units. */
interface Counted {
  numerators: Float64Array[];
  denominators: Float64Array[];
}

/** What was counted of each unit; shapes units. */
export interface Totals {
  appeals: Float64Array;
  orders: Float64Array;
  /** Of the base: visited orders that are not excluded. */
  visited: Float64Array;
  /** Orders out of the base; shapes reasons × units. */
  excluded: Float64Array[];
  /** What counts. */
  base: Counted;
}

const columns = (count: number, units: number) =>
  Array.from({ length: count }, () => new Float64Array(units));

const counted = (indicators: number, units: number): Counted => ({
  numerators: columns(indicators, units),
  denominators: columns(indicators, units),
});

const add = (to: Float64Array | undefined, at: number, value: number): void => {
  if (to) to[at] = (to[at] ?? 0) + value;
};

/** Adds up a column of the entries by unit: of all, or of those that count. */
function sumInto(
  to: Float64Array | undefined,
  units: Int32Array,
  values: Float64Array,
  which: Uint8Array | null,
) {
  if (!to) return;
  for (let entry = 0; entry < units.length; entry++) {
    if (which && which[entry] === 0) continue;
    const unit = units[entry] ?? 0;
    to[unit] = (to[unit] ?? 0) + (values[entry] ?? 0);
  }
}

/** Adds up every indicator by unit. */
function countInto(to: Counted, tally: Tally, which: Uint8Array): void {
  for (const name of ['numerators', 'denominators'] as const)
    for (const [indicator, values] of tally[name].entries())
      sumInto(to[name][indicator], tally.unit, values, which);
}

/** Adds up the entries of each unit by the exclusions that count in a scheme. */
export function totalsOf(tally: Tally, scheme: Pick<Scheme, 'exclusions'>): Totals {
  const [units, indicators] = [tally.units.length, tally.numerators.length];
  const out = tally.reasons.map((reason) => isExcluded(scheme, reason));
  const totals: Totals = {
    appeals: new Float64Array(units),
    orders: new Float64Array(units),
    visited: new Float64Array(units),
    excluded: columns(tally.reasons.length, units),
    base: counted(indicators, units),
  };
  const inBase = Uint8Array.from(tally.reason, (reason) => (out[reason] ? 0 : 1));
  sumInto(totals.appeals, tally.unit, tally.appeals, null);
  sumInto(totals.orders, tally.unit, tally.orders, null);
  sumInto(totals.visited, tally.unit, tally.visited, inBase);
  countInto(totals.base, tally, inBase);
  for (let entry = 0; entry < inBase.length; entry++)
    if (inBase[entry] === 0)
      add(totals.excluded[tally.reason[entry] ?? 0], tally.unit[entry] ?? 0, tally.orders[entry] ?? 0);
  return totals;
}
