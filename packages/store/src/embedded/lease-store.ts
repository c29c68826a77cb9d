import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigurationError, makeDataDir, waitForEnd } from '@hotline-atlas/machine';
import { storeHolder } from './claim-store.ts';
import { exitCreated, exitInUse, readNotice, type StoreNotice, socketIn, storeFiles } from './store-files.ts';

/** The right to use the embedded store; it stays up while any lease is open. */
export interface StoreLease {
  notice: StoreNotice;
  /** Settles when the process is gone, for whatever reason. */
  lost: Promise<void>;
  /** Gives the lease back; waits for the process to end if this was the last one. */
  release(): Promise<void>;
}

/**
 * Milliseconds for which a process may take to start, or to end. One on another machine cannot be reached
 * however long it takes: after a while it has no heartbeat any more, or is alive.
 */
const usualPatience = { here: 120_000, elsewhere: 25_000 };
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An open connection on which nothing is ever asked. */
function openLease({ sockets }: StoreNotice): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(socketIn(sockets), () => resolve(socket));
    socket.on('error', () => resolve(null));
  });
}

function toLease(notice: StoreNotice, socket: Socket, folder: string): StoreLease {
  socket.unref();
  socket.resume();
  const lost = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return {
    notice,
    lost,
    release: async () => {
      socket.destroy();
      await pause(1500);
      if (readNotice(folder)?.pid !== notice.pid) await waitForEnd(notice.pid);
    },
  };
}

const longestLog = 1_000_000;

/** The log of the process, begun anew where it has grown long. */
function openLog(file: string): number {
  const isLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > longestLog;
  return openSync(file, isLong ? 'w' : 'a', 0o600);
}

type Outcome = 'started' | 'created' | 'in use' | 'failed';

const outcomeOf = (code: number | null): Outcome => {
  if (code === exitCreated) return 'created';
  return code === exitInUse ? 'in use' : 'failed';
};

/**
 * Starts the process and waits until it ends, or has left its notice. It outlives this process if others hold
 * leases.
 * @param signal ends a process that has left no notice yet
 */
function startProcess(folder: string, signal?: AbortSignal): Promise<Outcome> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = fileURLToPath(new URL('./store-process.ts', import.meta.url));
  const log = openLog(storeFiles(folder).log);
  const child = spawn(process.execPath, ['--import', loader, program, folder], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, TZ: 'UTC' },
  });
  closeSync(log);
  return new Promise((resolve) => {
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end, { once: true });
    const settle = (outcome: Outcome) => {
      clearInterval(seen);
      signal?.removeEventListener('abort', end);
      resolve(outcome);
    };
    const seen = setInterval(() => {
      if (readNotice(folder)?.pid !== child.pid) return;
      child.unref();
      settle('started');
    }, 20);
    child.once('exit', (code) => settle(outcomeOf(code)));
  });
}

const lastLine = (file: string): string =>
  readFileSync(file, 'utf8').slice(-4000).trim().split('\n').at(-1) ?? 'nothing';

const inUse = (folder: string): ConfigurationError =>
  new ConfigurationError(
    `The store in ${folder} is held by ${storeHolder(folder)?.holder ?? 'another process'}, which cannot be reached from here: end that process, or set DATA_DIR to another folder.`,
  );

/**
 * Finds the process of the store of a folder, or starts it; several programs may do so at once and share one.
 * @param signal ends a process that is being started
 * @throws ConfigurationError when the folder cannot be written, is held by a process that cannot be reached,
 *   or the store does not start; the signal's reason
 */
export async function leaseStore(
  folder: string,
  signal?: AbortSignal,
  patience = usualPatience,
): Promise<StoreLease> {
  makeDataDir(folder);
  const began = Date.now();
  for (;;) {
    signal?.throwIfAborted();
    const notice = readNotice(folder);
    const socket = notice && (await openLease(notice));
    if (notice && socket) return toLease(notice, socket, folder);
    const outcome = await startProcess(folder, signal);
    signal?.throwIfAborted();
    if (outcome === 'failed')
      throw new ConfigurationError(
        `The embedded store did not start; ${storeFiles(folder).log} says: ${lastLine(storeFiles(folder).log)}`,
      );
    const isHere = storeHolder(folder)?.isHere ?? true;
    if (Date.now() - began > (isHere ? patience.here : patience.elsewhere)) throw inUse(folder);
    if (outcome === 'in use') await pause(200);
  }
}
