import { history } from '@hotline-atlas/query/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newestHistory } from './newest-history.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an edition that was the newest is given while its tables are certainly there', async () => {
  const known = newestHistory(async () => history);
  expect(known.lastHistory()).toBeNull();
  await known.history();
  vi.advanceTimersByTime(29_000);
  expect(known.lastHistory()).toBe(history);
  vi.advanceTimersByTime(2_000);
  expect(known.lastHistory()).toBeNull();
  await known.history();
  expect(known.lastHistory()).toBe(history);
});
