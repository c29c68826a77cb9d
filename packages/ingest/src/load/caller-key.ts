import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '@hotline-atlas/clickhouse';
import { ConfigurationError } from '@hotline-atlas/clickhouse';

/**
 * Makes a key whole, or not at all: another process may do so at the same moment, and the disk may be full.
 */
function makeCallerKey(file: string): void {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, randomBytes(16).toString('hex'), { mode: 0o600 });
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * The key callers are hashed with. It must stay the same for as long as callers are to be recognised, so it
 * is kept in the data folder, readable by its owner only, unless `CALLER_KEY` gives it.
 * @throws ConfigurationError for a server shared by several machines, where the key must be given
 */
export function readCallerKey({ callerKey, dataDir, server }: Configuration): string {
  if (callerKey) return callerKey;
  if (server)
    throw new ConfigurationError(
      'CALLER_KEY is not set: give 32 hexadecimal digits (`openssl rand -hex 16`), the same wherever this database is loaded from.',
    );
  const file = join(dataDir, 'caller.key');
  if (!existsSync(file)) makeCallerKey(file);
  return readFileSync(file, 'utf8').trim();
}
