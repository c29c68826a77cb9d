import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { serve } from '../../testing/serve.ts';
import type { AppOptions } from '../app.ts';

const sockets: Socket[] = [];
let close = async () => undefined as unknown;
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await close();
});

const chunk = Buffer.alloc(65_536, 'x');
/** More than the buffers of both sides hold. */
const large = 1000;

function* records(chunks: number) {
  for (let sent = 0; sent < chunks; sent++) yield chunk;
}

/** An API whose first exports are large and whose others are small. */
async function served(options: Partial<AppOptions>, largeOnes: number) {
  let begun = 0;
  const stream = async () => {
    begun += 1;
    return Readable.from(records(begun > largeOnes ? 1 : large), { objectMode: false });
  };
  const server = await serve({ stream }, options);
  close = server.close;
  return server;
}

/** Asks for an export and reads nothing of it. */
function download(port: number): Socket {
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('GET /api/export?format=ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  );
  socket.on('error', () => undefined).pause();
  sockets.push(socket);
  return socket;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 20_000; waited += 10) await setTimeout(10);
  expect(isSo()).toBe(true);
}

const outcomes = (logged: readonly Record<string, unknown>[]) =>
  logged.filter(({ event }) => event === 'export').map(({ outcome }) => outcome);

test('an export nobody takes is ended', async () => {
  const { port, logged } = await served({ stalled: 100 }, 1);
  download(port);
  await until(() => outcomes(logged).length > 0);
  expect(outcomes(logged)).toEqual(['cancelled']);
});

test('an answer that is still worked out is not ended, whatever its connection says', async () => {
  let answer = (_rows: object[]) => {};
  const rows = () =>
    new Promise<object[]>((resolve) => {
      answer = resolve;
    });
  const server = await serve({ rows }, { stalled: 10 });
  close = server.close;
  const asked = server.ask('/api/query?metrics=appeals');
  await setTimeout(100);
  answer([]);
  expect((await asked).status).toBe(200);
});

test('two exports that stand still do not keep others from theirs', async () => {
  const { ask, port } = await served({ exports: { slow: 50 } }, 2);
  download(port);
  download(port);
  await setTimeout(100);
  const other = await ask('/api/export?format=ndjson');
  expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, chunk.length]);
});

test('where there is no room, an export is refused soon, with a time to ask again', async () => {
  const { ask, port } = await served({ exports: { running: 1, slow: 60_000, patience: 50 } }, 1);
  download(port);
  await setTimeout(100);
  const other = await ask('/api/export?format=ndjson');
  expect([other.status, other.headers.get('retry-after')]).toEqual([503, '30']);
});
