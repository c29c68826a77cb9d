import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { anyone, type Person } from '@hotline-atlas/access';
import { afterEach, expect, test } from 'vitest';
import { type Answers, serve } from '../../testing/serve.ts';
import type { AppOptions } from '../app.ts';

let close = async () => undefined as unknown;
afterEach(() => close());

/** A server whose person may see less once a test says so. */
async function served(answers: Answers, options: Partial<AppOptions> = {}) {
  const state = { allowed: true, asked: [] as string[] };
  const stillAllowed = async ({ name }: Person) => {
    state.asked.push(name);
    return state.allowed;
  };
  const server = await serve(answers, {
    personOf: () => ({ ...anyone, name: 'li' }),
    stillAllowed,
    ...options,
  });
  close = server.close;
  return { ...server, state };
}

async function* slowly() {
  for (;;) {
    yield Buffer.alloc(1000, 'x');
    await setTimeout(20);
  }
}

test('an export under way is cut off once its person sees less, and its log says why', async () => {
  let ended = false;
  const { ask, logged, state } = await served({
    stream: async () =>
      Readable.from(slowly(), { objectMode: false }).once('close', () => {
        ended = true;
      }),
  });
  const response = await ask('/api/export');
  const body = response.text();
  await setTimeout(1500);
  expect(ended).toBe(false);
  state.allowed = false;
  const began = Date.now();
  await expect(body).rejects.toThrow();
  expect(Date.now() - began).toBeLessThan(2000);
  await expect.poll(() => ended).toBe(true);
  expect(new Set(state.asked)).toEqual(new Set(['li']));
  await expect
    .poll(() => logged)
    .toMatchObject([{ event: 'export', outcome: 'cancelled', message: expect.stringContaining('changed') }]);
});

test.each([
  '/api/query?metrics=appeals',
  '/api/appeals',
  '/api/ripeness',
  '/api/answers?question=metrics%3Dappeals',
])('what is still being worked out at %s is refused then', async (address) => {
  const { ask, state } = await served({
    rows: async ({ signal }) => {
      await setTimeout(10_000, undefined, signal && { signal });
      return [];
    },
  });
  state.allowed = false;
  const response = await ask(address);
  expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('not-allowed')]);
});

test('an export that waits for its place is refused then', async () => {
  const { ask } = await served(
    { stream: async () => Readable.from(slowly(), { objectMode: false }) },
    {
      exports: { running: 1, waiting: 1, slow: 60_000 },
      personOf: (request) => ({ ...anyone, name: request.get('x-who') ?? '' }),
      stillAllowed: async ({ name }) => {
        if (name === 'wu') throw new Error('the store does not answer');
        return true;
      },
    },
  );
  const leaving = new AbortController();
  const first = await ask('/api/export', { headers: { 'x-who': 'li' }, signal: leaving.signal });
  const second = await ask('/api/export', { headers: { 'x-who': 'wu' } });
  expect([first.status, second.status]).toEqual([200, 403]);
  leaving.abort();
  await expect(first.text()).rejects.toThrow();
});
