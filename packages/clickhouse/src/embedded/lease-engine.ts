import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigurationError, makeDataDir, waitForEnd } from '@hotline-atlas/machine';
import type { Configuration } from '../configuration.ts';
import { type EngineNotice, engineFiles, exitInUse, readNotice } from './engine-files.ts';
import { engineLibrary } from './platform.ts';

/** The right to use the embedded engine; it stays up while any lease is open. */
export interface EngineLease {
  notice: EngineNotice;
  /** Settles when the engine is gone, for whatever reason. */
  lost: Promise<void>;
  /** Gives the lease back; waits for the engine to end if this was the last one. */
  release(): Promise<void>;
}

const patience = 60_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function openLease(notice: EngineNotice): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(notice.leasePort, '127.0.0.1', () => socket.write(`${notice.secret}\n`));
    socket.once('data', () => resolve(socket));
    socket.once('close', () => resolve(null));
    socket.once('error', () => resolve(null));
  });
}

function toLease(notice: EngineNotice, socket: Socket, dataDir: string): EngineLease {
  socket.unref();
  const lost = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return {
    notice,
    lost,
    release: async () => {
      socket.destroy();
      await pause(1500);
      if (readNotice(dataDir)?.pid !== notice.pid) await waitForEnd(notice.pid);
    },
  };
}

/** The engine's own share would shrink with what other programs take at the moment it starts. */
const shareOfMachine = (): number => Math.round(0.7 * totalmem());

/**
 * Starts an engine and waits until it ends, or has left its notice. The engine outlives this process if
 * others hold leases.
 * @param signal ends an engine that has left no notice yet
 */
function startEngine(
  dataDir: string,
  memory: number | null,
  signal?: AbortSignal,
): Promise<'started' | 'in use' | 'failed'> {
  engineLibrary();
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const program = fileURLToPath(new URL('./engine-process.ts', import.meta.url));
  const log = openSync(engineFiles(dataDir).log, 'w', 0o600);
  const child = spawn(
    process.execPath,
    ['--import', loader, program, dataDir, String(memory ?? shareOfMachine())],
    {
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC' },
    },
  );
  closeSync(log);
  return new Promise((resolve) => {
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end, { once: true });
    const seen = setInterval(() => {
      if (readNotice(dataDir)?.pid !== child.pid) return;
      clearInterval(seen);
      signal?.removeEventListener('abort', end);
      child.unref();
      resolve('started');
    }, 30);
    child.once('exit', (code) => {
      clearInterval(seen);
      signal?.removeEventListener('abort', end);
      const inUse = code === exitInUse || /Cannot lock file/.test(engineLog(dataDir));
      resolve(inUse ? 'in use' : 'failed');
    });
  });
}

/** An engine that cannot even leave a word about it is one that did not start. */
function asFailed(error: unknown): 'failed' {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  return 'failed';
}

/** Less than this, and an engine cannot write what it starts with. */
const fewBytes = 1024 ** 2;

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < fewBytes;
}

const engineLog = (dataDir: string): string => readFileSync(engineFiles(dataDir).log, 'utf8').slice(-4000);

/**
 * Finds the engine of a data folder, or starts it; several processes may do so at once and share one engine.
 * @param signal ends an engine that is being started
 * @throws ConfigurationError when the folder cannot be written, the platform has no engine, or it does not
 *   start; the signal's reason
 */
export async function leaseEngine(
  { dataDir, engineMemory }: Pick<Configuration, 'dataDir' | 'engineMemory'>,
  signal?: AbortSignal,
): Promise<EngineLease> {
  makeDataDir(dataDir);
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    const notice = readNotice(dataDir);
    const socket = notice && (await openLease(notice));
    if (notice && socket) return toLease(notice, socket, dataDir);
    const outcome = await startEngine(dataDir, engineMemory, signal).catch(asFailed);
    signal?.throwIfAborted();
    if (outcome === 'failed' && isFull(dataDir))
      throw new ConfigurationError(
        `The disk of ${dataDir} is full: free some space, or set DATA_DIR to a folder on another disk, and run the same command again.`,
      );
    if (outcome === 'failed')
      throw new ConfigurationError(
        `The embedded engine did not start; ${engineFiles(dataDir).log} says: ${lastLine(engineLog(dataDir))}`,
      );
    if (outcome === 'in use') await pause(200);
  }
  throw new ConfigurationError(
    `The data folder ${dataDir} is in use by an engine that cannot be reached: end that process, or set DATA_DIR to another folder.`,
  );
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? 'nothing';
