import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@hotline-atlas/machine';
import { secretProblem } from './configuration.ts';

/** Makes a secret whole, or not at all: another process may do so at the same moment. */
function makeSecret(file: string): void {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * The secret that signs cookies. Unless it is given, it is made once and kept in the data folder, readable by
 * its owner only. Another one ends all sessions, and makes second factors useless.
 * @throws ConfigurationError when the kept one was spoiled
 */
export function readAuthSecret(given: string | null, dataDir: string): string {
  if (given) return given;
  const file = join(dataDir, 'auth.secret');
  if (!existsSync(file)) makeSecret(file);
  const kept = readFileSync(file, 'utf8').trim();
  if (secretProblem(kept))
    throw new ConfigurationError(`${file} holds no secret any more: remove it, and everybody signs in anew.`);
  return kept;
}
