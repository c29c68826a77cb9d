import { ClickHouseError } from '@clickhouse/client';

export type DatabaseErrorKind =
  | 'too_heavy'
  | 'busy'
  | 'unreachable'
  | 'cancelled'
  | 'disk_full'
  | 'invalid'
  | 'other';

/** Whatever the database answers instead of an answer. Keeps the statement and the query's id for the log. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly kind: DatabaseErrorKind;
  /** ClickHouse's error code; 0 when the server was not reached. */
  readonly code: number;
  readonly queryId: string;
  readonly sql: string;

  constructor(
    message: string,
    details: { kind: DatabaseErrorKind; code: number; queryId: string; sql: string; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.kind = details.kind;
    this.code = details.code;
    this.queryId = details.queryId;
    this.sql = details.sql;
  }
}

/** https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp */
const kinds: Record<number, DatabaseErrorKind> = {
  158: 'too_heavy',
  159: 'too_heavy',
  160: 'too_heavy',
  241: 'too_heavy',
  307: 'too_heavy',
  396: 'too_heavy',
  243: 'disk_full',
  202: 'busy',
  203: 'busy',
  394: 'cancelled',
};

const diskFull = /No space left on device|NOT_ENOUGH_SPACE/;

function kindOf(code: number, message: string): DatabaseErrorKind {
  if (diskFull.test(message)) return 'disk_full';
  return kinds[code] ?? (code > 0 ? 'invalid' : 'other');
}

const unreachable = /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EHOSTUNREACH|socket hang up|ETIMEDOUT/;
const cancelled = /aborted/i;

/** Any failure of a statement as a {@link DatabaseError}. */
export function toDatabaseError(cause: unknown, queryId: string, sql: string): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  if (cause instanceof ClickHouseError) {
    const code = Number(cause.code);
    return new DatabaseError(cause.message, { kind: kindOf(code, cause.message), code, queryId, sql, cause });
  }
  const { message, code } = cause as NodeJS.ErrnoException;
  const said = `${code ?? ''} ${message}`;
  const kind = unreachable.test(said) ? 'unreachable' : cancelled.test(said) ? 'cancelled' : 'other';
  return new DatabaseError(message || said, { kind, code: 0, queryId, sql, cause });
}

/** An exception the server wrote into a body it had already begun; its code and text. */
export function exceptionIn(text: string): { code: number; message: string } | null {
  const found = /(?:__exception__[\s\S]*?|^)Code: (\d+)\. DB::Exception: ([^\r\n]*)/.exec(text);
  return found?.[1] ? { code: Number(found[1]), message: found[2] ?? '' } : null;
}

/** The same as a {@link DatabaseError}. */
export const databaseErrorOf = (
  { code, message }: { code: number; message: string },
  queryId: string,
  sql: string,
): DatabaseError => new DatabaseError(message, { kind: kindOf(code, message), code, queryId, sql });

/**
 * A failure as it may be logged: values of parameters whose names begin with `secret_` do not stand in it.
 */
export function withoutSecrets(
  error: DatabaseError,
  parameters: Record<string, unknown> = {},
): DatabaseError {
  const secrets = Object.entries(parameters).filter(([name]) => name.startsWith('secret_'));
  const told = secrets.filter(([, value]) => error.message.includes(String(value)));
  if (told.length === 0) return error;
  const message = told.reduce((text, [, value]) => text.replaceAll(String(value), '…'), error.message);
  const { kind, code, queryId, sql } = error;
  return new DatabaseError(message, { kind, code, queryId, sql });
}
