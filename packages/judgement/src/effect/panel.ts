import type { Work } from '@hotline-atlas/statistics';
import type { EffectMonths } from './months.ts';
import { daysOfMonths, type EffectCounts } from './read.ts';

/** A control has at least so many a month before: appeals, or orders that were asked. */
const fewestMonthly = { counts: 10, rate: 10 } as const;
/** More controls are not used; those nearest in size are. */
const mostControls = 100;

/** What is judged: outcomes of the unit and of the controls that are used. */
export interface EffectPanel {
  /** Null where the unit that was worked on has too few. */
  work: Work | null;
  /** Codes of the controls, in the order of the units after the first. */
  controls: string[];
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Outcomes of one unit: logarithms of appeals a day, or rates. */
function outcomesOf(counts: Float64Array, of: Float64Array | null, days: Float64Array): Float64Array {
  return of
    ? counts.map((count, month) => count / (of[month] ?? 0))
    : counts.map((count, month) => Math.log((count + 0.5) / (days[month] ?? 1)));
}

/**
 * Puts outcomes together: of the unit, and of the controls that are large enough, at most a hundred, those
 * nearest in size to it.
 */
export function effectPanel(read: EffectCounts, { starts, before }: EffectMonths): EffectPanel {
  const { months, counts, of, controls } = read;
  const days = daysOfMonths(starts);
  const rowOf = (values: Float64Array, unit: number) => values.subarray(unit * months, (unit + 1) * months);
  const sizeOf = (unit: number): number => meanOf(rowOf(of ?? counts, unit).subarray(0, before));
  const isEnough = (unit: number): boolean =>
    sizeOf(unit) >= fewestMonthly[of ? 'rate' : 'counts'] &&
    (of === null || rowOf(of, unit).every((count) => count > 0));
  const own = Math.log(sizeOf(0));
  const distance = (unit: number): number => Math.abs(Math.log(sizeOf(unit)) - own);
  const used = controls
    .map((code, at) => ({ code, unit: at + 1 }))
    .filter(({ unit }) => isEnough(unit))
    .sort((one, other) => distance(one.unit) - distance(other.unit) || (one.code < other.code ? -1 : 1))
    .slice(0, mostControls);
  const units = [0, ...used.map(({ unit }) => unit)];
  const values = units.flatMap((unit) => [...outcomesOf(rowOf(counts, unit), of && rowOf(of, unit), days)]);
  const work: Work = {
    ...{ units: units.length, periods: months, before, values: Float64Array.from(values) },
    season: Int32Array.from(starts, (start) => Number(start.slice(5, 7)) - 1),
  };
  return { work: isEnough(0) ? work : null, controls: used.map(({ code }) => code) };
}
