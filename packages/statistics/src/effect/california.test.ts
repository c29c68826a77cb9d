import { expect, test } from 'vitest';
import { referenceRows } from '../reference-data.ts';
import { differenceInDifferences } from './difference-in-differences.ts';
import { type Panel, seriesOfUnit } from './panel.ts';
import { placeboTest } from './placebo-test.ts';
import { simplexWeights } from './simplex-weights.ts';
import { productsBefore, syntheticControl, usualRidge } from './synthetic-control.ts';

/** California's Proposition 99 of 1988: cigarettes sold a head in 39 states, 1970 to 2000. */
const [, ...rows] = referenceRows('california-prop99.csv');
const states = rows.map(([state = '']) => state);
const panel: Panel = {
  units: 39,
  periods: 31,
  before: 19,
  values: Float64Array.from(rows.flatMap(([, ...packs]) => packs.map(Number))),
};
const california = states.indexOf('California');
const controls = states.map((_, unit) => unit).filter((unit) => unit !== california);
const others = (unit: number) => controls.filter((control) => control !== unit);
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The panel less what each state was on average before. */
const level: Panel = {
  ...panel,
  values: Float64Array.from({ length: 39 * 31 }, (_, at) => {
    const unit = Math.floor(at / 31);
    return (panel.values[at] ?? 0) - meanOf(seriesOfUnit(panel, unit).subarray(0, 19));
  }),
};

test('the effect of Proposition 99 is the published one, by difference in differences and synthetic control', () => {
  // Arkhangelsky et al. (2021), table 1: −27.3 and −19.6 packs.
  expect(differenceInDifferences(panel, california, controls).effect).toBeCloseTo(-27.35, 2);
  const { effect, weights, preError } = syntheticControl(panel, california, controls);
  expect(Math.abs(effect + 19.6)).toBeLessThan(0.15);
  expect(preError).toBeCloseTo(1.656, 3);
  const named = (state: string) => weights[controls.indexOf(states.indexOf(state))];
  expect(named('Utah')).toBeCloseTo(0.394, 3);
  expect(named('Montana')).toBeCloseTo(0.232, 3);
  expect(named('Nevada')).toBeCloseTo(0.205, 3);
  expect(meanOf(weights) * weights.length).toBeCloseTo(1, 9);
  expect(Math.min(...weights)).toBe(0);
});

test('with the ridge and weights of years it is synthetic difference in differences as published: −15.6', () => {
  const { gap, effect } = syntheticControl(level, california, controls, usualRidge(panel, controls));
  const years = Array.from({ length: 19 }, (_, year) => {
    const steps = controls.map((unit) => {
      const series = seriesOfUnit(panel, unit);
      return (series[year] ?? 0) - meanOf(series.subarray(19));
    });
    return steps.map((step) => step - meanOf(Float64Array.from(steps)));
  });
  const products = years.flatMap((one) =>
    years.map((other) => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)),
  );
  const ofYears = simplexWeights(19, Float64Array.from(products));
  const before = ofYears.reduce((sum, weight, year) => sum + weight * (gap[year] ?? 0), 0);
  expect(effect - before).toBeCloseTo(-15.605, 2);
  expect([...ofYears.subarray(16)].map((weight) => Math.round(weight * 1000) / 1000)).toEqual([
    0.366, 0.206, 0.427,
  ]);
});

test('among 38 placebos California has the largest ratio of errors, as Abadie et al. found', () => {
  const ridge = usualRidge(panel, controls);
  const products = productsBefore(level);
  const of = (unit: number) => syntheticControl(level, unit, others(unit), ridge, products);
  const [own, placebos] = [of(california), controls.map(of)];
  const ratio = own.postError / own.preError;
  expect(placebos.filter(({ preError, postError }) => postError / preError >= ratio)).toEqual([]);
  const found = placeboTest(own, placebos);
  expect(found.p).toBeLessThanOrEqual(0.05);
  expect(found.upper).toBeLessThan(0);
  expect(found.lower).toBeLessThan(own.effect);
});
