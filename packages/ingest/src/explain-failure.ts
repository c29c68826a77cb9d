import { CityPackError } from '@hotline-atlas/city';
import { ConfigurationError, DatabaseError, LockLostError } from '@hotline-atlas/clickhouse';
import { LoadError } from './load-error.ts';

const again = 'Nothing was lost: run the same command again and it ends with the same figures.';

/** What a user can do when the engine fails. */
const advice: Partial<Record<DatabaseError['kind'], string>> = {
  unreachable: `The database stopped answering. ${again}`,
  disk_full: `The disk of the database is full. Free some space. ${again}`,
  too_heavy: `The database ran out of memory. Close other programs, or let it take more with ENGINE_MEMORY_GB. ${again}`,
};

const isDiskFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOSPC';

/** A failure of loading in words for who runs it: a clear line for what a user can mend; everything else is a defect and shows its trace. */
export function explainFailure(error: unknown): string {
  if (error instanceof LoadError || error instanceof CityPackError || error instanceof ConfigurationError)
    return error.message;
  if (error instanceof DatabaseError && advice[error.kind])
    return `${advice[error.kind]}\n(${error.message.slice(0, 300)})`;
  if (error instanceof LockLostError) return `${error.message}. ${again}`;
  if (isDiskFull(error)) return `The disk is full. Free some space. ${again}\n(${(error as Error).message})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
