import type { ClassRule, Movement } from '@hotline-atlas/model';

/** The middle of some values; half are no greater. */
function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Whether a rule fits; null where that rests on a movement nobody knows. */
function fits({ volume, movement }: ClassRule, isHigh: boolean, moved: Movement | null): boolean | null {
  if (volume !== undefined && (volume === 'high') !== isHigh) return false;
  return movement === undefined || (moved === null ? null : movement.includes(moved));
}

/** The first rule that fits; null where one before it might. */
function firstFitting(rules: readonly ClassRule[], isHigh: boolean, moved: Movement | null): string | null {
  const first = rules.find((rule) => fits(rule, isHigh, moved) !== false);
  return first && fits(first, isHigh, moved) ? first.name : null;
}

/**
 * The class of each unit by volume (above the median of the group or not) and movement (beyond chance): the
 * first rule that fits. Null where none does, and where an earlier one asks for a movement nobody knows.
 *
 * @param volumes shape units
 * @param moved shape units; null where nothing is known of a movement
 */
export function classesOf(
  rules: readonly ClassRule[],
  volumes: Float64Array,
  moved: readonly (Movement | null)[],
): (string | null)[] {
  const middle = median(volumes);
  return moved.map((movement, unit) => firstFitting(rules, (volumes[unit] ?? 0) > middle, movement));
}
