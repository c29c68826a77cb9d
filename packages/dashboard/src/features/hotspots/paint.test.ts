import { light } from '@hotline-atlas/ui/theme/tokens.ts';
import { expect, test } from 'vitest';
import { binColor, classColor, paint } from './paint.ts';

const painted = {
  bins: [0, 3, -1, 0],
  steps: 2,
  classes: [3, -8],
  only: null,
} as const;
const rgbOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

test('each place has the colour of its bin at the step shown', () => {
  const second = paint({ ...painted, layer: 'bins', at: 1 }, light);
  expect([...second.slice(0, 3)]).toEqual(rgbOf(light.hot[2]));
  expect([...second.slice(4, 7)]).toEqual(rgbOf(light.noData));
  const first = paint({ ...painted, layer: 'bins', at: 0 }, light);
  expect([...first.slice(4, 7)]).toEqual(rgbOf(light.cold[0]));
});

test('classes run from the strongest to the faintest, and one alone leaves the others faded', () => {
  expect(classColor(3, light)).toBe(light.hot[2]);
  expect(classColor(-8, light)).toBe(light.cold[0]);
  const alone = paint({ ...painted, layer: 'classes', at: 0, only: -8 }, light);
  expect(alone[3]).toBeLessThan(60);
  expect(alone[7]).toBeGreaterThan(200);
});

test('nothing significant is neither orange nor blue', () => {
  expect(binColor(0, light)).toBe(light.noData);
  expect(classColor(0, light)).toBe(light.noData);
});
