import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { falseDiscovery } from './false-discovery.ts';

const published = Float64Array.of(0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216);

test('rejects exactly the first two of the published p', () => {
  expect([...falseDiscovery(published).rejected]).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('gives q by hand', () => {
  expect([...falseDiscovery(Float64Array.of(0.01, 0.04, 0.03)).q]).toEqual([0.03, 0.04, 0.04]);
  const harmonic = 1 + 1 / 2 + 1 / 3;
  const { q } = falseDiscovery(Float64Array.of(0.01, 0.04, 0.03), 'benjamini-yekutieli');
  expect(q[0]).toBeCloseTo(0.03 * harmonic, 12);
});

test('Benjamini-Hochberg is never above Benjamini-Yekutieli, q never below p, and order does not matter', () => {
  const p = Float64Array.from({ length: 500 }, seededRandom(1));
  const { q } = falseDiscovery(p);
  const yekutieli = falseDiscovery(p, 'benjamini-yekutieli').q;
  const turned = falseDiscovery(p.slice().reverse()).q.reverse();
  expect(turned).toEqual(q);
  q.forEach((value, test) => {
    expect(value).toBeLessThanOrEqual(yekutieli[test] ?? 0);
    expect(value).toBeGreaterThanOrEqual(p[test] ?? 1);
  });
});

test('raises an alarm in about five of a hundred histories without anything to find', () => {
  const random = seededRandom(2);
  const alarms = Array.from({ length: 2000 }, () =>
    falseDiscovery(Float64Array.from({ length: 50 }, random)).rejected.some((each) => each === 1),
  ).filter(Boolean).length;
  expect(alarms / 2000).toBeGreaterThan(0.035);
  expect(alarms / 2000).toBeLessThan(0.065);
});

test('a missing p is no test, and p that is no probability is refused', () => {
  const { q, rejected } = falseDiscovery(Float64Array.of(0.03, Number.NaN, 0.04));
  expect([...q]).toEqual([0.04, Number.NaN, 0.04]);
  expect([...rejected]).toEqual([1, 0, 1]);
  expect(falseDiscovery(new Float64Array()).q).toHaveLength(0);
  expect(() => falseDiscovery(Float64Array.of(1.2))).toThrow(RangeError);
});
