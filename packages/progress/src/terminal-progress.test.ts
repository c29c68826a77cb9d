import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { terminalProgress } from './terminal-progress.ts';

const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('long work writes a line at every tenth, short work only that it is done', () => {
  const step = terminalProgress().step('loading', 100);
  step.update(50);
  vi.advanceTimersByTime(3000);
  step.update(60, { note: '6 rows' });
  step.update(65);
  step.done();
  expect(written).toEqual(['loading: 60 %, 6 rows, 2 s left\n', 'loading: done in 3.0 s\n']);
});

test('work that hardly moves is told of every half minute', () => {
  const step = terminalProgress().step('summing up', 1000);
  step.update(1);
  vi.advanceTimersByTime(31_000);
  step.update(2);
  step.stop();
  expect(written).toEqual(['summing up: 0 %, 258 min left\n']);
});
