import { DatabaseError, LockLostError } from '@hotline-atlas/clickhouse';
import { IntegrityError, LoadError } from './load-error.ts';

/** What a user can do when the operating system does not let a file be read. */
const systemProblems: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'no permission to read it; allow it (chmod +r), or run the command as its owner',
  EPERM: 'no permission to read it; allow it (chmod +r), or run the command as its owner',
  EISDIR: 'a folder, not a file; name the files in it',
  ELOOP: 'a symbolic link that leads back to itself; name the file it should lead to',
  ENAMETOOLONG: 'the name is too long; shorten it',
  EIO: 'its disk cannot be read; copy the file from elsewhere',
  EBUSY: 'another program holds it; load it again when that is done',
};

/** An error of the operating system in words; null where it is none. */
export function systemProblem(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const code = String(error.code);
  return systemProblems[code] ?? `it cannot be read (${code})`;
}

/** Where the engine begins to quote statements and its own insides. */
const insides =
  /[:.,]?\s*(?:\(?while (?:executing|processing|reading|converting)|in scope|\(at row|maybe you meant|\bSELECT\b|\bINSERT\b|Stack trace)/i;

/** What the engine says, on one line and without the statement. */
export function engineMessage({ message }: Error): string {
  const [said = ''] = message.replace(/^Code: \d+\. DB::Exception: /, '').split(insides);
  return said
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

const isOfTheRun = (error: unknown): boolean =>
  error instanceof LockLostError ||
  error instanceof IntegrityError ||
  (error instanceof DatabaseError && error.kind !== 'invalid') ||
  (error as NodeJS.ErrnoException).code === 'ENOSPC';

/**
 * Why a file cannot be loaded, on one line that begins with its name; null where the failure is not the
 * file's own and ends the whole run.
 */
export function problemOfFile(name: string, error: unknown): string | null {
  if (error instanceof LoadError) return error.message;
  if (isOfTheRun(error)) return null;
  if (error instanceof DatabaseError)
    return `${name}: the database cannot read it as the source says: ${engineMessage(error)}`;
  const problem = systemProblem(error) ?? `it cannot be read (${(error as Error).message})`;
  return `${name}: ${problem}`;
}
