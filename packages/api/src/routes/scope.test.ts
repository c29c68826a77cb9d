import { anyone } from '@hotline-atlas/access';
import { scopedTo } from '@hotline-atlas/query/testing';
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

test('of questions asked together, one that is not open leaves the others alone', async () => {
  const official = scopedTo(['north'], { published: ['district'] });
  const { ask } = await served(
    { rows: async () => [{ appeals: 3 }] },
    { personOf: () => ({ ...anyone, scope: official }) },
  );
  const asked = [
    'metrics=appeals',
    'metrics=appeals&by=unit&scope=published',
    'metrics=appeals&scope=published',
  ];
  const address = new URLSearchParams(asked.map((question) => ['question', question]));
  const lines = (await (await ask(`/api/answers?${address}`)).text()).trim().split('\n').sort();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { question: 0, answer: {} },
    { question: 1, problem: { status: 403, detail: expect.stringContaining('not by unit') } },
    { question: 2, answer: {} },
  ]);
});

test('totals of the city are told to whoever sees it', async () => {
  const personOf: AppOptions['personOf'] = (request) => {
    const who = request.get('x-who');
    if (who === 'nobody') throw new NotSignedIn();
    if (who === 'administrator') return { ...anyone, scope: null };
    return { ...anyone, scope: who === 'official' ? scopedTo(['north']) : anyone.scope };
  };
  const { ask } = await served({}, { personOf });
  const told = async (who: string, path: string) => {
    const response = await ask(path, { headers: { 'x-who': who } });
    const { appeals, first_day, as_of } = (await response.json()) as Record<string, unknown>;
    return [response.status, appeals, first_day, as_of === null];
  };
  expect(await told('leader', '/api/health')).toEqual([200, 36_000, '2022-01-01', false]);
  expect(await told('official', '/api/health')).toEqual([200, null, '2022-01-01', false]);
  expect(await told('leader', '/api/meta')).toEqual([200, 36_000, '2022-01-01', false]);
  expect(await told('official', '/api/meta')).toEqual([200, null, '2022-01-01', false]);
  expect(await told('administrator', '/api/meta')).toEqual([200, 0, null, true]);
  expect((await told('nobody', '/api/meta'))[0]).toBe(401);
});
