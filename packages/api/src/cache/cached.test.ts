import { expect, test } from 'vitest';
import { cachedFor } from './cached.ts';

test('what was read is kept for a while, a failure is not', async () => {
  let now = 0;
  let reads = 0;
  const read = cachedFor(
    250,
    async () => {
      reads += 1;
      if (reads === 2) throw new Error('unreachable');
      return reads;
    },
    () => now,
  );
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  now = 249;
  expect(await read()).toBe(1);
  now = 250;
  await expect(read()).rejects.toThrow('unreachable');
  expect(await read()).toBe(3);
});
