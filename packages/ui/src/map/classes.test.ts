import type { Answer } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { contrast } from '../theme/contrast.ts';
import { dark, light } from '../theme/tokens.ts';
import { classColors, classOf, classRanges, logarithmicEdges, quantileEdges } from './classes.ts';
import { shadeOf, shadingOf } from './shading.ts';

test('classes hold equal numbers, and equal values never part', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const edges = quantileEdges(values, 5);
  expect(edges).toEqual([3, 5, 7, 9]);
  expect(values.map((value) => classOf(value, edges))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(quantileEdges([4, 4, 4], 5)).toEqual([]);
});

test('limits of classes do not overlap, and tell how many there truly are', () => {
  const edges = quantileEdges([116, 120, 137, 138, 145], 3);
  expect(classRanges([116, 120, 137, 138, 145], edges)).toEqual([
    { low: 116, high: 120, count: 2 },
    { low: 137, high: 137, count: 1 },
    { low: 138, high: 145, count: 2 },
  ]);
  expect(classRanges([1, 2, 3, 4], [2, 3])).toEqual([
    { low: 1, high: 1, count: 1 },
    { low: 2, high: 2, count: 1 },
    { low: 3, high: 4, count: 2 },
  ]);
});

test('cells are parted by orders of magnitude', () => {
  expect(logarithmicEdges([1, 10, 100_000], 5)).toEqual([10, 100, 1000, 10_000]);
  expect(logarithmicEdges([0, 0], 5)).toEqual([]);
  expect(logarithmicEdges([3], 5)).toEqual([]);
});

test('few classes still reach both ends of the ramp', () => {
  expect(classColors(['a', 'b', 'c'], 2)).toEqual(['a', 'c']);
});

const column = (name: string, role: 'dimension' | 'metric', of: string) =>
  ({ name, type: role === 'metric' ? 'number' : 'string', role, of }) as const;
const answerOf = (metric: string, rows: Answer['rows']): Answer =>
  ({
    meta: { columns: [column('district', 'dimension', 'district'), column(metric, 'metric', metric)] },
    rows,
  }) as unknown as Answer;

test('none, zero and too few differ from each other and from the lowest class', () => {
  const counted = shadingOf(
    answerOf('appeals', [
      { district: 'a', appeals: 0 },
      { district: 'b', appeals: 2 },
      { district: 'c', appeals: null },
    ]),
    'district',
    light,
  );
  // Of a district the answer does not name, nobody called.
  expect(['a', 'b', 'c', 'd'].map((code) => shadeOf(counted, code))).toEqual(['zero', 0, 'none', 'zero']);
  const rate = { resolution_rate: 0.5, resolution_rate_numerator: 4, resolution_rate_denominator: 8 };
  const rated = shadingOf(answerOf('resolution_rate', [{ district: 'a', ...rate }]), 'district', light);
  expect(['a', 'd'].map((code) => shadeOf(rated, code))).toEqual(['few', 'none']);
});

test('values that read the same are one class with one limit', () => {
  const rates = [61.51, 61.52, 61.49].map((value, at) => ({
    district: String(at),
    per_10k_residents: value,
  }));
  const { ranges } = shadingOf(answerOf('per_10k_residents', rates), 'district', light);
  expect(ranges).toEqual([{ low: 61.5, high: 61.5, count: 3 }]);
});

test.each([light, dark])(
  'the lowest class stands out from the ground, from zero and from no data',
  (palette) => {
    const [lowest] = palette.sequential;
    for (const other of [palette.canvas, palette.surface, palette.zero, palette.noData])
      expect(contrast(lowest, other)).toBeGreaterThan(1.1);
    expect(contrast(lowest, palette.canvas)).toBeGreaterThan(1.25);
  },
);
