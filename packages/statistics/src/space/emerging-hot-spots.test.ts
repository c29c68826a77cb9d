import { expect, test } from 'vitest';
import { emergingHotSpot, emergingHotSpotNames, emergingHotSpots } from './emerging-hot-spots.ts';

const none = { z: 0, p: 1 };
const times = (bin: number, count: number): number[] => new Array<number>(count).fill(bin);

const published: [string, number[], { z: number; p: number }][] = [
  ['new', [...times(0, 9), 90], none],
  ['consecutive', [...times(0, 7), 95, 95, 95], none],
  ['intensifying', [...times(90, 9), 99], { z: 3, p: 0.001 }],
  ['persistent', times(95, 10), { z: 0.1, p: 0.9 }],
  ['diminishing', [...times(99, 5), 95, 95, 95, 90, 90], { z: -3, p: 0.001 }],
  ['sporadic', [0, 0, 90, 0, 0, 0, 0, 0, 0, 95], none],
  ['oscillating', [0, -90, 0, 90, 0, -95, 0, 0, 0, 99], none],
  ['historical', [...times(95, 9), 0], none],
  ['none', times(0, 10), none],
];

test.each(published)('%s, hot and, mirrored, cold', (name, bins, { z, p }) => {
  const code = emergingHotSpotNames.indexOf(name as 'new');
  expect(emergingHotSpot(Int8Array.from(bins), { z, p })).toBe(code);
  const mirrored = Int8Array.from(bins, (bin) => -bin);
  expect(emergingHotSpot(mirrored, { z: -z, p })).toBe(code === 0 ? 0 : -code);
});

const rules: [string, number[], number][] = [
  ['new, though it was cold before', [-95, ...times(0, 8), 90], 1],
  ['not new when hot once long ago only', [0, 90, ...times(0, 8)], 6],
  ['oscillating when cold in between and hot twice at the end', [95, -90, 0, 0, 0, 0, 0, 0, 90, 90], 7],
  ['consecutive, though it was cold long before', [-90, ...times(0, 7), 95, 95], 2],
  ['no pattern when it was hot and cold and is neither', [90, -90, ...times(0, 8)], 0],
  ['the side of the last step wins', [90, 90, ...times(0, 7), -90], -1],
  ['nine in ten with one cold step in between is persistent', [...times(95, 4), -95, ...times(95, 5)], 4],
  ['two steps, the last hot', [0, 90], 1],
  ['two steps, both hot', [90, 90], 4],
  ['one step', [90], 1],
  ['no step', [], 0],
];

test.each(rules)('%s', (_rule, bins, code) => {
  expect(emergingHotSpot(Int8Array.from(bins), none)).toBe(code);
});

test('a missing p is no trend', () => {
  expect(emergingHotSpot(Int8Array.from(times(95, 10)), { z: 5, p: Number.NaN })).toBe(4);
});

test('classes many places at once', () => {
  const bins = Int8Array.from(published.flatMap(([, each]) => each));
  const z = Float64Array.from(published, ([, , trend]) => trend.z);
  const p = Float64Array.from(published, ([, , trend]) => trend.p);
  expect([...emergingHotSpots(bins, z, p)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0]);
  expect(emergingHotSpots(new Int8Array(), new Float64Array(), new Float64Array())).toHaveLength(0);
  expect(() => emergingHotSpots(new Int8Array(5), new Float64Array(2), new Float64Array(2))).toThrow(
    RangeError,
  );
});
