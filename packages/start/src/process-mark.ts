import { readFileSync } from 'node:fs';

/** State and start of a process, as Linux tells them; null where nothing does. */
function statOf(pid: number): { state: string; began: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', began: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** When a process began, so that another one with its number is not taken for it; `0` where nobody knows. */
export const beganAt = (pid: number): string => statOf(pid)?.began || '0';

/** Whether the process of a number that began then still runs. */
export function isRunning(pid: number, began = '0'): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = statOf(pid);
  if (!stat) return true;
  return stat.state !== 'Z' && (began === '0' || began === stat.began);
}
