import { CityPackError } from '@hotline-atlas/city';
import { ConfigurationError, DatabaseError, LockLostError } from '@hotline-atlas/clickhouse';
import { engineMessage, systemProblem } from './read/file-problem.ts';
import { LoadError } from './read/load-error.ts';

const again = 'Nothing was lost: run the same command again and it ends with the same figures.';

/** What a user can do when the engine fails. */
const advice: Partial<Record<DatabaseError['kind'], string>> = {
  unreachable: `The database stopped answering. ${again}`,
  disk_full: `The disk of the database is full. Free some space. ${again}`,
  too_heavy: `The database ran out of memory. Close other programs, or let it take more with ENGINE_MEMORY_GB. ${again}`,
};

const isDiskFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOSPC';

/** A defect shows where it arose only to whoever asks for it. */
function explainDefect(error: unknown): string {
  if (process.env.DEBUG) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const said = error instanceof Error ? engineMessage(error) : String(error);
  return `${said}\nThis is a defect of Hotline Atlas. ${again} If it fails again, report it with what DEBUG=1 adds.`;
}

/**
 * A failure of loading in words for who runs it: a clear line for what a user can mend, and for everything
 * else that it is a defect.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof LoadError || error instanceof CityPackError || error instanceof ConfigurationError)
    return error.message;
  if (error instanceof DatabaseError && advice[error.kind])
    return `${advice[error.kind]}\n(${engineMessage(error)})`;
  if (error instanceof LockLostError) return `${error.message}. ${again}`;
  if (isDiskFull(error)) return `The disk is full. Free some space. ${again}\n(${(error as Error).message})`;
  const problem = systemProblem(error);
  if (problem !== null)
    return `${(error as NodeJS.ErrnoException).path ?? (error as Error).message}: ${problem}`;
  return explainDefect(error);
}
