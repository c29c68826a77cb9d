import { type Gap, gapOf, type Panel, seriesOfUnit } from './panel.ts';

/**
 * A unit against the mean of its controls, both less what they were on average before. The mean gap after is
 * the difference in differences.
 */
export function differenceInDifferences(panel: Panel, unit: number, controls: readonly number[]): Gap {
  const { periods, before } = panel;
  const gap = Float64Array.from(seriesOfUnit(panel, unit));
  for (const control of controls) {
    const its = seriesOfUnit(panel, control);
    for (let period = 0; period < periods; period++)
      gap[period] = (gap[period] ?? 0) - (its[period] ?? 0) / controls.length;
  }
  const level = gap.subarray(0, before).reduce((sum, value) => sum + value, 0) / before;
  return gapOf(
    gap.map((value) => value - level),
    before,
  );
}
