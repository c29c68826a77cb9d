import { expect, test } from 'vitest';
import type { Question } from './questions/question.ts';
import { summaryOf } from './summary.ts';
import { unlisted } from './unlisted.ts';

test('quantiles are by nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(summaryOf(values)).toEqual({ questions: 100, p50: 50, p95: 95, p99: 99, most: 100 });
  expect(summaryOf([])).toEqual({ questions: 0, p50: 0, p95: 0, p99: 0, most: 0 });
});

test('what the dashboard asks in another shape than the list is told, whatever its values and grain', () => {
  const question: Question = {
    name: 'appeals',
    panel: 'appeals',
    list: 'screens',
    whole: true,
    asked: { kind: 'records', records: { selection: { where: [], withoutRegimes: [] }, limit: 50 } },
  };
  expect(unlisted(['appeals?limit=20'], [question])).toEqual([]);
  expect(unlisted(['query?metrics=appeals&by=unit,week'], [question])).toEqual([
    'query · unit,time ·  ·  ·  · ',
  ]);
});
