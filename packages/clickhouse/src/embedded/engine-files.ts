import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../configuration.ts';

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

/** Makes a folder and those above it. Node's recursive mkdir never returns below /proc. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const at of missing)
    try {
      mkdirSync(at, { mode: 0o700 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
}

/**
 * Makes the data folder, closed to other users.
 * @throws ConfigurationError when it cannot be written
 */
export function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new ConfigurationError(
      `The data folder ${dataDir} cannot be written: give this user the right to, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

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
