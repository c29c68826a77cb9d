import type { ChangeMark, Movement } from '@hotline-atlas/model';
import { falseDiscovery } from '@hotline-atlas/statistics';
import { twoSided } from '../ranking/told-apart.ts';
import { type Scored, unitsInPoint } from '../score/score-month.ts';

/** How scores moved since the month before, both by the scheme of the later; shapes units. */
export interface Moves {
  /** In units of the last decimal; NaN where one of both has no score. */
  change: Float64Array;
  p: Float64Array;
  q: Float64Array;
  mark: ChangeMark[];
  movement: (Movement | null)[];
}

/** Values of units of another month in the order of this one; NaN for units that are not there. */
export function aligned(units: readonly string[], other: Scored, values: Float64Array): Float64Array {
  const at = new Map(other.tally.units.map((unit, index) => [unit, index]));
  return Float64Array.from(units, (unit) => values[at.get(unit) ?? -1] ?? Number.NaN);
}

function markOf(p: number, q: number, isProvisional: boolean): ChangeMark {
  if (Number.isNaN(p)) return 'too_few';
  if (isProvisional) return 'provisional';
  return q <= 0.05 ? 'beyond_chance' : 'chance';
}

function movementOf(mark: ChangeMark, change: number): Movement | null {
  if (mark === 'too_few') return null;
  if (mark !== 'beyond_chance') return 'same';
  return change > 0 ? 'better' : 'worse';
}

/**
 * Whether the movement of a score since the month before is real: its difference against its standard error
 * by chance, Benjamini-Hochberg over all units that have a score in both months. What is not ripe is
 * provisional and judged by nothing.
 *
 * Benjamini, Y. & Hochberg, Y. (1995), J. R. Stat. Soc. B 57, 289-300.
 *
 * @param before the month before by the scheme of `now`
 */
export function movesOf(now: Scored, before: Scored, isProvisional: boolean): Moves {
  const { units } = now.tally;
  const [score, variance] = [aligned(units, before, before.score), aligned(units, before, before.variance)];
  const change = now.score.map((value, unit) => value - (score[unit] ?? Number.NaN));
  const p = change.map((value, unit) => {
    if (Number.isNaN(value)) return Number.NaN;
    const error = Math.sqrt((now.variance[unit] ?? 0) + (variance[unit] ?? 0)) * unitsInPoint(now.scheme);
    return error > 0 ? twoSided(value / error) : 1;
  });
  const { q } = falseDiscovery(p);
  const mark = units.map((_, unit) => markOf(p[unit] ?? Number.NaN, q[unit] ?? Number.NaN, isProvisional));
  const movement = mark.map((each, unit) => movementOf(each, change[unit] ?? 0));
  return { change, p, q, mark, movement };
}
