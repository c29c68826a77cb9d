import type { MonthRow, RateOfRow } from './rows.ts';

/** Ends of the scale of a column, and what all together are. */
export interface RateScale {
  low: number;
  high: number;
  /** The rate of all together; null where nobody was asked. */
  whole: number | null;
}

/** A scale rests on so many rates or more, else on all there are. */
const fewestForScale = 5;

const steps = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

const sum = (rates: readonly RateOfRow[], of: 'numerator' | 'denominator'): number =>
  rates.reduce((total, rate) => total + rate[of], 0);

/**
 * The scale of an indicator: from its rates that rest on enough orders. Intervals that reach beyond are cut,
 * and drawn so.
 */
export function rateScale(rows: readonly MonthRow[], at: number, fewest: number): RateScale {
  const rates = rows.flatMap((row) => row.rates[at] ?? []);
  const denominator = sum(rates, 'denominator');
  const whole = denominator > 0 ? sum(rates, 'numerator') / denominator : null;
  const enough = rates.filter((each) => each.denominator >= Math.max(1, fewest));
  const values = (enough.length >= fewestForScale ? enough : rates).flatMap(({ rate }) => rate ?? []);
  if (values.length === 0) return { low: 0, high: 1, whole };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = steps.find((each) => (most - least) / each <= 4) ?? 0.25;
  const low = Math.max(0, Math.floor((least - step / 2) / step + 1e-9) * step);
  const high = Math.min(1, Math.ceil((most + step / 2) / step - 1e-9) * step);
  return { low, high, whole };
}

/** Where a value stands on a scale, in percent of its length; beyond its ends at them. */
export function placeOn({ low, high }: Pick<RateScale, 'low' | 'high'>, value: number): number {
  const place = ((value - low) / (high - low || 1)) * 100;
  return Math.min(100, Math.max(0, place));
}

/** Where the ranks of so many units stand: each has a share of the length of its own, in percent. */
export function rankBand(
  { rank, first, last }: Pick<MonthRow, 'rank' | 'first' | 'last'>,
  ranked: number,
): { from: number; width: number; at: number } | null {
  if (rank === null || ranked === 0) return null;
  const [low, high] = [first ?? rank, last ?? rank];
  const each = 100 / ranked;
  return { from: (low - 1) * each, width: (high - low + 1) * each, at: (rank - 0.5) * each };
}
