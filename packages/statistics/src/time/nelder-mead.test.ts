import { expect, test } from 'vitest';
import { nelderMead } from './nelder-mead.ts';

const steps = (d: number) => new Float64Array(d).fill(0.5);

test('finds the end of Rosenbrock’s valley, in two and in six dimensions', () => {
  for (const d of [2, 6]) {
    const valley = (x: Float64Array) => {
      let sum = 0;
      for (let i = 0; i + 1 < d; i++)
        sum += 100 * ((x[i + 1] ?? 0) - (x[i] ?? 0) ** 2) ** 2 + (1 - (x[i] ?? 0)) ** 2;
      return sum;
    };
    const { point, value } = nelderMead(valley, new Float64Array(d).fill(-1), {
      steps: steps(d),
      maxSteps: 20_000,
      tolerance: 1e-14,
    });
    expect(value).toBeLessThan(1e-8);
    expect(point[d - 1]).toBeCloseTo(1, 3);
  }
});

test('keeps out of where the function has no value', () => {
  const { point } = nelderMead((x) => Math.log(x[0] ?? 0) ** 2, Float64Array.of(5), { steps: steps(1) });
  expect(point[0]).toBeCloseTo(1, 3);
});

test('says so where the steps do not suffice', () => {
  expect(
    nelderMead((x) => (x[0] ?? 0) ** 2, Float64Array.of(1000), { steps: steps(1), maxSteps: 2 }).converged,
  ).toBe(false);
});
