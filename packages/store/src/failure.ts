import { ConfigurationError } from '@hotline-atlas/machine';
import { StoreUnreachable } from './store.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Codes of the system: nobody answers at the address. */
const unanswered =
  /^(ECONN(REFUSED|RESET|ABORTED)|E(HOST|NET)UNREACH|ETIMEDOUT|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN)$/;
/** Codes of PostgreSQL: lost connections, a server that ends or starts, one that is full. */
const unable = /^(08...|57P0[1235]|25P03|53300)$/;
const brokenOff =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|after calling end/;

/** Whether something failed because the server cannot be reached. */
const isUnreachable = (error: unknown): boolean =>
  unanswered.test(codeOf(error)) ||
  unable.test(codeOf(error)) ||
  (error instanceof Error && brokenOff.test(error.message));

/** Whether a failure ends the connection it came over. */
export const endsConnection = (error: unknown): boolean =>
  isUnreachable(error) || (error instanceof Error && 'severity' in error && error.severity === 'FATAL');

/** Whether no connection was made because the server has just gone: another attempt finds the next. */
export const isGone = (error: unknown): boolean =>
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(codeOf(error)) ||
  (error instanceof Error && /Connection terminated unexpectedly/.test(error.message));

/** The failure of a question as it is told: {@link StoreUnreachable}, or as it came. */
export const asked = (cause: unknown): unknown =>
  isUnreachable(cause) ? new StoreUnreachable('The store does not answer', { cause }) : cause;

/** Host and database of an address, without user and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'this machine'}:${port || '5432'}${pathname}`;
}

/** What a server refuses for good, by its code. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'refuses the user or the password',
  '28000': 'refuses the user',
  '3D000': 'has no such database',
  '42501': 'does not let this user make tables',
};

/**
 * Why the store could not be opened, in one line without a secret.
 * @param url the address of the server; null for the embedded store
 */
export function opened(cause: unknown, url: string | null): unknown {
  if (url === null || cause instanceof ConfigurationError) return cause;
  const refusal = refusals[codeOf(cause)];
  if (refusal)
    return new ConfigurationError(`The PostgreSQL of STORE_URL (${placeOf(url)}) ${refusal}.`, { cause });
  if (!isUnreachable(cause)) return cause;
  const code = codeOf(cause);
  return new StoreUnreachable(
    `The PostgreSQL of STORE_URL (${placeOf(url)}) does not answer${code && ` (${code})`}.`,
    { cause },
  );
}
