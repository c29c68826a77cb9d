import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/**
 * Claims a data folder for this process before the engine touches it. The engine has a lock of its own, but empties its
 * folder for temporary files before it looks at it: a second start would pull them from under the first.
 * @returns whether the folder is this process's now
 */
export function claimEngine(dataDir: string): boolean {
  const file = join(dataDir, 'engine.pid');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid), { mode: 0o600 });
  try {
    const holder = holderOf(file);
    if (holder > 0 && isEngine(holder)) return false;
    if (holder > 0) renameSync(file, `${own}.left`);
    linkSync(own, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(own, { force: true });
    rmSync(`${own}.left`, { force: true });
  }
}
