import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('injection');
  await riverton.load([fileURLToPath(new URL('../fixtures/riverton-story.csv', import.meta.url))]);
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const hostile = [
  `'; DROP TABLE appeal; --`,
  `") union all select file('/etc/passwd') --`,
  `appeals FROM appeal) SETTINGS readonly=0 --`,
  '`x`',
  '{p0:String}',
  `\\' OR 1=1 --`,
  '__proto__',
  '\u0000',
  '%',
  '../../etc/passwd',
];

const innocent = (body: string) => {
  expect(body).not.toMatch(/SELECT|DB::Exception|root:|\bat .*\.ts:|generation IN/);
};

/** What the whole database says must not change, whatever was sent. */
const unharmed = async () => expect((await server.query('metrics=appeals')).rows).toEqual([{ appeals: 30 }]);

describe.each(['metrics', 'by', 'order', 'limit', 'resolution', 'compare', 'from', 'to', 'without_regimes'])(
  'the parameter %s of a question',
  (parameter) => {
    test.each(hostile)('refuses %j and says what would be right', async (text) => {
      const others = new URLSearchParams({ metrics: 'appeals', by: 'district' });
      others.set(parameter, text);
      const response = await server.fetch(`/api/query?${others}`);
      const body = await response.text();
      innocent(body);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        400,
        expect.stringContaining('application/problem+json'),
      ]);
      expect(JSON.parse(body)).toMatchObject({ status: 400, parameter: expect.any(String) });
    });
  },
);

const judgements = {
  hotspots: ['level', 'resolution', 'step', 'measure', 'expected', 'format', 'from', 'to', 'without_regimes'],
  trend: ['metric', 'grain', 'horizon', 'regimes', 'from', 'to', 'without_regimes'],
  clusters: [
    'level',
    'resolution',
    'step',
    'longest',
    'widest',
    'replications',
    'alive',
    'limit',
    'from',
    'to',
  ],
  alarms: ['as_of', 'watch', 'level', 'limit'],
} as const;

describe.each(Object.entries(judgements))('/api/%s', (name, parameters) => {
  test.each(hostile)(
    'refuses %j as any of its parameters, and takes it for a value in where',
    async (text) => {
      for (const parameter of parameters) {
        const response = await server.fetch(`/api/${name}?${new URLSearchParams({ [parameter]: text })}`);
        const body = await response.text();
        innocent(body);
        expect(response.status, parameter).toBe(400);
        expect(JSON.parse(body)).toMatchObject({ status: 400, parameter });
      }
      const where = `topic1:${text.replace(/[\\,]/g, '\\$&')}`;
      const response = await server.fetch(`/api/${name}?${new URLSearchParams({ where })}`);
      innocent(await response.text());
      expect(response.status).toBe(200);
      await unharmed();
    },
  );
});

test.each(hostile)('an unknown parameter, dimension or path called %j is refused', async (text) => {
  for (const path of [
    `/api/query?metrics=appeals&${encodeURIComponent(text)}=1`,
    `/api/query?metrics=appeals&where=${encodeURIComponent(`${text}:x`)}`,
    `/api/${encodeURIComponent(text)}`,
  ]) {
    const response = await server.fetch(path);
    innocent(await response.text());
    expect([400, 404]).toContain(response.status);
  }
});

test.each(hostile)('%j as a value is only ever a value', async (text) => {
  for (const dimension of ['district', 'topic1', 'unit', 'excluded_reason', 'topic3']) {
    const where = encodeURIComponent(`${dimension}:${text.replace(/[\\,]/g, '\\$&')}`);
    expect((await server.query(`metrics=appeals&where=${where}`)).rows).toEqual([{ appeals: 0 }]);
  }
  const where = (dimension: string) => `${dimension}:${text.replace(/[\\,]/g, '\\$&')}`;
  const together = [
    new URLSearchParams({ metrics: 'appeals', by: 'topic1', where: where('district') }),
    new URLSearchParams({ metrics: 'appeals', by: 'district', where: where('topic1') }),
  ].map((question) => ['question', String(question)]);
  const answers = await (await server.fetch(`/api/answers?${new URLSearchParams(together)}`)).text();
  expect(answers.match(/"rows":\[\]/g)).toHaveLength(2);
  for (const path of [
    `/api/appeals?q=${encodeURIComponent(text)}`,
    `/api/appeals?id=${encodeURIComponent(text)}`,
    `/api/export?format=ndjson&q=${encodeURIComponent(text)}`,
    `/api/export?format=parquet&q=${encodeURIComponent(text)}`,
    `/api/export/about?q=${encodeURIComponent(text)}`,
    `/api/query?metrics=appeals&by=month&q=${encodeURIComponent(text)}`,
    `/api/export?format=xlsx&where=${encodeURIComponent(`unit:${text.replace(/[\\,]/g, '\\$&')}`)}`,
  ]) {
    const response = await server.fetch(path);
    expect(response.status).toBeLessThan(500);
    innocent((await response.text()).replace(/=HYPERLINK.*/, ''));
  }
  await unharmed();
});

test.each(hostile)('%j as cursor, page size, format or level is refused', async (text) => {
  const sent = encodeURIComponent(text);
  for (const path of [
    `/api/appeals?cursor=${sent}`,
    `/api/appeals?limit=${sent}`,
    `/api/export?format=${sent}`,
    `/api/export/about?format=${sent}`,
    `/api/areas?level=${sent}`,
    `/api/answers?question=${sent}`,
  ]) {
    const response = await server.fetch(path);
    innocent(await response.text());
    expect(response.status).toBe(400);
  }
});

test('hostile columns, words and file names of a file stay text', async () => {
  const columns = [...hostile.filter((text) => text !== '\u0000'), `'x'`, '`); DROP TABLE appeal'];
  const quoted = columns.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
  const csv = riverton.file(
    `it's; DROP TABLE appeal; --.csv`,
    `id,received,text,${quoted}\nevil-1,2023-05-01 10:00:00,${quoted.split(',')[0]},${quoted}\n`,
  );
  expect((await riverton.load([csv])).added).toBe(1);
  const json = riverton.file(
    'evil.ndjson',
    `${JSON.stringify({ id: 'evil-2', received: '2023-05-01 10:00:00', text: hostile[1], ...Object.fromEntries(columns.map((name) => [name, name])) })}\n`,
  );
  expect((await riverton.load([json])).added).toBe(1);
  const { body } = await riverton.database.bytes({
    sql: "SELECT 'evil-3' AS id, toDateTime('2023-05-01 00:00:00') AS received, 1 AS `a\\`'); DROP TABLE appeal; --` FORMAT Parquet",
  });
  expect((await riverton.load([riverton.file('evil.parquet', body)])).added).toBe(1);
  expect(await riverton.value("SELECT count() FROM appeal WHERE id LIKE 'evil-%'")).toBe(3);
  expect(await riverton.value("SELECT text FROM appeal WHERE id = 'evil-1'")).toBe(hostile[0]);
}, 400_000);
