import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { anyone } from '@hotline-atlas/access';
import { DatabaseError, type DatabaseErrorKind, type Statement } from '@hotline-atlas/clickhouse';
import { publication, scopedTo } from '@hotline-atlas/query/testing';
import { afterEach, expect, test } from 'vitest';
import { type Answers, serve } from '../testing/serve.ts';
import type { AppOptions } from './app.ts';

let close = async () => undefined as unknown;
afterEach(() => close());

async function served(answers: Answers = {}, options: Partial<AppOptions> = {}) {
  const server = await serve(answers, options);
  close = server.close;
  return server;
}

const failure = (kind: DatabaseErrorKind) =>
  new DatabaseError('DB::Exception: secret', { kind, code: 241, queryId: 'q-1', sql: 'SELECT secret' });

test('a wrong name is told with what was sent and the nearest that exist', async () => {
  const { ask } = await served();
  const response = await ask('/api/query?metrics=apeals');
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ parameter: 'metrics', sent: 'apeals', nearest: ['appeals'] });
});

test.each([
  ['too_heavy', 422, 'Narrow it'],
  ['busy', 503, 'again'],
  ['unreachable', 503, 'again'],
  ['invalid', 500, 'log'],
] as const)('a database that is %s answers %i; the cause stays in the log', async (kind, status, advice) => {
  const { ask, logged } = await served({ rows: () => Promise.reject(failure(kind)) });
  const response = await ask('/api/query?metrics=appeals&q=smith');
  const body = await response.text();
  expect(response.status).toBe(status);
  expect(body).toContain(advice);
  expect(body).not.toMatch(/secret|SELECT|DB::Exception|\.ts/);
  expect(logged).toMatchObject([{ event: 'problem', status, query_id: 'q-1', sql: 'SELECT secret' }]);
  expect(JSON.stringify(logged)).not.toContain('smith');
});

