import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a running engine leaves in the data folder for those who may use it. Readable by its owner only. */
const noticeSchema = z.object({
  pid: z.number(),
  httpPort: z.number(),
  leasePort: z.number(),
  secret: z.string(),
});
export type EngineNotice = z.infer<typeof noticeSchema>;

/** Exit code of an engine process whose data folder another one holds. */
export const exitInUse = 75;

export const engineUser = 'atlas';
/** Every request must carry the secret in this header, before a user or a password is looked at. */
export const engineKeyHeader = 'X-Atlas-Key';

/** The files of the embedded engine inside a data folder. */
export const engineFiles = (dataDir: string) => ({
  notice: join(dataDir, 'engine.json'),
  log: join(dataDir, 'engine.log'),
  database: join(dataDir, 'engine'),
  configuration: join(dataDir, 'engine-configuration'),
});

export function writeNotice(dataDir: string, notice: EngineNotice): void {
  const { notice: file } = engineFiles(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(notice), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The notice, if an engine left one; it may be gone by now. */
export function readNotice(dataDir: string): EngineNotice | null {
  try {
    return noticeSchema.parse(JSON.parse(readFileSync(engineFiles(dataDir).notice, 'utf8')));
  } catch {
    return null;
  }
}

export const removeNotice = (dataDir: string): void => rmSync(engineFiles(dataDir).notice, { force: true });
