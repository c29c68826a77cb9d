import type { ChangeMark } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { type JudgedFigure, leadOf } from './leadOf.ts';

const figure = (label: string, change: string, mark: ChangeMark): JudgedFigure => ({ label, change, mark });
const appeals = figure('Appeals', '+1.2%', 'chance');
const resolved = figure('Resolution rate', '\u22120.8 pp', 'beyond_chance');
const satisfied = figure('Satisfaction rate', '\u22120.7 pp', 'beyond_chance');

test('what moved beyond chance is told with its figure, and nothing else', () => {
  const lead = leadOf([appeals, resolved, satisfied], '2023', 'en');
  expect(lead).toEqual({
    mark: 'beyond_chance',
    text: 'Beyond chance on 2023: Resolution rate \u22120.8 pp, Satisfaction rate \u22120.7 pp',
  });
  expect(leadOf([appeals, resolved], '2023年', 'zh')?.text).toBe(
    '较2023年变化明显：Resolution rate\u22120.8 pp',
  );
});

test('where nothing moved the figures that were judged are named', () => {
  expect(leadOf([appeals], '2023', 'en')).toEqual({
    mark: 'chance',
    text: 'No change beyond chance on 2023: Appeals',
  });
});

test('what is not final is not called unchanged, and without a judgement nothing is said', () => {
  const open = figure('Resolution rate', '', 'provisional');
  expect(leadOf([appeals, open], '2023', 'en')?.mark).toBe('provisional');
  expect(leadOf([], '2023', 'en')).toBeNull();
  expect(leadOf([figure('Appeals', '', 'too_few')], '2023', 'en')).toBeNull();
});
