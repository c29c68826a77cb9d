import { expect, test } from 'vitest';
import { needsRenewal } from './useHealing.ts';

const minute = 60_000;
const sound = { isAway: false, age: minute, unanswered: 0 };

test('a wall is loaded anew once a day, and when it stays without answers', () => {
  expect(needsRenewal(sound)).toBe(false);
  expect(needsRenewal({ ...sound, age: 24 * 60 * minute })).toBe(true);
  expect(needsRenewal({ ...sound, unanswered: 9 * minute })).toBe(false);
  expect(needsRenewal({ ...sound, unanswered: 10 * minute })).toBe(true);
});

test('it keeps its last figures while the server is away', () => {
  expect(needsRenewal({ isAway: true, age: 48 * 60 * minute, unanswered: 60 * minute })).toBe(false);
});
