import { expect, test } from 'vitest';
import type { CountData } from './count-data.ts';
import { fitQuasiPoisson } from './quasi-poisson.ts';

const data: CountData = {
  counts: Float64Array.of(2, 3, 6, 7, 8, 9, 10, 12, 15, 4),
  times: Float64Array.of(-10, -9, -8, -7, -6, -5, -4, -3, -2, -1),
  groups: Uint8Array.of(0, 0, 1, 1, 0, 0, 1, 1, 0, 0),
  groupCount: 2,
};
const weights = Float64Array.of(1, 1, 1, 2, 1, 1, 0.5, 1, 1, 1);
const even = new Float64Array(10).fill(1);

test('coefficients, errors, dispersion and leverages are those of R’s glm', () => {
  const fit = fitQuasiPoisson(data, weights, true);
  expect(fit.slope).toBeCloseTo(0.123491889898, 9);
  expect(fit.means[0]).toBeCloseTo(12.420845058, 8);
  expect(Math.log((fit.means[1] ?? 0) / (fit.means[0] ?? 0))).toBeCloseTo(0.298357909379, 9);
  expect(fit.dispersion).toBeCloseTo(1.4123699324, 8);
  expect(fit.degreesOfFreedom).toBe(7);
  expect(Math.sqrt(fit.dispersion / fit.slopeInformation)).toBeCloseTo(0.0505391504229, 9);
  expect(fit.hat[0]).toBeCloseTo(0.307686359863, 9);
  expect(fit.hat[2]).toBeCloseTo(0.2386144004, 9);
});

test('without a trend the levels are the means of the groups', () => {
  const fit = fitQuasiPoisson(data, even, false);
  expect([...fit.means]).toEqual([41 / 6, 35 / 4]);
  expect(fit).toMatchObject({ slope: 0, trend: false, degreesOfFreedom: 8 });
});

test('a group of zeros has the mean 0 and moves nothing else', () => {
  const zeros = { ...data, counts: data.counts.map((count, i) => (data.groups[i] === 1 ? 0 : count)) };
  const fit = fitQuasiPoisson(zeros, even, true);
  const alone = fitQuasiPoisson(
    {
      counts: data.counts.filter((_, i) => data.groups[i] === 0),
      times: data.times.filter((_, i) => data.groups[i] === 0),
      groups: new Uint8Array(6),
      groupCount: 1,
    },
    even,
    true,
  );
  expect(fit.means[1]).toBe(0);
  expect(fit.slope).toBeCloseTo(alone.slope, 9);
});

test('nothing but zeros, a slope without end, and time that says nothing leave the trend out', () => {
  expect(fitQuasiPoisson({ ...data, counts: new Float64Array(10) }, even, true)).toMatchObject({
    trend: false,
    dispersion: 0,
  });
  const last = new Float64Array(10).with(9, 5);
  expect(fitQuasiPoisson({ ...data, counts: last }, even, true).trend).toBe(false);
  expect(fitQuasiPoisson({ ...data, times: new Float64Array(10).fill(-3) }, even, true).trend).toBe(false);
});