test('a problem is never kept, nor taken for the answer that could not be given', async () => {
  const { ask } = await served({ rows: () => Promise.reject(failure('unreachable')) });
  const { status, headers } = await ask('/api/ripeness');
  expect([status, headers.get('cache-control')]).toEqual([503, 'no-store']);
  expect(headers.get('etag') ?? 'W/').toMatch(/^W\//);
});

test('unknown addresses and other methods are problems too', async () => {
  const { ask } = await served();
  expect((await ask('/api/quer')).status).toBe(404);
  const posted = await ask('/api/query', { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect((await ask('/api/export', { method: 'HEAD' })).status).toBe(405);
  expect((await ask('/api/%zz')).status).toBeLessThan(500);
  const page = await ask('/', { method: 'DELETE' });
  expect([page.status, page.headers.get('content-type')]).toEqual([
    405,
    'application/problem+json; charset=utf-8',
  ]);
});

test('answers keep browsers from guessing, framing and running foreign scripts', async () => {
  const { ask } = await served();
  const { headers } = await ask('/api/health');
  expect(headers.get('content-security-policy')).toContain("worker-src 'self' blob:");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.has('x-powered-by')).toBe(false);
});

test('more questions than fit are turned away', async () => {
  const slow = { rows: () => setTimeout(300, []) };
  const { ask } = await served(slow, { questions: { running: 1, waiting: 1 } });
  const statuses = await Promise.all(
    ['day', 'week', 'month'].map(async (by) => (await ask(`/api/query?metrics=appeals&by=${by}`)).status),
  );
  expect(statuses.sort()).toEqual([200, 200, 503]);
});

const linesOf = async (response: Response) =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .sort((a, b) => Number(a.question) - Number(b.question));

const together = (...questions: string[]) =>
  `/api/answers?${new URLSearchParams(questions.map((question) => ['question', question]))}`;

test('questions asked together are answered in a line each, failures too', async () => {
  const { ask, logged } = await served({
    rows: ({ sql }) => (/toMonday/.test(sql) ? Promise.reject(failure('too_heavy')) : Promise.resolve([])),
  });
  const days = 'from=2024-01-01&to=2024-03-01';
  const response = await ask(together(`metrics=appeals&${days}`, `metrics=appeals&by=week&${days}`));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  expect(await linesOf(response)).toMatchObject([
    { question: 0, answer: { meta: { as_of: { version: 7 } } } },
    { question: 1, problem: { status: 422, title: 'The question is too heavy' } },
  ]);
  expect(logged).toMatchObject([{ event: 'problem', status: 422 }]);
});

test('a wrong question, none or too many are told before any is answered', async () => {
  const { ask } = await served();
  const wrong = await ask(together('metrics=appeals', 'metrics=apeals'));
  expect([wrong.status, await wrong.json()]).toMatchObject([400, { sent: 'apeals' }]);
  expect((await ask('/api/answers')).status).toBe(400);
  expect((await ask(together(...Array.from({ length: 33 }, () => 'metrics=appeals')))).status).toBe(400);
});

test('before there is data, questions asked together are asked to wait', async () => {
  const { ask } = await served({ publication: null });
  expect((await ask(together('metrics=appeals'))).status).toBe(503);
});

test('who leaves takes the question along', async () => {
  let aborted = false;
  const { ask, logged } = await served({
    rows: async ({ signal }) => {
      await setTimeout(5000, undefined, signal && { signal }).catch(() => {
        aborted = true;
        throw failure('cancelled');
      });
      return [];
    },
  });
  await expect(ask('/api/query?metrics=appeals', { signal: AbortSignal.timeout(200) })).rejects.toThrow();
  await expect.poll(() => aborted).toBe(true);
  expect(logged).toEqual([]);
});

test.each(['csv', 'xlsx'])(
  'an export as %s that fails midway breaks off instead of ending',
  async (format) => {
    async function* half() {
      yield Buffer.alloc(100_000, 'x');
      await setTimeout(50);
      throw failure('too_heavy');
    }
    const { ask, logged } = await served({
      stream: async () => Readable.from(half(), { objectMode: false }),
    });
    const response = await ask(`/api/export?from=2024-01-01&to=2024-02-01&format=${format}`);
    expect(response.headers.get('content-disposition')).toContain(`story_2024-01_v7.${format}`);
    await expect(response.text()).rejects.toThrow();
    expect(logged).toMatchObject([
      { event: 'export', outcome: 'failed', query_id: 'q-1' },
      { event: 'problem' },
    ]);
  },
);

test('more records than a sheet holds are refused, and told how many', async () => {
  const { ask } = await served({ rows: async () => [{ appeals: 1_048_576 }] });
  const response = await ask('/api/export?format=xlsx');
  expect(response.status).toBe(422);
  expect(((await response.json()) as { detail: string }).detail).toMatch(/1048576 are selected.*csv/);
});

test('an export is logged with who asked for what', async () => {
  const { ask, logged } = await served({
    stream: async () => Readable.from([Buffer.from('id\n')], { objectMode: false }),
  });
  expect(await (await ask('/api/export?where=district:north&q=heating')).text()).toBe('id\n');
  expect(logged).toMatchObject([
    {
      event: 'export',
      outcome: 'complete',
      bytes: 3,
      asked: expect.stringMatching(/^where=district%3Anorth&words=[\w-]{22}$/),
      scope: {},
    },
  ]);
});

test('a file leads to its description, unless its headers would be longer than programs read', async () => {
  const { ask } = await served({ stream: async () => Readable.from(['id\n'], { objectMode: false }) });
  const linked = async (units: number) => {
    const many = Array.from({ length: units }, (_, at) => `unit-number-${at}`).join(',');
    const response = await ask(`/api/export?format=ndjson&where=unit:${many}`);
    expect(response.status).toBe(200);
    return response.headers.get('link');
  };
  expect(await linked(2)).toBe(
    '</api/export/about?where=unit%3Aunit-number-0%2Cunit-number-1&format=ndjson>; rel="describedby"; type="application/csvm+json"',
  );
  expect(await linked(400)).toBeNull();
});

test('who may not see texts gets none, and may not search them', async () => {
  let sql = '';
  const rows = async (statement: { sql: string }) => {
    sql = statement.sql;
    return [];
  };
  const { ask } = await served(
    { rows },
    { personOf: () => ({ ...anyone, scope: scopedTo(['north'], { texts: false }) }) },
  );
  const page = (await (await ask('/api/appeals')).json()) as { meta: { columns: string[] } };
  expect(page.meta.columns).not.toEqual(expect.arrayContaining(['text']));
  expect(sql).not.toMatch(/source\.(text|reply|address)/);
  expect(sql).toContain('source.district = {scope_0:String}');
  expect((await ask('/api/appeals?q=heating')).status).toBe(403);
  expect((await ask('/api/export?q=heating')).status).toBe(403);
});

test('boundaries are kept by browsers until they change', async () => {
  const { ask } = await served();
  const first = await ask('/api/areas?level=subdistrict');
  const tag = first.headers.get('etag') ?? '';
  expect(((await first.json()) as { features: object[] }).features).toHaveLength(3);
  expect((await ask('/api/areas?level=subdistrict', { headers: { 'If-None-Match': tag } })).status).toBe(304);
});

/** A server whose database counts its questions and answers them after a while. */
async function counting(options: Partial<AppOptions> = {}) {
  const state = { asked: 0, aborted: 0, publication: { ...publication } };
  const rows = async ({ signal }: Statement) => {
    state.asked += 1;
    await setTimeout(200, undefined, signal && { signal }).catch(() => {
      state.aborted += 1;
      throw failure('cancelled');
    });
    return [{ appeals: state.asked }];
  };
  const server = await served(
    {
      rows,
      get publication() {
        return state.publication;
      },
    },
    options,
  );
  return { state, ask: server.ask };
}

test('the same question asked by many is worked out once, however it is written', async () => {
  const { state, ask } = await counting();
  const asked = ['where=channel:phone,web&where=topic1:a', 'where=topic1:a&where=channel:web,phone'];
  const bodies = await Promise.all(
    asked.map(async (where) => (await ask(`/api/query?metrics=appeals&${where}`)).text()),
  );
  expect([new Set(bodies).size, state.asked]).toEqual([1, 1]);
  await ask('/api/query?metrics=appeals&where=topic1:a');
  expect(state.asked).toBe(2);
});

test('who leaves does not take along what others wait for', async () => {
  const { state, ask } = await counting();
  const stays = ask('/api/query?metrics=appeals');
  await expect(ask('/api/query?metrics=appeals', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  expect((await stays).status).toBe(200);
  expect(state).toMatchObject({ asked: 1, aborted: 0 });
});

test('an answer that is held is not sent again, until a load is published', async () => {
  const { state, ask } = await counting();
  const address = '/api/query?metrics=appeals';
  const tag = (await ask(address)).headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  const again = await ask(address, { headers: { 'If-None-Match': tag } });
  expect([again.status, await again.text(), state.asked]).toEqual([304, '', 1]);
  state.publication = { ...publication, version: 8 };
  await setTimeout(300);
  const newer = await ask(address, { headers: { 'If-None-Match': tag } });
  expect([newer.status, await newer.json()]).toMatchObject([
    200,
    { meta: { as_of: { version: 8 } }, rows: [{ appeals: 2 }] },
  ]);
});

test('two scopes never share an answer', async () => {
  const { state, ask } = await counting({
    personOf: (request) => ({ ...anyone, scope: scopedTo([request.get('x-district') ?? '']) }),
  });
  const tags = await Promise.all(
    ['north', 'south'].map(async (district) =>
      (await ask('/api/query?metrics=appeals', { headers: { 'x-district': district } })).headers.get('etag'),
    ),
  );
  expect([new Set(tags).size, state.asked]).toEqual([2, 2]);
});

test('who measures gets an answer worked out anew', async () => {
  const { state, ask } = await counting();
  for (const _ of [1, 2])
    await ask('/api/query?metrics=appeals', { headers: { 'Cache-Control': 'no-store' } });
  expect(state.asked).toBe(2);
});
