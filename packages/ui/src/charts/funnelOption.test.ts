import { expect, test } from 'vitest';
import { light } from '../theme/tokens.ts';
import { type FunnelOptions, funnelOption, levelColor, sizeAt } from './funnelOption.ts';

const options: FunnelOptions = {
  palette: light,
  language: 'en',
  width: 800,
  mean: 0.9,
  names: { mean: 'all 90%', usual: '95%', far: '99.8%', chance: 'chance', x: 'asked', y: 'rate' },
  limits: {
    weight: [30, 100_000],
    lower_95: [0.7, 0.85],
    upper_95: [1, 0.95],
    lower_998: [0.6, 0.8],
    upper_998: [1, 0.97],
    chance_lower_95: [0.75, 0.899],
    chance_upper_95: [0.98, 0.901],
  },
  points: [
    { size: 100, rate: 0.72, level: -3, name: 'Worst', chosen: false },
    { size: 10_000, rate: 0.91, level: 0, chosen: true },
  ],
};

test('points lie at powers of ten and their rate, the side told by shape as well as colour', () => {
  const { series } = funnelOption(options);
  const last = Array.isArray(series) ? series.at(-1) : series;
  expect(last?.data).toMatchObject([
    { value: [2, 0.72], symbol: 'triangle', symbolRotate: 180, itemStyle: { color: light.hot[2] } },
    { value: [4, 0.91], symbol: 'circle', itemStyle: { color: light.accent } },
  ]);
  expect(sizeAt(1000)).toBeCloseTo(3, 12);
});

test('the limits and the mean are drawn, and the axis holds every point', () => {
  const { series, yAxis } = funnelOption(options);
  expect(Array.isArray(series) ? series.length : 0).toBe(8);
  expect(yAxis).toMatchObject({ min: expect.closeTo(0.7, 5), max: expect.closeTo(0.95, 5), interval: 0.05 });
});

test('levels have the colours of hot and cold', () => {
  expect([-3, -1, 0, 2].map((level) => levelColor(level, light))).toEqual([
    light.hot[2],
    light.hot[0],
    light.comparator,
    light.cold[1],
  ]);
});
