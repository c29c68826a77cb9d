import type { Answer, Column } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { expect, test } from 'vitest';
import { overallShareIn, selectMetric } from './selectMetric.ts';

const columns: Column[] = [
  { name: 'district', type: 'string', role: 'dimension', of: 'district' },
  { name: 'appeals', type: 'number', role: 'metric', of: 'appeals', unit: 'count' },
  { name: 'resolution_rate', type: 'number', role: 'metric', of: 'resolution_rate', unit: 'share' },
];
const answer = {
  meta: { columns, limited: false },
  rows: [
    {
      district: 'a',
      appeals: 5,
      resolution_rate: 0.5,
      resolution_rate_numerator: 1,
      resolution_rate_denominator: 2,
    },
    {
      district: 'b',
      appeals: 9,
      resolution_rate: 0.75,
      resolution_rate_numerator: 6,
      resolution_rate_denominator: 8,
    },
  ],
} as unknown as Answer;

test('a share of everything together is numerators over denominators, never a mean of shares', () => {
  expect(overallShareIn(selectMetric(answer, 'resolution_rate'))).toBeCloseTo(0.7, 12);
});

test('parts of a question for several metrics read as an answer to one', () => {
  expect(metricIn(selectMetric(answer, 'resolution_rate'))).toBe('resolution_rate');
});

test('where some parts are missing, or parts do not add up, there is no whole', () => {
  const rate = selectMetric(answer, 'resolution_rate');
  expect(overallShareIn({ ...rate, meta: { ...rate.meta, limited: true } })).toBeUndefined();
  expect(overallShareIn(selectMetric(answer, 'appeals'))).toBeUndefined();
});
