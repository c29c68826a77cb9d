import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import { expect, test, vi } from 'vitest';
import { readCalibration } from '../calibration.ts';
import { gamingArrays, gamingKinds } from './gaming.ts';
import { planHistory } from './history.ts';

vi.setConfig({ testTimeout: 60_000 });

const city = readCity(fileURLToPath(new URL('../../../../cities', import.meta.url)), 'beijing');
const calibration = readCalibration();
const plan = (more: { seed?: number; story?: boolean; gaming?: boolean; appeals?: number }) =>
  planHistory(city, calibration, { appeals: 600_000, from: '2024-01', to: '2024-09', seed: 3, ...more });
const history = plan({ gaming: true });
const games = history.games ?? [];
const ofKind = (wanted: string) => games.filter(({ kind }) => kind === wanted);

test('of every kind several units game, in the last half of a short history and as strongly as may be', () => {
  expect(new Set(games.map(({ unit }) => unit)).size).toBe(games.length);
  for (const kind of gamingKinds) {
    expect(ofKind(kind).length).toBeGreaterThanOrEqual(5);
    const [low, high] = calibration.gaming.kinds[kind].strength;
    for (const { from, to, strength } of ofKind(kind)) {
      expect([from, to]).toEqual(['2024-05', '2024-09']);
      expect(strength >= low && strength <= high).toBe(true);
    }
  }
  const drawn = plan({ gaming: true, seed: 4 }).games?.map(({ unit }) => unit);
  expect(drawn).not.toEqual(games.map(({ unit }) => unit));
});

test('a shrinking base begins with half, and nobody games before the first month', () => {
  const [game] = ofKind('shrinking_base');
  const strengthIn = (month: string): number | string | undefined =>
    gamingArrays(games, history.units, history.outbreaks, month).find(({ name }) => name === 'unit_strengths')
      ?.values[(game?.unit ?? 0) - 1];
  const strength = game?.strength ?? 0;
  expect(['2024-04', '2024-05', '2024-06'].map(strengthIn)).toEqual([0, strength / 2, strength]);
});

test('what is closed again is one caller about one topic that the unit gets, within the months', () => {
  const again = history.outbreaks.filter(({ role }) => role === 'closed_again');
  const [fewest, most] = calibration.gaming.kinds.closed_again.calls;
  expect(again.length).toBeGreaterThan(50);
  for (const { days, callers, appeals } of again) {
    expect(callers).toBe(1);
    expect(appeals).toBeLessThanOrEqual(most);
    expect(days.every(({ date }) => date >= '2024-05-01' && date < '2024-09-01')).toBe(true);
  }
  const whole = again.filter(({ appeals }) => appeals >= fewest).length;
  expect(whole / again.length).toBeGreaterThan(0.7);
});

test('with a story the units that it names game, none of which has another part in the story', () => {
  const { story } = calibration.gaming;
  const named = plan({ gaming: true, story: true }).games ?? [];
  expect(named.map(({ unit }) => history.units[unit - 1]?.code).sort()).toEqual(
    story.map(({ unit }) => unit).sort(),
  );
  expect(new Set(story.map(({ kind }) => kind)).size).toBe(gamingKinds.length);
  const { slip, improvement } = calibration.story;
  expect(story.filter(({ unit }) => unit === slip.unit || unit.startsWith(improvement.district))).toEqual([]);
});

test('without the flag, and in a history too small for it, nobody games', () => {
  expect(plan({ story: true }).games).toBeNull();
  expect(plan({ gaming: true, appeals: 3000 }).games).toEqual([]);
});

test('the reason of odd exclusions is one that there is', () => {
  expect(Object.keys(calibration.assumed.exclusions)).toContain(calibration.gaming.reason);
});
