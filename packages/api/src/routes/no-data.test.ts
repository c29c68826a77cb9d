import { afterEach, expect, test } from 'vitest';
import { type Answers, serve } from '../../testing/serve.ts';
import type { AppOptions } from '../app.ts';
import { NotSignedIn } from '../problems/failures.ts';

let close = async () => undefined as unknown;
afterEach(() => close());

async function served(answers: Answers, options: Partial<AppOptions> = {}) {
  const server = await serve(answers, options);
  close = server.close;
  return server;
}

test('before there is data, health says how far it is and questions are asked to wait', async () => {
  const { ask } = await served({ publication: null }, { progress: () => ({ share: 0.4 }) });
  const health = await ask('/api/health');
  expect(health.status).toBe(503);
  expect(await health.json()).toEqual({ status: 'loading', city: 'story', progress: { share: 0.4 } });
  const question = await ask('/api/query?metrics=appeals');
  expect([question.status, question.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await (await ask('/api/meta')).json()).toMatchObject({ loading: true });
});

test('a probe that nobody knows is told to wait, and nothing else', async () => {
  const personOf = () => Promise.reject(new NotSignedIn());
  const { ask } = await served({ publication: null }, { personOf, progress: () => ({ share: 0.4 }) });
  const health = await ask('/api/health');
  expect([health.status, await health.json()]).toEqual([503, { status: 'loading', city: 'story' }]);
});

test('where nobody loads anything, an empty server is ready with no appeals and says what to do', async () => {
  const { ask } = await served({ publication: null });
  const health = await ask('/api/health');
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', appeals: 0, first_day: null, as_of: null });
  expect(await (await ask('/api/query?metrics=appeals')).json()).toMatchObject({
    status: 503,
    detail: expect.stringContaining('pnpm ingest'),
  });
  expect(await (await ask('/api/meta')).json()).toMatchObject({
    loading: false,
    appeals: 0,
    first_day: null,
  });
});
