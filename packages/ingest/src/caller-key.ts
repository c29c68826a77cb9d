import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '@hotline-atlas/clickhouse';
import { ConfigurationError } from '@hotline-atlas/clickhouse';

/**
 * The key callers are hashed with. It must stay the same for as long as callers are to be recognised, so it is kept in
 * the data folder, readable by its owner only, unless `CALLER_KEY` gives it.
 * @throws ConfigurationError for a server shared by several machines, where the key must be given
 */
export function readCallerKey({ callerKey, dataDir, server }: Configuration): string {
  if (callerKey) return callerKey;
  if (server)
    throw new ConfigurationError(
      'CALLER_KEY is not set: give 32 hexadecimal digits (`openssl rand -hex 16`), the same wherever this database is loaded from.',
    );
  const file = join(dataDir, 'caller.key');
  try {
    writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
