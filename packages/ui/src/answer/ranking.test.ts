import type { Answer, Column } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { columnScale, rank, rankedOf, scaleOf } from './ranking.ts';
import { shareInterval } from './shareInterval.ts';

const columns: Column[] = [
  { name: 'district', type: 'string', role: 'dimension', of: 'district' },
  { name: 'resolution_rate', type: 'number', role: 'metric', of: 'resolution_rate', unit: 'share' },
];
const row = (district: string, solved: number, asked: number) => ({
  district,
  resolution_rate: asked ? solved / asked : null,
  resolution_rate_numerator: solved,
  resolution_rate_denominator: asked,
});
const answer = {
  meta: { columns },
  rows: [row('a', 95, 100), row('b', 1, 2), row('c', 80, 100), row('d', 0, 0)],
} as unknown as Answer;

test('Wilson interval of 81 of 263 is Newcombe’s (1998)', () => {
  const interval = shareInterval(81, 263);
  expect(interval?.lower).toBeCloseTo(0.2553, 4);
  expect(interval?.upper).toBeCloseTo(0.3662, 4);
  expect(shareInterval(0, 0)).toBeNull();
});

test('the worst comes first, and what rests on too few cases last', () => {
  const ranked = rank(answer, 'district');
  expect(ranked.map(({ code }) => code)).toEqual(['c', 'a', 'b', 'd']);
  expect(ranked.map(({ tooFew }) => tooFew)).toEqual([false, false, true, true]);
});

test('a scale holds every interval that counts', () => {
  const scale = scaleOf(rank(answer, 'district'));
  expect(scale.low).toBeLessThanOrEqual(0.71);
  expect(scale.low).toBeGreaterThan(0.5);
  expect(scale.high).toBe(1);
});

test('all rows of a column lie on one scale, also those of the level below', () => {
  const row = (code: string, value: number) => ({ ...rankedOf({ appeals: value }, code, 'appeals', false) });
  expect(columnScale([row('district', 53_000), row('its subdistrict', 2893)], false)).toEqual({
    low: 0,
    high: 53_000,
  });
});
