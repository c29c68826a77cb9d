import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { beganAt, isRunning } from './process-mark.ts';

/** What a running server leaves for commands of this machine. Readable by its owner only. */
const noticeSchema = z.object({
  url: z.string(),
  secret: z.string(),
  pid: z.number(),
  began: z.string().optional(),
});
export type ConsoleNotice = z.infer<typeof noticeSchema>;

const fileIn = (dataDir: string): string => join(dataDir, 'console.json');

/** Says where a server listens, and what lets a command in. */
export function writeNotice(dataDir: string, notice: ConsoleNotice): void {
  const own = `${fileIn(dataDir)}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ ...notice, began: beganAt(notice.pid) }), { mode: 0o600 });
  renameSync(own, fileIn(dataDir));
}

/** Takes the notice of this process away; that of another stays. */
export function removeNotice(dataDir: string): void {
  if (readNotice(dataDir)?.pid === process.pid) rmSync(fileIn(dataDir), { force: true });
}

/** The server that uses a data folder; null where there is none, or it is gone. */
export function readNotice(dataDir: string): ConsoleNotice | null {
  try {
    const notice = noticeSchema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
    return isRunning(notice.pid, notice.began) ? notice : null;
  } catch {
    return null;
  }
}
