import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: Listening;
let folder: string;
const logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  riverton = await openRiverton('hostile_requests');
  await riverton.load([fileURLToPath(new URL('../fixtures/riverton-story.csv', import.meta.url))]);
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-hostile-'));
  const dashboard = join(folder, 'dist');
  mkdirSync(join(dashboard, 'assets'), { recursive: true });
  mkdirSync(join(dashboard, '.building-x'));
  writeFileSync(join(folder, 'secret.txt'), 'the secret');
  writeFileSync(join(dashboard, '.built.json'), 'the secret');
  writeFileSync(join(dashboard, '.building-x', 'index.html'), 'the secret');
  writeFileSync(join(dashboard, 'index.html'), 'the page');
  const { database, city } = riverton;
  const log = (entry: Record<string, unknown>) => logged.push(entry);
  server = await listen(createApp({ database, city, dashboard, log }), 0);
});
afterAll(async () => {
  await server.close(0);
  rmSync(folder, { recursive: true });
  await riverton.close();
});

/** Sends bytes as they are and reads until the server ends the connection. */
async function send(head: string, headers: readonly string[] = ['Host: localhost']) {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`${[head, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  const answer = await text(socket);
  expect(answer).not.toMatch(/the secret|SELECT|DB::Exception|\bat .*\.ts:|node_modules|generation IN/);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0), answer };
}
const get = (path: string) => send(`GET ${path} HTTP/1.1`);

const query = '/api/query?metrics=appeals';
const everyDimension =
  'district,subdistrict,topic1,topic2,topic3,unit,channel,kind,appellant,urgency,status,hour_of_day,day_of_week,cell';
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('whatever is asked, nothing fails on the server', () => {
  test.each([
    `${query}&metrics[]=appeals`,
    `${query}&where[$ne]=x`,
    `${query}&__proto__=1`,
    `${query}&__proto__[limit]=1`,
    `${query}&constructor=1&toString=2`,
    `${query}&where=__proto__:x`,
    `${query}&where=constructor:x`,
    `${query}&by=hasOwnProperty`,
    `${query}&order=-constructor`,
    `${query}&without_regimes=__proto__`,
    `${query}&where=topic1:%ED%A0%80`,
    `${query}&where=topic1:%00,%FF`,
    `${query}&where=cell:88fffffffffffff`,
    `${query}&where=cell:87aaaaaaaaaaaaa,8a0000000000000`,
    `${query}&by=cell&where=cell:8affffffffffffe`,
    `${query}&by=hour&from=1971-01-01&to=2105-12-31`,
    `${query}&by=${everyDimension}&compare=year`,
    `${query}&limit=99999999999999999999`,
    `${query}&q=%22%22%22`,
    `${query}&q=${'a%20'.repeat(99)}`,
    `${query}&${'where=topic1:a&'.repeat(500)}`,
    `${query}&where=topic1:${'a,'.repeat(3800)}`,
    `${query}&x=${'y'.repeat(9000)}`,
    `/api/answers?${'question=metrics%3Dappeals&'.repeat(33)}`,
    `/api/answers?question=__proto__%3D1`,
    `/api/answers?question=question%3Dquestion`,
    `/api/appeals?cursor=${cursor([1, '\ud800'])}`,
    `/api/appeals?cursor=${cursor([1, '\u0000'])}`,
    `/api/appeals?cursor=${cursor([-1, ''])}`,
    `/api/appeals?cursor=${cursor({ __proto__: 1 })}`,
    `/api/appeals?cursor=${cursor([1e99, ''])}`,
    `/api/appeals?id=%00`,
    `/api/appeals?q=1%00`,
    `/api/appeals?q=%EF%BC%91%ED%A0%80`,
    '/api/areas?level=__proto__',
    '/api/areas?level=constructor',
    '/api/export?format=__proto__',
    '/api/export?format=constructor',
    '/api/hotspots?level=constructor',
    '/api/trend?metric=__proto__',
    '/api/alarms?watch=constructor',
    '/api/%zz',
    '/api/..%2f..%2fsecret.txt',
    '/api//query?metrics=appeals',
    '//evil.example/api/query?metrics=appeals',
    'http://evil.example/api/meta',
    'http://[/api/query?metrics=appeals',
    'http://a:b@[::1]:99999/api/query?metrics=appeals',
    '/api/query?metrics=appeals#fragment',
    '*',
    '?',
    '\\\\evil',
  ])('GET %s', async (path) => {
    const { status } = await get(path);
    expect([status, logged.splice(0)]).toEqual([
      expect.toSatisfy((code: number) => code >= 200 && code < 500),
      [],
    ]);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW'])(
    '%s',
    async (method) => {
      const { status, answer } = await send(`${method} ${query} HTTP/1.1`, [
        'Host: localhost',
        'X-HTTP-Method-Override: GET',
      ]);
      expect([400, 405]).toContain(status);
      expect(answer).not.toMatch(/Access-Control-Allow/i);
    },
  );

  test.each([
    ['a header beyond all bounds', ['Host: localhost', `Cookie: ${'x'.repeat(20_000)}`]],
    ['two hosts', ['Host: localhost', 'Host: evil.example']],
    ['no host', []],
    ['a host with a path', ['Host: localhost/evil']],
    ['validators by the hundred', ['Host: localhost', `If-None-Match: ${'"x", '.repeat(2000)}`]],
    ['a body', ['Host: localhost', 'Content-Length: 5', '', 'hello']],
    ['a media type that is none', ['Host: localhost', 'Accept: ;;;,,,q=']],
    ['forwarded names', ['Host: localhost', 'X-Forwarded-Host: evil.example', 'X-Forwarded-For: ::1']],
  ])('%s', async (_what, headers) => {
    const { status, answer } = await send(`GET ${query} HTTP/1.1`, headers);
    expect([200, 400, 421, 431]).toContain(status);
    expect(answer).not.toContain('evil.example');
    expect(logged.splice(0)).toEqual([]);
  });
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets//..//..//secret.txt',
  '/assets/%00',
  '/assets/%zz',
  '/.built.json',
  '/%2ebuilt.json',
  '/.building-x/index.html',
  '/index.html/../.built.json',
])('%s leads to no file but those of the dashboard', async (path) => {
  expect((await get(path)).status).toBeLessThan(500);
});

test('the engine answers nobody who has not its secret, whatever a page makes of its port', async () => {
  const notice = readFileSync(join(inject('dataDir'), 'engine.json'), 'utf8');
  const { httpPort, secret } = JSON.parse(notice) as { httpPort: number; secret: string };
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${httpPort}${path}`, init);
    return { status: response.status, body: await response.text(), headers: response.headers };
  };
  const sum = 'SELECT 61728394 + 61728395';
  const asked = `?query=${encodeURIComponent(sum)}`;
  for (const path of [
    '/',
    `/${asked}`,
    `/${asked}&user=default`,
    '/ping',
    '/play',
    '/dashboard',
    '/metrics',
    '/replicas_status',
  ])
    for (const init of [{}, { method: 'POST', body: sum }, { headers: { 'X-Atlas-Key': 'x' } }]) {
      const { status, body, headers } = await ask(path, init);
      expect([status, headers.get('access-control-allow-origin')], path).toEqual([404, null]);
      expect(body).not.toMatch(/123456789|<html/);
    }
  const withSecret = await ask(`/${asked}`, { headers: { 'X-Atlas-Key': secret } });
  expect(withSecret.body.trim()).toBe('123456789');
});
