import { expect, test } from 'vitest';
import { farringtonHistory } from './history.ts';
import { recentLevelAlarm } from './recent-level.ts';

const days = Int32Array.from({ length: 300 }, (_, step) => 17_900 + 7 * step);
const counts = Float64Array.from(days, (_, step) => {
  if (step >= 152 && step < 208) return Number.NaN;
  return step < 152 ? 20 : 40;
});
const historyAt = (current: number) => farringtonHistory(days, current, { leftOut: 0 });

test('the level is that of the weeks since, two cases of the level before with them: by hand', () => {
  // Eight weeks of 40, two left out; (8 · 40 + 2) / (8 + 2 / 20) = 39.753; no season, no dispersion.
  const alarm = recentLevelAlarm(counts, historyAt(218), 208);
  expect(alarm.expected).toBeCloseTo(322 / 8.1, 6);
  expect(alarm).toMatchObject({ alarm: false, dispersion: 1, n: 8, observed: 40 });
  expect(recentLevelAlarm(counts.with(218, 75), historyAt(218), 208).alarm).toBe(true);
});

test('the season comes from all years, the level from the last weeks', () => {
  const history = historyAt(218);
  const inSeason = new Set(history.positions.filter((_, i) => history.groups[i] === 0));
  const seasonal = counts.map((count, step) => (inSeason.has(step) || step >= 215 ? 3 * count : count));
  const alarm = recentLevelAlarm(seasonal, history, 208);
  // 3 · 40, season and level each drawn a little towards what they were without cases.
  expect(alarm.expected).toBeGreaterThan(100);
  expect(alarm.expected).toBeLessThan(125);
});

test('zeros are quiet, a burst after them is not; too few weeks and no counts are refused', () => {
  const zeros = counts.map((count) => 0 * count);
  expect(recentLevelAlarm(zeros, historyAt(218), 208)).toMatchObject({ alarm: false, p: 1 });
  expect(recentLevelAlarm(zeros.with(218, 9), historyAt(218), 208).alarm).toBe(true);
  expect(() => recentLevelAlarm(counts, historyAt(213), 208)).toThrow(
    expect.objectContaining({ reason: 'too-short' }),
  );
  expect(() => recentLevelAlarm(counts.with(210, -1), historyAt(218), 208)).toThrow(
    expect.objectContaining({ reason: 'not-finite' }),
  );
});
