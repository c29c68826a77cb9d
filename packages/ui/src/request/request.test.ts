import { afterEach, expect, test, vi } from 'vitest';
import { RequestFailed, request, secondsUntilAgain, worthRetrying } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

const never = new AbortController().signal;
const failureOf = async (answer: () => Promise<Response>): Promise<RequestFailed> => {
  vi.stubGlobal('fetch', answer);
  const failed = await request('meta', never).catch((error: unknown) => error);
  if (!(failed instanceof RequestFailed)) throw new Error('did not fail as it should');
  return failed;
};
const page = (status: number) =>
  Promise.resolve(
    new Response('<!doctype html><title>Sign in</title>', {
      status,
      headers: { 'content-type': 'text/html' },
    }),
  );

test('a page in place of an answer is told as such, whatever its status', async () => {
  expect((await failureOf(() => page(200))).kind).toBe('foreign');
  expect((await failureOf(() => page(403))).kind).toBe('foreign');
  expect((await failureOf(() => page(502))).kind).toBe('failed');
});

test('no network, a busy server and a wrong question differ', async () => {
  expect(await failureOf(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({
    kind: 'unreachable',
    status: 0,
  });
  const busy = await failureOf(() =>
    Promise.resolve(new Response('{}', { status: 503, headers: { 'retry-after': '7' } })),
  );
  expect([busy.kind, secondsUntilAgain(busy, 1), worthRetrying(0, busy)]).toEqual(['busy', 7, false]);
  const refused = await failureOf(() =>
    Promise.resolve(new Response('{"detail":"where: unknown dimension x"}', { status: 400 })),
  );
  expect([refused.message, secondsUntilAgain(refused, 1)]).toEqual(['where: unknown dimension x', null]);
});

test('what failed is asked again by itself, ever later', () => {
  const lost = new RequestFailed('unreachable', 0, '');
  expect([1, 2, 3, 4, 5, 9].map((failures) => secondsUntilAgain(lost, failures))).toEqual([
    5, 10, 20, 40, 60, 60,
  ]);
});
