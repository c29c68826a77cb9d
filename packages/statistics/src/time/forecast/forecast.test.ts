import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../random.ts';
import { austourists } from '../ets/austourists.ts';
import { chooseForecast, compareForecasts } from './choose-forecast.ts';
import { rollingOrigin } from './rolling-origin.ts';
import { forecastSeasonalNaive } from './seasonal-naive.ts';
import { forecastStlEts } from './stl-ets.ts';

const worst = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] ?? Number.NaN))));

describe('the seasonal naive forecast', () => {
  test('mean and interval are those of R’s snaive', () => {
    const { mean, upper } = forecastSeasonalNaive(austourists, 4, { horizon: 8 });
    const last = [59.76678, 35.191877, 44.319737, 47.913736];
    expect([...mean]).toEqual([...last, ...last]);
    expect(worst(upper.subarray(3, 6), [54.1266402, 68.55315339, 43.97825039])).toBeLessThan(1e-7);
  });

  test('one period and nothing more is refused', () => {
    expect(() => forecastSeasonalNaive(austourists.subarray(0, 4), 4, { horizon: 1 })).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
  });
});

describe('STL with ETS of the rest', () => {
  test('close to R’s stlf (whose damped model has the greater AICc: 107.82 against our 107.47)', () => {
    const { mean } = forecastStlEts(austourists, 4, { horizon: 4 });
    expect(worst(mean, [57.61720604, 37.71270125, 45.560067, 49.3257347])).toBeLessThan(0.9);
  });

  test('a line with a season goes on', () => {
    const season = [5, -3, -6, 4];
    const values = Float64Array.from({ length: 40 }, (_, t) => 20 + t + (season[t % 4] ?? 0));
    const { mean } = forecastStlEts(values, 4, { horizon: 6 });
    expect(
      worst(
        mean,
        Array.from({ length: 6 }, (_, h) => 60 + h + (season[h % 4] ?? 0)),
      ),
    ).toBeLessThan(0.3);
  });
});

describe('the rolling origin', () => {
  test('errors by hand: the last value as forecast', () => {
    // Origins after 5 and 6 values; forecasts 9, 9 against 8, 12 and 8, 8 against 12, 11: errors 1, 3, 4, 3.
    // Yardsticks: mean |change| over the first 5 values (2 + 1 + 4 + 3) / 4 = 2.5, over 6 (10 + 1) / 5 = 2.2.
    const values = Float64Array.of(1, 3, 2, 6, 9, 8, 12, 11);
    const naive = (known: Float64Array, horizon: number) => new Float64Array(horizon).fill(known.at(-1) ?? 0);
    const { mae, mase, n } = rollingOrigin(values, naive, { period: 1, horizon: 2, origins: 2 });
    expect([mae, n]).toEqual([11 / 4, 4]);
    expect(mase).toBeCloseTo((4 / 2.5 + 7 / 2.2) / 4, 12);
  });
});

describe('the choice of a forecast', () => {
  test('a steady season with a trend is not left to the benchmark', () => {
    const { method, compared, mean } = chooseForecast(austourists, { period: 4, horizon: 4, origins: 4 });
    expect(method).not.toBe('seasonal-naive');
    expect(compared).toHaveLength(3);
    expect(compared.map(({ mae }) => mae)).toEqual(compared.map(({ mae }) => mae).sort((a, b) => a - b));
    expect(mean).toHaveLength(4);
  });

  test('an exact repetition is: nothing is simpler', () => {
    const values = Float64Array.from({ length: 40 }, (_, t) => [5, 9, 2, 7][t % 4] ?? 0);
    expect(chooseForecast(values, { period: 4, horizon: 4 })).toMatchObject({ method: 'seasonal-naive' });
  });

  test('weeks in years: ETS takes part without a season', () => {
    const random = seededRandom(8);
    const values = Float64Array.from(
      { length: 150 },
      (_, t) => 50 + t / 4 + 20 * Math.sin((2 * Math.PI * t) / 52) + random(),
    );
    expect(chooseForecast(values, { period: 52, horizon: 8, origins: 3 }).method).toBe('stl-ets');
  });

  test('too short to compare: the last season, or the last value; zeros forecast zeros', () => {
    expect(compareForecasts(austourists.subarray(0, 9), { period: 4, horizon: 4 })).toEqual([]);
    expect([...chooseForecast(Float64Array.of(3, 5), { period: 12, horizon: 2 }).mean]).toEqual([5, 5]);
    expect([...chooseForecast(new Float64Array(60), { period: 7, horizon: 3 }).upper]).toEqual([0, 0, 0]);
    expect(() => chooseForecast(Float64Array.of(3), { period: 1, horizon: 2 })).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
    expect(() => chooseForecast(austourists.with(2, Number.NaN), { period: 4, horizon: 2 })).toThrow(
      expect.objectContaining({ reason: 'not-finite' }),
    );
  });
});
