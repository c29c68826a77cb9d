import { city, history } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const asked = (selection: object) => ({ where: [], withoutRegimes: [], ...selection });

test('the last complete months; December 2024 has not passed', () => {
  const { starts, period, incomplete } = stepsOf(asked({}), history, city, 'month', 3);
  expect(starts).toEqual(['2024-09-01', '2024-10-01', '2024-11-01']);
  expect(period).toEqual({ from: '2024-09-01', to: '2024-12-01' });
  expect(incomplete).toEqual(['2024-12-01']);
});

test('a period that begins and ends within months loses both', () => {
  const { starts, incomplete } = stepsOf(
    asked({ from: '2024-03-05', to: '2024-06-20' }),
    history,
    city,
    'month',
    3,
  );
  expect(starts).toEqual(['2024-04-01', '2024-05-01']);
  expect(incomplete).toEqual(['2024-03-01', '2024-06-01']);
});

test('a step that touches a regime left out is no step', () => {
  const selection = asked({ from: '2023-01-01', to: '2023-06-01', withoutRegimes: ['flood'] });
  expect(stepsOf(selection, history, city, 'month', 3).starts).toEqual([
    '2023-01-01',
    '2023-04-01',
    '2023-05-01',
  ]);
});

test('a step with a day without data is no step, and is told', () => {
  const spans = [
    { from: '2022-01-01', to: '2024-10-07' },
    { from: '2024-10-09', to: history.completeTo },
  ];
  const gap = { ...history, coverage: { ...history.coverage, spans } };
  const { starts, incomplete } = stepsOf(asked({ from: '2024-08-01' }), gap, city, 'month', 3);
  expect(starts).toEqual(['2024-08-01', '2024-09-01', '2024-11-01']);
  expect(incomplete).toEqual(['2024-10-01', '2024-12-01']);
});

test('beyond the data there are no steps', () => {
  const { starts, period } = stepsOf(
    asked({ from: '2030-01-01', to: '2031-01-01' }),
    history,
    city,
    'week',
    3,
  );
  expect(starts).toEqual([]);
  expect(period).toEqual({ from: '2030-01-01', to: '2030-01-01' });
});
