import { describe, expect, test } from 'vitest';
import { flagsMeasured } from '../made-up/false-flags.ts';
import { madeUpIntegrity } from '../made-up/integrity.ts';
import { compareShares } from './compare-shares.ts';
import { bunching } from './early-closing.ts';
import { expectedByMix } from './expected-by-mix.ts';
import { judgeIntegrity } from './judge-integrity.ts';
import { whyNotJudgeable } from './judgeable.ts';

/** Months of many orders, on a machine that has other things to do. */
const patience = 300_000;

describe('what is expected of a unit', () => {
  // Two units, two strata: of the first stratum 1 of 10 and 3 of 30, of the second 0 of 10 and 9 of 30.
  const entries = {
    units: ['a', 'b'],
    strata: ['easy', 'hard'],
    unit: Int32Array.from([0, 0, 1, 1]),
    stratum: Int32Array.from([0, 1, 0, 1]),
  };
  const part = Float64Array.from([1, 0, 3, 9]);
  const whole = Float64Array.from([10, 10, 30, 30]);

  test('is what the others have of the same strata, which lean on all', () => {
    const [a = 0] = expectedByMix(entries, part, whole, Uint8Array.from([1, 1]));
    const ofAll = 12.5 / 61;
    const easy = (3 + 5 * ofAll) / 35;
    const hard = (9 + 5 * ofAll) / 35;
    expect(a).toBeCloseTo((10 * easy + 10 * hard) / 20, 12);
  });

  test('leaves out who stands out', () => {
    const [, b = 0] = expectedByMix(entries, part, whole, Uint8Array.from([0, 1]));
    // Nobody is left but the unit itself, which is no part of it: half a case of one.
    expect(b).toBeCloseTo(0.5, 12);
  });
});

test('a unit far out is unlikely, however large a part of the group it is', () => {
  const of = new Float64Array(12).fill(100);
  const observed = of.map((_, unit) => (unit === 0 ? 60 : 5 + (unit % 3)));
  const compared = compareShares({
    ...{ observed, of, fewest: 30, side: 'high' },
    expectedFrom: (reference) => {
      const [cases, all] = [observed, of].map((values) =>
        values.reduce((sum, value, unit) => sum + value * (reference[unit] ?? 0), 0),
      ) as [number, number];
      return of.map(() => cases / all);
    },
  });
  expect(compared[0]?.p).toBeLessThan(1e-6);
  expect(Math.min(...compared.slice(1).map(({ p }) => p))).toBeGreaterThan(0.05);
});

test('a heap in the last part of the limit is one beside a smooth course alone', () => {
  const rising = Float64Array.from({ length: 50 }, (_, bin) => bin);
  expect(bunching(rising)).toBeGreaterThan(0.1);
  expect(bunching(rising.map((count, bin) => (bin === 49 ? 150 : count)))).toBeLessThan(1e-4);
});

test('what is missing is not judgeable, and never zero', () => {
  const { counts } = madeUpIntegrity({ units: 12, seed: 3, spread: 0.2, gaming: 0 });
  const nothing = new Float64Array(counts.unit.length);
  const without = { ...counts, counts: { ...counts.counts, excluded: nothing, limited: nothing }, past: [] };
  const lacking = ['odd_exclusions', 'early_closing', 'shrinking_base'] as const;
  for (const kind of lacking) {
    expect(whyNotJudgeable(kind, counts)).toBeNull();
    expect(whyNotJudgeable(kind, without)?.en).toMatch(/known|due time|earlier months/);
  }
});

test('seven units are too few to be compared', () => {
  const { counts } = madeUpIntegrity({ units: 7, seed: 4, spread: 0.2, gaming: 0.5 });
  expect(judgeIntegrity(counts).every(({ standing }) => standing === 'too_few')).toBe(true);
});

describe('on made-up units whose truth is known', () => {
  test('at most one of fifty clean unit-months is asked about, for each kind', { timeout: patience }, () => {
    const measured = flagsMeasured(21, { units: 100, spread: 0.3, gaming: 0 });
    for (const { clean: months, falseFlags, kind } of measured) {
      expect(months).toBeGreaterThanOrEqual(2000);
      expect([kind, falseFlags / months <= 0.02]).toEqual([kind, true]);
    }
  });

  test('at least four of five units that game are found, for each kind', { timeout: patience }, () => {
    const measured = flagsMeasured(5, { units: 200, spread: 0.15, gaming: 0.2 });
    for (const { gaming, found, kind } of measured) {
      expect(gaming).toBeGreaterThanOrEqual(25);
      expect([kind, found / gaming >= 0.8]).toEqual([kind, true]);
    }
  });
});
