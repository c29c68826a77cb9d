import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';

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
