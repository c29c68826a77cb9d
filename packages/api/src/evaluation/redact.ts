import type { Evaluation } from '@hotline-atlas/model';

/** Who reads an evaluation. */
interface EvaluationReader {
  /** Whether they may see the details of a unit. */
  details: (unit: string) => boolean;
  /** Whether they see every appeal, and so may know how many were read. */
  all: boolean;
}

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

/** Reasons for exclusion of the units whose details are seen, most orders first. */
function reasonsSeen(reasons: Evaluation['reasons'], details: readonly boolean[]): Evaluation['reasons'] {
  return reasons
    .map((reason) => {
      const units = reason.units.map((orders, at) => (details[at] ? orders : null));
      return { ...reason, units, orders: units.reduce<number>((sum, orders) => sum + (orders ?? 0), 0) };
    })
    .filter(({ orders }) => orders > 0)
    .sort((one, other) => other.orders - one.orders || (one.reason < other.reason ? -1 : 1));
}

type Since = NonNullable<Evaluation['since_final']>;

const differs = ({ frozen, current }: { frozen: number | null; current: number | null }): boolean =>
  frozen !== current;

/** Whether a figure of a unit differs. */
export const unitDiffers = ({ rank, score, base, indicators }: Since['units'][number]): boolean =>
  [rank, score, base].some(differs) ||
  indicators.some(({ numerator, denominator }) => differs(numerator) || differs(denominator));

/** What changed since the month was final, without what the details of other units have part in. */
function sinceSeen(since: Since, details: (unit: string) => boolean, isNamed: boolean): Since {
  const units = since.units.flatMap((unit) => {
    if (details(unit.unit)) return [unit];
    const base = isNamed ? { frozen: null, current: null } : unit.base;
    const seen = { ...unit, base, orders_changed: null };
    return unitDiffers(seen) ? [seen] : [];
  });
  const known = units.reduce((sum, { orders_changed }) => sum + (orders_changed ?? 0), 0);
  const same = !units.some(unitDiffers);
  return { ...since, same, units, orders_changed: since.orders_changed === null ? null : known };
}

/** Figures of units whose details are not seen, as they are told. */
function unitsSeen({ units, meta }: Evaluation, details: readonly boolean[]): Evaluation['units'] {
  const closed = <Value>(values: readonly Value[]) => values.map((value, at) => (details[at] ? value : null));
  const isNamed = meta.scheme.exclusions !== 'all';
  return {
    ...units,
    details: [...details],
    upheld: closed(units.upheld),
    base_before: closed(units.base_before),
    // Where every reason counts, it is the metric `excluded`, which is published.
    ...(isNamed && { excluded: closed(units.excluded), base: closed(units.base) }),
  };
}

/** What is told of the whole city's data to whoever sees a part of it. */
const metaSeen = ({ finalised, as_of, ...meta }: Evaluation['meta']): Evaluation['meta'] => ({
  ...meta,
  rows_read: null,
  as_of: meta.frozen ? { ...as_of, newest_appeal: null } : as_of,
  finalised: finalised && { ...finalised, newest_appeal: null },
});

/**
 * An evaluation as somebody sees it; the same for figures of today and for frozen ones. Who sees all appeals
 * sees everything; of other units, reasons for exclusion and objections are not told, nor any sum they have
 * part in.
 */
export function evaluationSeen(all: Evaluation, { details, all: everything }: EvaluationReader): Evaluation {
  const own = all.units.unit.map(details);
  const units = unitsSeen(all, own);
  const isWhole = own.every(Boolean);
  const { since_final } = all;
  return {
    ...all,
    meta: everything ? all.meta : metaSeen(all.meta),
    base: { ...all.base, excluded: sumOf(units.excluded) },
    objections: {
      ...all.objections,
      without_effect: isWhole ? all.objections.without_effect : null,
      base: sumOf(units.base),
      base_before: sumOf(units.base_before),
    },
    reasons: isWhole ? all.reasons : reasonsSeen(all.reasons, own),
    units,
    since_final: since_final && sinceSeen(since_final, details, all.meta.scheme.exclusions !== 'all'),
  };
}
