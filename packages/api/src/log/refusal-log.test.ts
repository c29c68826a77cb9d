import { expect, test, vi } from 'vitest';
import { createRefusalLog } from './refusal-log.ts';

test('all who are refused within ten seconds are one line of the log, and the next begins anew', () => {
  vi.useFakeTimers();
  const log = vi.fn();
  const refuse = createRefusalLog(log);
  for (let each = 0; each < 300; each += 1) refuse();
  expect(log).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  refuse();
  vi.advanceTimersByTime(10_000);
  expect(log.mock.calls).toEqual([
    [{ event: 'busy', refused: 300, seconds: 10 }],
    [{ event: 'busy', refused: 1, seconds: 10 }],
  ]);
  vi.useRealTimers();
});
