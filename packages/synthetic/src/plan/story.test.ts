import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import { expect, test, vi } from 'vitest';
import { readCalibration } from '../calibration.ts';
import { planHistory } from './history.ts';
import { outbreakRows } from './outbreak-arrays.ts';
import { failureOn, orderFigures, paceOn } from './story.ts';

/** Planning years takes seconds where others work too. */
vi.setConfig({ testTimeout: 60_000 });

const city = readCity(fileURLToPath(new URL('../../../../cities', import.meta.url)), 'beijing');
const calibration = readCalibration();
const plan = (appeals: number, to: string, story = true) =>
  planHistory(city, calibration, { appeals, from: '2025-01', to, seed: 7, story });
const history = plan(80_000, '2026-11-30');
const inRole = (role: string) => history.outbreaks.filter((each) => each.role === role);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('a history ends with the day before the one it is asked for, and has all its appeals', () => {
  const days = history.months.flatMap(({ demand }) => demand.map(({ day }) => day.date));
  expect([days[0], days.at(-1)]).toEqual(['2025-01-01', '2026-11-29']);
  expect(sum(history.months.map(({ appeals }) => appeals))).toBe(80_000);
  expect(new Date(1000 * history.now).toISOString()).toBe('2026-11-29T16:00:00.000Z');
});

test('a story lasts to the last day: an outbreak at one estate, growth in two subdistricts, crowded places', () => {
  const [estate] = inRole('outbreak');
  expect(estate?.days.map(({ date }) => date)).toHaveLength(9);
  expect(estate?.days.at(-1)?.date).toBe('2026-11-29');
  expect(city.topics.some(({ code }) => code === history.topics[(estate?.topic ?? 0) - 1]?.code)).toBe(true);
  expect(estate?.callers).toBeLessThan(estate?.appeals ?? 0);
  const growing = inRole('growth');
  expect(growing).toHaveLength(2);
  for (const { days } of growing)
    expect(sum(days.slice(-28).map(({ appeals }) => appeals))).toBeGreaterThan(
      sum(days.slice(0, 28).map(({ appeals }) => appeals)),
    );
  expect(inRole('demand')).toHaveLength(8);
  expect(inRole('place').length).toBeGreaterThanOrEqual(2);
});

test('a matter is one person who calls two to five times, about one thing', () => {
  const numbers = new Set(history.outbreaks.flatMap(({ role }, at) => (role === 'matter' ? [at + 1] : [])));
  expect(numbers.size).toBeGreaterThan(5);
  const rows = history.months.flatMap((month) => outbreakRows(history, month));
  const calls = new Map<number, number[]>();
  for (const { outbreak, caller } of rows)
    if (numbers.has(outbreak)) calls.set(outbreak, [...(calls.get(outbreak) ?? []), caller]);
  for (const callers of calls.values()) {
    expect(new Set(callers)).toEqual(new Set([1]));
    expect([2, 3, 4, 5]).toContain(callers.length);
  }
});

test('a unit slips and a district improves by the days before the end, and never without a story', () => {
  const day = (date: string) => ({ date, weekday: 0, holiday: false, begins: 0 });
  const { story } = history;
  expect([paceOn(story, day('2026-09-01')), paceOn(story, day('2026-11-29'))]).toEqual([0, 1.4]);
  expect([failureOn(story, day('2026-06-01')), failureOn(story, day('2026-11-29'))]).toEqual([5, 0.7]);
  expect(failureOn(story, day('2025-01-01'))).toBe(1);
  expect(orderFigures(null)).toEqual({ lying_orders: 0, lying_pace: 0, sent_back: 0 });
  expect(plan(2000, '2025-03', false).outbreaks.every(({ role }) => role === undefined)).toBe(true);
});

test('a story in summer has another outbreak, a tiny history none at all', () => {
  const summer = plan(40_000, '2025-07-16');
  const topics = summer.outbreaks.filter(({ role }) => role === 'outbreak').map(({ topic }) => topic);
  expect(topics.map((topic) => summer.topics[topic - 1]?.code)).toEqual(['utilities.water.outage']);
  expect(plan(300, '2025-07-16').outbreaks.filter(({ role }) => role)).toEqual([]);
});

test('everything that a story names is in the pack of the city', () => {
  const { slip, improvement, outbreak, growth, places, matters } = calibration.story;
  const topics = [
    ...outbreak.kinds.map(({ topic }) => topic),
    growth.topic,
    slip.topic,
    ...places.topics,
    ...matters.topics,
  ];
  const known = history.topics.map(({ code }) => code);
  expect(topics.filter((topic) => !known.includes(topic))).toEqual([]);
  const areas = history.areas.map(({ code }) => code);
  expect([outbreak.subdistrict, ...growth.subdistricts].filter((code) => !areas.includes(code))).toEqual([]);
  expect(history.topics.find(({ code }) => code === slip.topic)?.receiver).toBe('{district}-housing');
  expect(history.units.map(({ code }) => code)).toContain(slip.unit);
  expect(history.districts.map(({ code }) => code)).toContain(improvement.district);
});
