import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { expect, test } from 'vitest';
import { boxCox, boxCoxLambda, inverseBoxCox } from './box-cox.ts';

test('there and back', () => {
  const values = Float64Array.of(0.5, 1, 7, 40);
  for (const lambda of [-1, 0, 0.5, 2])
    inverseBoxCox(boxCox(values, lambda), lambda).forEach((value, i) => {
      expect(value).toBeCloseTo(values[i] ?? 0, 9);
    });
  expect([...boxCox(Float64Array.of(4), 0.5)]).toEqual([2]);
});

test('the likeliest power makes a sample normal: 0 for its exponentials, 1/2 for its squares', () => {
  const normal = Float64Array.from({ length: 61 }, (_, i) => normalQuantile((i + 0.5) / 61, 4, 0.8));
  expect(boxCoxLambda(normal.map(Math.exp))).toBeCloseTo(0, 1);
  expect(boxCoxLambda(normal.map((value) => value ** 2))).toBeCloseTo(0.5, 1);
  expect(() => boxCoxLambda(Float64Array.of(1, 0))).toThrow(
    expect.objectContaining({ reason: 'not-positive' }),
  );
});
