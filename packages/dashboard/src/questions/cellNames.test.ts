import type { Places } from '@hotline-atlas/model';
import { expect, test, vi } from 'vitest';
import { createCellNames } from './cellNames.ts';

const answer = (cells: readonly string[]): Places =>
  ({ places: cells.map((cell) => ({ cell, name: { en: `near ${cell}`, zh: `${cell}附近` } })) }) as Places;

test('cells a page speaks of are asked for together, once each, and a failure asks no more', async () => {
  vi.useFakeTimers();
  const ask = vi.fn(async (cells: readonly string[]) => {
    if (cells.includes('closed')) throw new Error('403');
    return answer(cells);
  });
  const names = createCellNames(ask);
  const changed = vi.fn();
  names.subscribe(changed);
  expect([names.nameOf('a'), names.nameOf('b'), names.nameOf('a')]).toEqual([null, null, null]);
  await vi.advanceTimersByTimeAsync(100);
  expect(ask.mock.calls).toEqual([[['a', 'b']]]);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(names.nameOf('b')?.en).toBe('near b');
  names.nameOf('closed');
  await vi.advanceTimersByTimeAsync(100);
  expect(names.nameOf('closed')).toBeNull();
  await vi.advanceTimersByTimeAsync(100);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
