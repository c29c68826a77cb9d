import {
  type EvaluationStanding,
  type Indicator,
  type Scheme,
  type Tally,
  wilsonScoreInterval,
} from '@hotline-atlas/model';
import { type Totals, totalsOf } from '../counts/totals.ts';
import { pointsOf } from './points.ts';
import { type PartInterval, reach, scoreInterval } from './score-interval.ts';

/** Scores of one month by one scheme; shapes units, NaN where a unit has no score. */
export interface Scored {
  scheme: Scheme;
  tally: Tally;
  totals: Totals;
  /** Indicators of which any unit has something; the others are left out where they are optional. */
  measured: readonly number[];
  standing: EvaluationStanding[];
  /** Points of each indicator in units of the last decimal; shapes indicators × units. */
  parts: Float64Array[];
  /** In units of the last decimal: the sum of the parts, exactly. */
  score: Float64Array;
  /** In points. */
  lower: Float64Array;
  upper: Float64Array;
  /** In points². */
  variance: Float64Array;
}

/** Units of the last decimal in a point. */
export const unitsInPoint = ({ decimals }: Pick<Scheme, 'decimals'>): number => 10 ** decimals;

const sum = (values: Float64Array | undefined): number => values?.reduce((all, each) => all + each, 0) ?? 0;

const measuredOf = ({ indicators }: Scheme, { base }: Totals): number[] =>
  indicators.flatMap(({ optional }, at) => (optional && sum(base.denominators[at]) === 0 ? [] : [at]));

/** By how much points grow because indicators are left out. */
export function growth({ indicators }: Pick<Scheme, 'indicators'>, measured: readonly number[]): number {
  const all = indicators.reduce((points, { weight }) => points + weight, 0);
  return all / measured.reduce((points, at) => points + (indicators[at]?.weight ?? 0), 0);
}

function standingOf(
  scheme: Scheme,
  measured: readonly number[],
  { base }: Totals,
  unit: number,
): EvaluationStanding {
  const sizes = measured.map((at) => base.denominators[at]?.[unit] ?? 0);
  if (sizes.includes(0)) return 'not_asked';
  return sizes.every((size, at) => size >= (scheme.indicators[measured[at] ?? 0]?.fewest ?? 1))
    ? 'ranked'
    : 'too_few';
}

/** The points of a rate in units of the last decimal. */
export const partOf = (indicator: Indicator, rate: number, grown: number, units: number): number =>
  Math.round(pointsOf(indicator, rate) * grown * units + 1e-7);

/** Points at the rate and at both ends of its interval, the worse end as the lower. */
function partInterval(indicator: Indicator, rate: number, size: number, grown: number): PartInterval {
  const { lower, upper } = wilsonScoreInterval(Math.min(size, rate * size), size, reach);
  const at = (share: number) => pointsOf(indicator, share) * grown;
  const [one, other] = [at(lower), at(upper)];
  return { points: at(rate), lower: Math.min(one, other), upper: Math.max(one, other) };
}

/**
 * Scores every unit of a month.
 * @param correlation of the outcomes of one order, indicators × indicators; none: independent
 */
export function scoreMonth(
  scheme: Scheme,
  tally: Tally,
  correlation: readonly (readonly number[])[] = [],
): Scored {
  const totals = totalsOf(tally, scheme);
  const measured = measuredOf(scheme, totals);
  const [units, grown, inPoint] = [tally.units.length, growth(scheme, measured), unitsInPoint(scheme)];
  const unknown = () => new Float64Array(units).fill(Number.NaN);
  const own = measured.map((one) =>
    measured.map((other) => correlation[one]?.[other] ?? Number(one === other)),
  );
  const scored: Scored = {
    ...{ scheme, tally, totals, measured },
    standing: tally.units.map((_, unit) => standingOf(scheme, measured, totals, unit)),
    parts: scheme.indicators.map(unknown),
    ...{ score: unknown(), lower: unknown(), upper: unknown(), variance: unknown() },
  };
  for (let unit = 0; unit < units; unit++)
    if (scored.standing[unit] === 'ranked') scoreUnit(scored, unit, { grown, inPoint, own });
  return scored;
}

function scoreUnit(
  scored: Scored,
  unit: number,
  { grown, inPoint, own }: { grown: number; inPoint: number; own: number[][] },
): void {
  const { scheme, totals, measured, parts, score, lower, upper, variance } = scored;
  let all = 0;
  const intervals = measured.flatMap((at) => {
    const indicator = scheme.indicators[at];
    const size = totals.base.denominators[at]?.[unit] ?? 0;
    const rate = (totals.base.numerators[at]?.[unit] ?? 0) / size;
    if (!indicator) return [];
    const part = partOf(indicator, rate, grown, inPoint);
    const column = parts[at];
    if (column) column[unit] = part;
    all += part;
    return [partInterval(indicator, rate, size, grown)];
  });
  const interval = scoreInterval(intervals, own);
  score[unit] = all;
  lower[unit] = interval.lower;
  upper[unit] = interval.upper;
  variance[unit] = interval.variance;
}
