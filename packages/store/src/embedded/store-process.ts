/**
 * The embedded store: PGlite in a process of its own, which serves PostgreSQL's protocol on a socket in the
 * data folder. It lives as long as somebody is connected, and ends by itself soon after the last one left.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { claimStore } from './claim-store.ts';
import { listenOnSocket } from './listen-on-socket.ts';
import { query } from './messages.ts';
import { serveSession } from './serve-session.ts';
import { exitCreated, exitInUse, removeNotice, storeFiles, writeNotice } from './store-files.ts';
import { closeTree, SyncedFolder, syncPath, syncTree } from './synced-folder.ts';

// Files of the store are closed to others by themselves, wherever they are copied to.
process.umask(0o077);

const [folder = ''] = process.argv.slice(2);
const files = storeFiles(folder);
const secondsWithoutClient = { atFirst: 30, later: 1 };
const betweenTidyings = 10 * 60_000;

const settings = {
  fsync: 'on',
  wal_sync_method: 'fsync',
  shared_buffers: '16MB',
  max_wal_size: '64MB',
  TimeZone: 'UTC',
};

/** The usual parameters, without the one (`-F`) that turns writing through off. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

const openEngine = (database: string): Promise<PGlite> =>
  PGlite.create({ fs: new SyncedFolder(database), startParams });

/** The PostgreSQL inside of PGlite; folders of another are not opened by it. */
const series = '18';

const seriesOf = (database: string): string => readFileSync(join(database, 'PG_VERSION'), 'utf8').trim();

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Makes an empty store beside its place first, so that one that is half made is never taken for one. */
async function create(): Promise<void> {
  const unfinished = `${files.database}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  await (await openEngine(unfinished)).close();
  if (seriesOf(unfinished) !== series) fail(`PGlite is of PostgreSQL ${seriesOf(unfinished)} by now`);
  syncTree(unfinished);
  renameSync(unfinished, files.database);
  syncPath(folder);
}

/** Calls `end` once nobody has been connected for a while. */
function endWhenLeft(server: Server, end: () => void): void {
  let connected = 0;
  let deadline = setTimeout(end, secondsWithoutClient.atFirst * 1000);
  server.on('connection', (socket) => {
    connected++;
    clearTimeout(deadline);
    socket.on('close', () => {
      connected--;
      if (connected === 0) deadline = setTimeout(end, secondsWithoutClient.later * 1000);
    });
  });
}

const release = await claimStore(folder, () => process.exit(1));
if (!release) process.exit(exitInUse);
if (!existsSync(files.database)) {
  await create();
  release();
  // Creating takes several times the memory of serving, and it is never given back.
  process.exit(exitCreated);
}

if (seriesOf(files.database) !== series)
  fail(
    `${files.database} was made by PostgreSQL ${seriesOf(files.database)}, this is ${series}: start the version of Hotline Atlas that made it, or move the folder away.`,
  );
closeTree(files.database, 'PG_VERSION');
const engine = await openEngine(files.database).catch((error) =>
  fail(`${files.database} cannot be opened: ${error}`),
);
const { rows } = await engine.query<{ server_version: string }>('SHOW server_version');
const execute = (messages: Uint8Array): Promise<Uint8Array> =>
  engine.execProtocolRaw(messages).catch((error) => fail(`The engine failed: ${inspect(error)}`));
const { server, session } = serveSession(execute, rows[0]?.server_version ?? '');
let sockets = files.sockets;

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  removeNotice(folder);
  server.close();
  await session.ask({}, query('CHECKPOINT'));
  await engine.close().catch(() => undefined);
  if (sockets !== files.sockets) rmSync(sockets, { recursive: true, force: true });
  release?.();
  process.exit(0);
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
endWhenLeft(server, end);
// The engine does neither by itself: dead rows and its log would grow for ever.
const tidying = { name: 'tidying' };
setInterval(async () => {
  await session.ask(tidying, query('VACUUM'));
  await session.ask(tidying, query('CHECKPOINT'));
}, betweenTidyings).unref();
sockets = await listenOnSocket(server, files.sockets);
writeNotice(folder, { pid: process.pid, sockets });
