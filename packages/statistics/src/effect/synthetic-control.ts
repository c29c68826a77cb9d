import { type Gap, gapOf, type Panel, seriesOfUnit } from './panel.ts';
import { simplexWeights } from './simplex-weights.ts';

/** A unit beside its synthetic control. */
export interface SyntheticControl extends Gap {
  /** Shapes controls, in their order: none below 0, together 1. */
  weights: Float64Array;
}

/** Inner products of the units over the periods before: index = unit · units + unit. */
export function productsBefore(panel: Panel): Float64Array {
  const { units, before } = panel;
  const products = new Float64Array(units * units);
  const early = Array.from({ length: units }, (_, unit) => seriesOfUnit(panel, unit).subarray(0, before));
  early.forEach((one, unit) => {
    for (let other = 0; other <= unit; other++) {
      const its = early[other];
      let sum = 0;
      for (let period = 0; period < before; period++) sum += (one[period] ?? 0) * (its?.[period] ?? 0);
      products[unit * units + other] = sum;
      products[other * units + unit] = sum;
    }
  });
  return products;
}

/** Inner products of the controls less the unit. */
function productsOfGaps(
  products: Float64Array,
  units: number,
  unit: number,
  controls: readonly number[],
): Float64Array {
  const size = controls.length;
  const of = (one: number, other: number) => products[one * units + other] ?? 0;
  const own = of(unit, unit);
  const gaps = new Float64Array(size * size);
  controls.forEach((one, row) => {
    const beside = own - of(one, unit);
    controls.forEach((other, column) => {
      gaps[row * size + column] = of(one, other) - of(other, unit) + beside;
    });
  });
  return gaps;
}

/**
 * How strongly weights are drawn together, as synthetic difference in differences does it (Arkhangelsky,
 * Athey, Hirshberg, Imbens & Wager 2021, American Economic Review 111, 4088-4118, 2.1): ζ² times the periods
 * before, ζ = (periods after)^¼ · standard deviation of the controls' first differences before.
 */
export function usualRidge(panel: Panel, controls: readonly number[]): number {
  const { periods, before } = panel;
  const steps = controls.flatMap((unit) => {
    const early = seriesOfUnit(panel, unit).subarray(0, before);
    return Array.from({ length: before - 1 }, (_, at) => (early[at + 1] ?? 0) - (early[at] ?? 0));
  });
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const variance = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (steps.length - 1);
  return Math.sqrt(periods - before) * variance * before;
}

/**
 * The synthetic control of a unit (Abadie, Diamond & Hainmueller 2010, J. Am. Stat. Assoc. 105, 493-505): a
 * weighted mean of controls that went with it before, fitted on the outcomes themselves.
 *
 * @param unit the one that was worked on
 * @param controls units it is made of
 * @param ridge 0 for the method as published; see {@link usualRidge}
 * @param products of `productsBefore`, where they are known already
 */
export function syntheticControl(
  panel: Panel,
  unit: number,
  controls: readonly number[],
  ridge = 0,
  products = productsBefore(panel),
): SyntheticControl {
  const { units, periods, before } = panel;
  const weights = simplexWeights(controls.length, productsOfGaps(products, units, unit, controls), ridge);
  const gap = Float64Array.from(seriesOfUnit(panel, unit));
  controls.forEach((control, at) => {
    const weight = weights[at] ?? 0;
    if (weight === 0) return;
    const its = seriesOfUnit(panel, control);
    for (let period = 0; period < periods; period++)
      gap[period] = (gap[period] ?? 0) - weight * (its[period] ?? 0);
  });
  return { weights, ...gapOf(gap, before) };
}
