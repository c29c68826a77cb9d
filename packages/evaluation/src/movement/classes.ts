import type { ClassRule, Movement } from '@hotline-atlas/model';

/** The middle of some values; half are no greater. */
function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

function fits({ volume, movement }: ClassRule, isHigh: boolean, moved: Movement | null): boolean {
  if (volume !== undefined && (volume === 'high') !== isHigh) return false;
  return movement === undefined || (moved !== null && movement.includes(moved));
}

/**
 * The class of each unit by volume (above the median of the group or not) and movement (beyond chance): the
 * first rule that fits; null where none does.
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
  return moved.map(
    (movement, unit) =>
      rules.find((rule) => fits(rule, (volumes[unit] ?? 0) > middle, movement))?.name ?? null,
  );
}
