import { afterEach, expect, test } from 'vitest';
import { serve } from '../../testing/serve.ts';

let close = async () => undefined as unknown;
afterEach(() => close());

/** One question runs at once, none waits; the one about weeks is answered when `finish` is called. */
async function crowded() {
  let finish = () => {};
  const held = new Promise<object[]>((resolve) => {
    finish = () => resolve([]);
  });
  let asked = 0;
  const rows = async () => {
    asked += 1;
    return asked === 1 ? [] : held;
  };
  const server = await serve({ rows }, { questions: { running: 1, waiting: 0 } });
  close = server.close;
  const ask = (by: string, headers = {}) => server.ask(`/api/query?metrics=appeals&by=${by}`, { headers });
  const kept = await ask('day');
  await kept.arrayBuffer();
  const underWay = ask('week');
  while (asked < 2) await server.ask('/api/health');
  return { ask, finish, underWay, tag: kept.headers.get('etag') ?? '' };
}

test('where there is no room, what is kept, held or under way is answered all the same', async () => {
  const { ask, finish, underWay, tag } = await crowded();
  expect((await ask('day')).status).toBe(200);
  expect((await ask('day', { 'If-None-Match': tag })).status).toBe(304);
  const together = ask('week');
  finish();
  expect([(await underWay).status, (await together).status]).toEqual([200, 200]);
});

test('where there is no room, what is new is turned away, safely and with what to do', async () => {
  const { ask, finish } = await crowded();
  const refused = await ask('month');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(refused.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(await refused.json()).toMatchObject({ status: 503, type: 'urn:hotline-atlas:problem:busy' });
  expect((await ask('day', { 'Cache-Control': 'no-store' })).status).toBe(503);
  finish();
});
