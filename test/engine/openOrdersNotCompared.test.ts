import type { Problem } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton } from '../judged-riverton.ts';

let judged: JudgedRiverton;
beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

/** What chooses appeals without comparing them; a backlog says itself why it takes no due state. */
const uncompared = ['/api/appeals', '/api/backlog', '/api/export', '/api/export/about', '/api/query'];

/** The part of the description of the API that says which addresses take filters. */
interface Described {
  paths: Record<string, { get?: { parameters?: { name: string }[] } }>;
}

/** Every address that judges what it selects: of the description, so that none is forgotten. */
async function judging(): Promise<string[]> {
  const { paths } = await judged.server.json<Described>('/api/openapi.json');
  return Object.entries(paths)
    .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === 'where'))
    .map(([path]) => path)
    .filter((path) => !uncompared.includes(path));
}

const refused = 'due_state:open|due_state:!closed|due_state:overdue|status:reopened|status:!closed'.split(
  '|',
);

test('nothing that judges takes open orders: of earlier periods they have no counterpart', async () => {
  const paths = await judging();
  expect(paths.length).toBeGreaterThanOrEqual(10);
  for (const path of paths)
    for (const where of refused) {
      const answer = await judged.server.fetch(`${path}?where=topic1:housing&where=${where}`);
      const problem = (await answer.json()) as Problem;
      expect([answer.status, problem.detail], path).toEqual([400, expect.stringContaining('/api/backlog')]);
      expect(problem.detail, path).toContain(where);
    }
});

test('a question is refused in the same words where it is compared, and answered where it is not', async () => {
  for (const where of refused) {
    const asked = `/api/query?metrics=appeals&where=${where}`;
    expect((await judged.server.fetch(asked)).status, where).toBe(200);
    const answer = await judged.server.fetch(`${asked}&compare=year`);
    expect([answer.status, await answer.text()], where).toEqual([
      400,
      expect.stringContaining('/api/backlog'),
    ]);
  }
});

test('orders that are closed are compared, by whatever their status says', async () => {
  for (const where of ['status:closed', 'status:closed,in_progress', 'status:!received'])
    for (const path of ['query?metrics=appeals&compare=year', 'trend?metric=appeals'])
      expect((await judged.server.fetch(`/api/${path}&where=${where}`)).status, path).toBe(200);
});
