import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ConfigurationError, makeDataDir } from '@hotline-atlas/clickhouse';
import { contend, type Flag, type Flags } from '@hotline-atlas/machine';
import { readNotice } from './console-notice.ts';
import { beganAt, isRunning } from './process-mark.ts';

const prefix = 'server.claim.';
const ownHost = hostname().replace(/[^\w-]/g, '_');

const pidOf = (flag: string): number => Number(flag.split('.')[3]);

/**
 * Claims of a folder by servers of this machine. Those of another one are passed over: engine and store have
 * claims of their own that reach there.
 */
const flagsOf = (folder: string): Flags => ({
  raise: async () => {
    const { pid } = process;
    const unique = randomBytes(8).toString('hex');
    const name = `${prefix}${Date.now()}.${pid}.${beganAt(pid)}.${ownHost}.${unique}`;
    writeFileSync(join(folder, name), '', { mode: 0o600, flag: 'wx' });
    return name;
  },
  lower: async (name) => rmSync(join(folder, name), { force: true }),
  up: async () =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.split('.')[5] === ownHost)
      .sort()
      .map((name): Flag => {
        const left = !isRunning(pidOf(name), name.split('.')[4] ?? '');
        return { name, holder: String(pidOf(name)), left };
      }),
  pause: () => setTimeout(20),
});

function heldBy(folder: string, pid: number): ConfigurationError {
  const notice = readNotice(folder);
  const server = notice?.pid === pid ? `the server at ${notice.url}` : 'a server that starts or stops';
  return new ConfigurationError(
    `${folder} is held by ${server} (process ${pid}): use that one, end it, or set DATA_DIR to another folder.`,
  );
}

/**
 * Holds a data folder for the server of this process. Of two that try at once one gets it. One that is just
 * stopping is waited for.
 * @param patience milliseconds for which another one is waited for
 * @returns what gives the folder back
 * @throws ConfigurationError naming who holds it
 */
export async function holdFolder(folder: string, patience = 3000): Promise<() => void> {
  makeDataDir(folder);
  const began = Date.now();
  for (;;) {
    const outcome = await contend(flagsOf(folder));
    if ('won' in outcome) return () => rmSync(join(folder, outcome.won), { force: true });
    if (Date.now() - began >= patience) throw heldBy(folder, Number(outcome.lost));
    await setTimeout(100 + Math.random() * 100);
  }
}
