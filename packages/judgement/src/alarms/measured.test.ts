import { expect, test } from 'vitest';
import type { AlarmsJudged } from './judge.ts';
import { exceedingOf, measuredSeries, nearestOf, wholeOf } from './measured.ts';
import type { WatchedSeries } from './watched-series.ts';

/** Topics as a city may write them: codes need not begin with those above them. */
const pathOf = (topic: string) => (topic === 'water.pipe' ? ['water', topic] : [topic]);

const series = (topic: string, area: string, count: number): WatchedSeries => ({
  topic: { level: topic === '' ? 0 : topic.includes('.') ? 2 : 1, code: topic },
  area: { level: area === '' ? 'city' : 'district', code: area },
  district: area,
  path: pathOf(topic),
  counts: Uint32Array.of(0, count),
});

const watched = [
  series('', '', 100),
  series('water', 'north', 14),
  series('water.pipe', 'north', 13),
  series('heat', 'south', 12),
  series('noise', 'south', 5),
  series('parks', 'south', 2),
];
/**
 * All topics as usual, pipes and heat nearly an alarm, noise below expectation, parks too few to be judged.
 */
const judged: AlarmsJudged = {
  expected: Float64Array.of(98, 7, 5, 6, 9, Number.NaN),
  upper: Float64Array.of(120, 15, 12, 11, 17, Number.NaN),
  score: new Float64Array(6),
  dispersion: Float64Array.of(1, 1, 1, 1, 1, Number.NaN),
  p: Float64Array.of(0.4, 0.02, 0.004, 0.03, 0.9, 1),
  rule: Uint8Array.of(1, 1, 1, 1, 1, 0),
  milliseconds: 0,
};

test('nearest to an alarm is what is least likely by chance, once for each happening', () => {
  const measured = measuredSeries(watched, judged);
  const near = nearestOf(measured, 0.02, () => false);
  expect(near.map(({ topic }) => topic.code)).toEqual(['water.pipe', 'heat']);
  expect(near[0]).toEqual({
    topic: { level: 2, code: 'water.pipe' },
    area: { level: 'district', code: 'north' },
    observed: 13,
    expected: 5,
    threshold: 12,
    p: 0.004,
    q: 0.024,
  });
});

test('what raised an alarm is not near to one, nor what shows the same happening', () => {
  const measured = measuredSeries(watched, judged);
  expect(exceedingOf(measured, 0.05).map(({ row }) => row)).toEqual([2]);
  expect(nearestOf(measured, 0.05, () => false).map(({ topic }) => topic.code)).toEqual(['heat']);
});

test('the whole is all topics everywhere; what could not be judged is unknown', () => {
  expect(wholeOf(measuredSeries(watched, judged))).toMatchObject({
    observed: 100,
    expected: 98,
    threshold: 120,
  });
  const few = {
    ...judged,
    expected: judged.expected.map(() => Number.NaN),
    upper: judged.upper.map(() => Number.NaN),
  };
  expect(wholeOf(measuredSeries(watched, few))).toMatchObject({
    observed: 100,
    expected: null,
    threshold: null,
    q: null,
  });
  expect(wholeOf([])).toBeNull();
});
