import type { Alarms } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import type { Screen } from '../../screen/screen.ts';
import { alarmFinding } from './alarmFinding.ts';
import { alarmWords } from './words.ts';

const screen = {
  label: (_: string, code: string) => code,
  state: { where: [] },
  person: { scope: null },
  language: 'en',
} as unknown as Screen;
const alarm = { topic: { level: 1, code: 'Heating' }, area: { level: 'district', code: 'North' } };

const told = (alarms: object[], more: object = {}) =>
  alarmFinding(
    { alarms, fall: null, meta: { alarms: alarms.length }, ...more } as unknown as Alarms,
    screen,
    alarmWords.en,
  );

test('the first line says how many there are, and the figures of the most important one', () => {
  const first = { ...alarm, observed: 1200, expected: 0.04 };
  const finding = 'Heating · North, 1,200 where < 0.1 are expected';
  expect(told([first])).toBe(`One alarm: ${finding}`);
  expect(told([first, { ...alarm, observed: 3, expected: 1 }])).toBe(`2 alarms: ${finding}`);
});

test('a quiet day has none, and one of far too few appeals says so', () => {
  expect(told([])).toBe('No alarms');
  expect(told([], { fall: { observed: 1, expected: 90, threshold: 60 } })).toBe(alarmWords.en.fallen);
});
