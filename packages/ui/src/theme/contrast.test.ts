import { expect, test } from 'vitest';
import { contrast } from './contrast.ts';
import { dark, light } from './tokens.ts';

test('contrast of black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
});

test.each([
  ['light', light],
  ['dark', dark],
])('%s tokens reach AA: text 4.5, graphics and outlines 3', (_, palette) => {
  for (const background of [palette.surface, palette.canvas, palette.sunken, palette.accentSoft])
    for (const text of [palette.text, palette.muted])
      expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.accent, palette.surface)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.problem, palette.surface)).toBeGreaterThanOrEqual(4.5);
  for (const graphic of [
    palette.outline,
    palette.comparator,
    palette.hot[2],
    palette.cold[2],
    ...palette.categories,
  ])
    expect(contrast(graphic, palette.surface)).toBeGreaterThanOrEqual(3);
});
