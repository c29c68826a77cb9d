import { statfsSync } from 'node:fs';
import { leastFreeBytes } from '../least-free.ts';
import { atIntervals } from './at-intervals.ts';

/**
 * How often the disk is looked at, in milliseconds: it fills no faster than by a fraction of what is kept
 * free.
 */
const interval = 50;
/** How often what began meanwhile is ended, in milliseconds. */
const again = 1000;

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/**
 * Ends what is being written while the disk is nearly full. The engine's library does not notice that a write
 * failed for want of room: it keeps empty files for whole ones, and a merge would replace good rows by them.
 * So merges stop, and mutations and inserts fail, until there is room again; reading goes on.
 * @param command runs a statement of the engine
 */
export function guardDisk(folder: string, command: (sql: string) => Promise<unknown>): void {
  let endedAt = 0;
  const end = async () => {
    endedAt = Date.now();
    for (const sql of [
      'SYSTEM STOP MERGES',
      "KILL QUERY WHERE query_kind = 'Insert' ASYNC",
      'KILL MUTATION WHERE NOT is_done',
    ])
      await command(sql).catch(() => undefined);
  };
  const resume = async () => {
    await command('SYSTEM START MERGES');
    endedAt = 0;
  };
  const look = async () => {
    const free = freeBytes(folder);
    if (free < leastFreeBytes.whileWriting) return Date.now() - endedAt > again ? end() : undefined;
    return endedAt > 0 && free > leastFreeBytes.toWrite ? resume() : undefined;
  };
  atIntervals(interval, look);
}
