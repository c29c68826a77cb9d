import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server for tests. */
export interface TestServer {
  /** Its address as a superuser, without a database behind it. */
  url: string;
  close(): Promise<void>;
}

const installed = '/usr/lib/postgresql';

/** Where Debian's packages put the programs of the newest PostgreSQL; null where there is none. */
function findPrograms(): string | null {
  if (!existsSync(installed)) return null;
  const [newest] = readdirSync(installed).sort((one, other) => Number(other) - Number(one));
  const programs = join(installed, newest ?? '', 'bin');
  return Number(newest) >= 15 && existsSync(join(programs, 'initdb')) ? programs : null;
}

const programs = findPrograms();

/** Whether tests can have a PostgreSQL server: that of `TEST_STORE_URL`, or one of their own. */
export const hasTestServer = process.env.TEST_STORE_URL !== undefined || programs !== null;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** PostgreSQL refuses to run as root; then it runs as the user its package made. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: number('-u'), gid: number('-g') };
}

async function untilAnswered(url: string): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const client = new pg.Client({ connectionString: `${url}/postgres` });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (waited > 30_000) throw error;
      await setTimeout(50);
    }
  }
}

/** Starts a server on loopback, in a folder of its own. */
async function startServer(): Promise<TestServer> {
  if (programs === null) throw new Error(`no PostgreSQL in ${installed}`);
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-postgres-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const asUser = user ?? {};
  spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'atlas', '-A', 'trust', '-E', 'UTF8', '-N'], {
    cwd: folder,
    ...asUser,
  });
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=50'],
    { cwd: folder, stdio: 'ignore', ...asUser },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const url = `postgres://atlas@127.0.0.1:${port}`;
  await untilAnswered(url);
  return {
    url,
    close: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server of `TEST_STORE_URL`, or one that is started. */
export const testServer = async (): Promise<TestServer> => {
  const url = process.env.TEST_STORE_URL;
  return url ? { url: url.replace(/\/$/, ''), close: async () => undefined } : startServer();
};
