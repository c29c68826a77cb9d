import { expect, test } from 'vitest';
import { farringtonHistory } from './history.ts';
import { recentLevelAlarm } from './recent-level.ts';
import { seasonCurve } from './season-curve.ts';

const days = Int32Array.from({ length: 300 }, (_, step) => 17_900 + 7 * step);
const since = 208;
const current = 240;
const history = farringtonHistory(days, current, { leftOut: 0 });
const span = { since, baseline: 26, leftOut: 2 };
/** The same week of the years before the regime: 104, 157 and 209 weeks back. */
const edges = [136, 83, 31];

/**
 * A level, a regime that is left out, twice the level; and from one week on three weeks of ten times as much,
 * every year.
 */
const counts = (level: number, edge = 10) =>
  Float64Array.from(days, (_, step) => {
    if (step >= 152 && step < since) return Number.NaN;
    const now = step < since ? level : 2 * level;
    return edges.some((first) => first <= step && step < first + 3) ? edge * now : now;
  });

test('the first week of what comes every year is expected, where a season of seven weeks knows nothing of it', () => {
  const now = counts(20).with(current, 400);
  const season = seasonCurve(now, history, span);
  expect(recentLevelAlarm(now, history, since).expected).toBeLessThan(50);
  const alarm = recentLevelAlarm(now, history, since, { season });
  expect(alarm.expected).toBeGreaterThan(300);
  expect(alarm.expected).toBeLessThan(420);
  expect(alarm.alarm).toBe(false);
});

test('… and it may come a week early', () => {
  const early = farringtonHistory(days, current - 1, { leftOut: 0 });
  const now = counts(20).with(current - 1, 400);
  const season = seasonCurve(now, early, span);
  expect(recentLevelAlarm(now, early, since, { season }).expected).toBeGreaterThan(250);
});

test('a small series takes the week from a large one', () => {
  const season = seasonCurve(counts(200), history, span);
  const small = counts(2, 1).with(current, 12);
  expect(recentLevelAlarm(small, history, since)).toMatchObject({ alarm: true });
  const held = recentLevelAlarm(small, history, since, { season });
  expect(held.expected).toBeGreaterThan(8);
  expect(held.alarm).toBe(false);
});

test('without a season the curve is flat, and tells how the level moved', () => {
  const soon = farringtonHistory(days, 232, { leftOut: 0 });
  const curve = seasonCurve(counts(20, 1), soon, span);
  expect(curve.now).toBeCloseTo(1, 6);
  expect(curve.growth).toBeCloseTo(2, 6);
  expect(seasonCurve(counts(0), soon, span).growth).toBeNull();
});

test('what grows through the years is not taken for a season', () => {
  const growing = counts(20, 1).map((count, step) => Math.round(count * (step < 152 ? 1.006 ** step : 2.5)));
  const curve = seasonCurve(growing, history, span);
  // Within a year the count rises by 37 %; a season of two factors would be 15 % below or above.
  expect(curve.now).toBeGreaterThan(0.95);
  expect(curve.now).toBeLessThan(1.08);
});
