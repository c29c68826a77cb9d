import { expect, test } from 'vitest';
import { type BacklogFigures, backlogSentence } from './backlog.ts';
import { figure } from './figure.ts';

const period = { from: '2024-01-01', to: '2025-01-01' };
const counted = (name: 'open' | 'overdue', value: number) =>
  figure({ name, metric: name, unit: 'count', period, value });

const late = (en: string): BacklogFigures => ({
  about: { dimension: 'unit', value: 'roads', label: { en, zh: '道路部门' } },
  open: counted('open', 120),
  overdue: counted('overdue', 38),
  all: { open: counted('open', 1412), overdue: counted('overdue', 61) },
  units: { standOut: 2, judged: 40 },
});

test('a unit that is late with its orders, beside all', () => {
  const { mark, text, detail } = backlogSentence(late('Roads'));
  expect([mark, text]).toEqual([
    'beyond_chance',
    { en: 'Roads: 38 of 120 open orders overdue.', zh: '道路部门120件未办结工单中38件超期。' },
  ]);
  expect(detail).toEqual({
    en: 'All together 61 of 1,412 open orders overdue; 2 of 40 units are late beyond chance.',
    zh: '总体1,412件未办结工单中61件超期；40个承办单位中2个超期偏多，超出正常波动。',
  });
});

test('a long name stands in the detail', () => {
  const name = 'Municipal department of planning, natural resources and forests';
  const { text, detail } = backlogSentence(late(name));
  expect(text.en).toBe('One unit has 38 of 120 open orders overdue.');
  expect(detail.en).toMatch(new RegExp(`^${name};`));
});
