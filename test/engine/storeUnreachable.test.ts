import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Problem } from '@hotline-atlas/model';
import * as wire from '@hotline-atlas/model/wire';
import { openStore, type Store } from '@hotline-atlas/store';
import { openTestStore, storeKinds, type TestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

/** A way to a server that can be cut. */
async function cuttable(port: number) {
  const sockets = new Set<Socket>();
  let server: Server;
  const listen = (own: number) =>
    new Promise<number>((resolve) => {
      server = createServer((client) => {
        const behind = connect(port, '127.0.0.1');
        for (const socket of [client, behind]) {
          sockets.add(socket.on('error', () => undefined));
          socket.on('close', () => [client, behind].map((one) => one.destroy()));
        }
        client.pipe(behind).pipe(client);
      }).listen(own, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  const own = await listen(0);
  return {
    port: own,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    mend: () => listen(own),
  };
}

describe.skipIf(!storeKinds.includes('PostgreSQL'))(
  'while the PostgreSQL of the store does not answer',
  () => {
    let riverton: Riverton;
    let behind: TestStore;
    let way: Awaited<ReturnType<typeof cuttable>>;
    let store: Store;
    let server: AtlasServer;
    beforeAll(async () => {
      riverton = await openRiverton('store_unreachable');
      behind = await openTestStore('PostgreSQL');
      const url = new URL(behind.place.url ?? '');
      way = await cuttable(Number(url.port));
      url.port = String(way.port);
      store = openStore({ ...behind.place, url: url.href });
      server = await serveRiverton(riverton, { store });
    });
    afterAll(async () => {
      await server.close();
      await store.close();
      way.cut();
      await behind.close();
      await riverton.close();
    });

    test('what is kept answers 503 and comes back by itself, and reading goes on', async () => {
      expect((await server.fetch('/api/views')).status).toBe(200);
      way.cut();
      const refused = await server.fetch('/api/views');
      expect([refused.status, Number(refused.headers.get('Retry-After'))]).toEqual([503, expect.any(Number)]);
      const problem = (await refused.json()) as Problem;
      expect(wire.problem.parse(problem)).toEqual(problem);
      expect(problem.type).toBe('urn:hotline-atlas:problem:store-unreachable');
      expect(JSON.stringify(problem)).not.toContain(String(way.port));
      expect((await server.fetch('/api/meta')).status).toBe(200);
      expect((await server.fetch('/l/abcdefghijklmnopqrstuv')).status).toBe(503);
      await way.mend();
      expect((await server.fetch('/api/views')).status).toBe(200);
    });
  },
);
