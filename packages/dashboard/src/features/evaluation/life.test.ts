import type { EvaluationMonth } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { beforeFinal, needsOf, stepsOf } from './life.ts';

const month = (said: Partial<EvaluationMonth>): EvaluationMonth => ({
  ...{ month: '2024-03', state: 'objections', revision: 1, objections_until: '2024-04-10', reopened: 0 },
  ...{ frozen: false, finalised: null, takes_objections: true, provisional: false, history: [] },
  objections: { open: 0, upheld: 0, rejected: 0, withdrawn: 0 },
  ...said,
});

test('each state offers its way on first, and the way back with a reason', () => {
  expect(stepsOf('draft')).toEqual(['open']);
  expect(stepsOf('objections')[0]).toBe('finalise');
  expect(stepsOf('final')).toEqual(['step_back']);
  expect(needsOf('step_back', 'final')).toEqual({ day: true, reason: true });
  expect(needsOf('step_back', 'objections')).toEqual({ day: false, reason: true });
  expect(needsOf('finalise', 'objections')).toEqual({ day: false, reason: false });
});

test('the last day itself still takes objections: final on it is early', () => {
  expect(beforeFinal(month({}), '2024-04-10').early).toBe(true);
  expect(beforeFinal(month({}), '2024-04-11').early).toBe(false);
  const open = month({ objections: { open: 2, upheld: 1, rejected: 0, withdrawn: 0 }, provisional: true });
  expect(beforeFinal(open, '2024-04-11')).toEqual({ undecided: 2, early: false, provisional: true });
});
