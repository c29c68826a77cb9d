import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSingleFlight } from './single-flight.ts';

test('a call goes on while anybody waits, and ends when the last one leaves', async () => {
  const flights = createSingleFlight<string, void>();
  const [first, second] = [new AbortController(), new AbortController()];
  let seen: AbortSignal | undefined;
  const make = (signal: AbortSignal) => {
    seen = signal;
    return new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  const asked = [flights.join('a', first.signal, make), flights.join('a', second.signal, make)];
  const ended = Promise.allSettled(asked);
  first.abort(new Error('left'));
  await expect(asked[0]).rejects.toThrow('left');
  expect(seen?.aborted).toBe(false);
  second.abort(new Error('left too'));
  await ended;
  expect(seen?.aborted).toBe(true);
});

test('who comes after the last one left begins anew, and a call that has ended is not aborted', async () => {
  const flights = createSingleFlight<string, number>();
  const first = new AbortController();
  const left = flights.join('a', first.signal, () => setTimeout(20, 1));
  first.abort(new Error('left'));
  const seen: AbortSignal[] = [];
  const make = async (signal: AbortSignal) => {
    seen.push(signal);
    return 2;
  };
  const { signal } = new AbortController();
  await expect(left).rejects.toThrow('left');
  expect(await Promise.all([flights.join('a', signal, make), flights.join('a', signal, make)])).toEqual([
    2, 2,
  ]);
  await setTimeout(30);
  expect(seen.map(({ aborted }) => aborted)).toEqual([false]);
});
