import type { Answer, AnswerRipeness } from '@hotline-atlas/model';
import { isProvisional, provisionalBuckets } from '@hotline-atlas/ui/answer/provisional.ts';
import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { ripenessTold, shortRipeness } from './ripeness.ts';

const english = { messages: en, language: 'en' } as const;
const ripeness: AnswerRipeness = {
  counts: { appeals: 26_192, dispatched: 10_784, excluded: 120, closed: 9553, visited: 7221, open: 1231 },
  metrics: [
    {
      metric: 'satisfaction_rate',
      state: 'provisional',
      share: 0.67,
      ripe_from: '2025-01-15',
      provisional: ['2024-11-01', '2024-12-01'],
    },
    { metric: 'on_time_rate', state: 'ripe', share: 1, ripe_from: null, provisional: [] },
  ],
};
const answer = { meta: { ripeness }, rows: [] } as unknown as Answer;

test('a rate that will still move says how far it is and when it will be final', () => {
  expect(isProvisional(answer, 'satisfaction_rate')).toBe(true);
  expect([...provisionalBuckets(answer, 'satisfaction_rate')]).toEqual(['2024-11-01', '2024-12-01']);
  expect(shortRipeness(answer, 'satisfaction_rate', english)).toBe('not final yet: 67.0% known');
  expect(shortRipeness(answer, 'satisfaction_rate', { messages: zh, language: 'zh' })).toBe(
    '初步数据：已计入67.0%',
  );
  expect(ripenessTold(answer, 'satisfaction_rate', english)).toBe(
    'Provisional; 67.0% of what will count is known; final about 15 Jan 2025; of 10,784 orders 9,553 are closed, 7,221 return-visited, 120 excluded, 1,231 open',
  );
});

test('a final rate, and a figure that waits for nothing, say nothing', () => {
  for (const metric of ['on_time_rate', 'appeals'] as const) {
    expect(isProvisional(answer, metric)).toBe(false);
    expect(shortRipeness(answer, metric, english)).toBeNull();
    expect(ripenessTold(answer, metric, english)).toBeNull();
  }
});
