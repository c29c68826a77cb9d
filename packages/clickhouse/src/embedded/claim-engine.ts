import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contend, type Flag, type Flags } from '@hotline-atlas/machine';

/** Whether a process is an engine that still runs. */
function isEngine(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine-process');
  } catch {
    return true;
  }
}

const prefix = 'engine.claim.';
/** The one file earlier releases claimed a folder with; it holds the process. */
const earlier = 'engine.pid';

function pidOf(dataDir: string, file: string): number {
  if (file !== earlier) return Number(file.split('.').at(-2));
  try {
    return Number(readFileSync(join(dataDir, file), 'utf8'));
  } catch {
    return 0;
  }
}

/** Claims of a data folder as files that are named by their processes. */
const claimsOf = (dataDir: string, isAlive: (pid: number) => boolean): Flags => ({
  raise: async () => {
    const file = `${prefix}${Date.now()}.${process.pid}.${randomBytes(8).toString('hex')}`;
    writeFileSync(join(dataDir, file), '', { mode: 0o600, flag: 'wx' });
    return file;
  },
  lower: async (file) => rmSync(join(dataDir, file), { force: true }),
  up: async () =>
    readdirSync(dataDir)
      .filter((file) => file.startsWith(prefix) || file === earlier)
      .sort()
      .map((name): Flag => {
        const pid = pidOf(dataDir, name);
        return { name, holder: `process ${pid}`, left: !isAlive(pid) };
      }),
  pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
});

/**
 * Claims a data folder for this process before the engine touches it. The engine has a lock of its own, but
 * empties its folder for temporary files before it looks at it: a second start would pull them from under the
 * first.
 * @param isAlive whether a process that claimed the folder is an engine that still runs
 * @returns whether the folder is this process's now
 */
export async function claimEngine(
  dataDir: string,
  isAlive: (pid: number) => boolean = isEngine,
): Promise<boolean> {
  const flags = claimsOf(dataDir, (pid) => pid === process.pid || (pid > 0 && isAlive(pid)));
  try {
    return 'won' in (await contend(flags));
  } catch {
    return false;
  }
}
