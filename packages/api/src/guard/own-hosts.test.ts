import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../testing/serve.ts';

const dashboard = mkdtempSync(join(tmpdir(), 'hotline-atlas-hosts-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  writeFileSync(join(dashboard, 'index.html'), 'the page');
  server = await serve({}, { dashboard, hosts: ['0.0.0.0', 'atlas.example', '[::2]:81', '10.0.0.5:8080'] });
});
afterAll(async () => {
  await server.close();
  rmSync(dashboard, { recursive: true });
});

/** As a browser asks whose name leads here: fetch would set the host itself. */
const ask = (headers: Record<string, string>, path = '/api/health', method = 'GET') =>
  new Promise<{ status: number; body: string; policy: unknown }>((resolve, reject) => {
    const asked = request({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          policy: response.headers['content-security-policy'],
        }),
      );
    });
    asked.once('error', reject).end();
  });

test.each([
  ['localhost', 200],
  ['LOCALHOST:8080', 200],
  ['127.0.0.1:1', 200],
  ['[::1]:8080', 200],
  ['atlas.example', 200],
  ['atlas.example:443', 200],
  ['[::2]:81', 200],
  ['10.0.0.5:8080', 200],
  ['10.0.0.5', 421],
  ['[::2]:82', 421],
  ['evil.example', 421],
  ['evil.example:8080', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['evil.example@localhost', 421],
  ['0.0.0.0', 421],
])('the host %j answers %i, the API and the page alike', async (host, status) => {
  for (const path of ['/api/health', '/', '/assets/x.js', '/api/export'])
    expect((await ask({ Host: host }, path)).status === 421, path).toBe(status === 421);
});

test('who is refused for the host learns what to set, and nothing of the data', async () => {
  const { status, body, policy } = await ask({ Host: 'evil.example:8080' });
  expect([status, policy]).toEqual([421, expect.stringContaining("default-src 'self'")]);
  expect(JSON.parse(body)).toMatchObject({
    status: 421,
    detail: expect.stringContaining('ALLOWED_HOSTS=evil.example'),
  });
  expect(body).not.toContain('appeals');
});

const own = { Host: 'localhost:8080' };
const navigation = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

test.each([
  ['a page of its own', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' }, 200],
  ['its own origin', { Origin: 'http://localhost:8080' }, 200],
  ['its own origin behind a proxy', { Origin: 'https://atlas.example' }, 200],
  ['an address that was typed', { 'Sec-Fetch-Site': 'none', ...navigation }, 200],
  ['a link on another site', { 'Sec-Fetch-Site': 'cross-site', ...navigation }, 200],
  [
    'a frame on another site',
    { 'Sec-Fetch-Site': 'cross-site', ...navigation, 'Sec-Fetch-Dest': 'iframe' },
    403,
  ],
  ['a script of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
  ['a page on another port', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:3000' }, 403],
  ['another origin', { Origin: 'https://evil.example' }, 403],
  ['no origin that is told', { Origin: 'null' }, 403],
  ['an origin that ends alike', { Origin: 'https://evil.localhost:8080' }, 403],
  ['an origin that ends in one', { Origin: 'http://evil.example://localhost:8080' }, 403],
])('%s is answered %#', async (_who, headers, status) => {
  expect((await ask({ ...own, ...headers })).status).toBe(status);
  expect((await ask({ ...own, ...headers }, '/')).status).toBe(status);
});
