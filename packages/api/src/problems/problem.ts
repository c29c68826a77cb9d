import { AccessFailure } from '@hotline-atlas/access';
import { DatabaseError } from '@hotline-atlas/clickhouse';
import { InvalidQuestion, NotOpen, type Problem } from '@hotline-atlas/model';
import { TooHeavy } from '@hotline-atlas/query';
import { StoreUnreachable } from '@hotline-atlas/store';
import type { ErrorRequestHandler } from 'express';
import type { Log } from '../log/log.ts';
import { addressTold } from './address-told.ts';
import {
  Busy,
  ClientLeft,
  NotAllowed,
  NotFound,
  NotReady,
  NotSignedIn,
  OtherOrigin,
  Rearranged,
  UnknownHost,
  WrongMethod,
} from './failures.ts';
import { problemOfKept } from './kept-problems.ts';

export const problemType = 'application/problem+json; charset=utf-8';

const problem = (name: string, status: number, title: string, detail: string): Problem => ({
  type: `urn:hotline-atlas:problem:${name}`,
  title,
  status,
  detail,
});

/** There is no room for one more question. */
export const busy = problem(
  'busy',
  503,
  'The server is busy',
  'Too many questions at once. Ask again in a moment.',
);

const tooHeavy = problem(
  'too-heavy',
  422,
  'The question is too heavy',
  'Answering would take more time, memory or rows than one question may. Narrow it: a shorter period (from, to), fewer or coarser dimensions (by), one more condition (where), or a limit.',
);

const invalid = ({ parameter, sent, message, nearest, reason }: InvalidQuestion): Problem => ({
  ...problem('invalid-question', 400, 'The question is not understood', message),
  parameter,
  sent,
  ...(reason !== null && { reason }),
  ...(nearest.length > 0 && { nearest: [...nearest] }),
});

const unreachable = problem(
  'unreachable',
  503,
  'The database does not answer',
  'The database cannot be reached at the moment. Ask again in a moment.',
);

const unexpected = problem(
  'unexpected',
  500,
  'The question could not be answered',
  'Something went wrong on the server; the log of the server says what.',
);

function ofDatabase({ kind }: DatabaseError): Problem {
  if (kind === 'too_heavy') return tooHeavy;
  if (kind === 'busy') return busy;
  return kind === 'unreachable' ? unreachable : unexpected;
}

const isClientsFault = (error: unknown): error is { status: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;

const refusedBy = ({ problem: name, status, title, message, reason }: AccessFailure): Problem => ({
  ...problem(name, status, title, message),
  ...(reason !== null && { reason }),
});

/** What is told of a failure: never a statement, never a stack. */
export function problemOf(error: unknown): Problem {
  return problemOfKept(error) ?? problemOfQuestion(error);
}

function problemOfQuestion(error: unknown): Problem {
  if (error instanceof InvalidQuestion) return invalid(error);
  if (error instanceof NotFound) return problem('not-found', 404, 'There is nothing here', error.message);
  if (error instanceof NotSignedIn)
    return problem('not-signed-in', 401, 'Nobody is signed in', error.message);
  if (error instanceof NotAllowed || error instanceof NotOpen)
    return problem('not-allowed', 403, 'This is not open to you', error.message);
  if (error instanceof AccessFailure) return refusedBy(error);
  if (error instanceof WrongMethod)
    return problem('wrong-method', 405, 'This is not asked in this way', error.message);
  if (error instanceof UnknownHost)
    return problem('unknown-host', 421, 'This host is not answered to', error.message);
  if (error instanceof OtherOrigin)
    return problem('other-origin', 403, 'Another site may not ask', error.message);
  if (error instanceof NotReady) return problem('loading', 503, 'There is no data yet', error.message);
  if (error instanceof Rearranged)
    return problem('rearranged', 503, 'The data was arranged anew', error.message);
  if (error instanceof Busy) return busy;
  if (error instanceof TooHeavy) return { ...tooHeavy, detail: error.message };
  if (error instanceof DatabaseError) return ofDatabase(error);
  if (isClientsFault(error) && error.status === 404)
    return problem('not-found', 404, 'There is nothing here', 'There is no such file.');
  if (isClientsFault(error))
    return problem('bad-request', error.status, 'The request is not understood', 'The address is malformed.');
  return unexpected;
}

/** Seconds after which to ask again; null where that would change nothing. */
function secondsUntilAgain(error: unknown, status: number): number | null {
  if (error instanceof Busy || error instanceof AccessFailure) return error.retryAfter;
  return status === 503 ? 2 : null;
}

/** How problem details are written. */
export const bodyOf = ({ status, ...rest }: Problem): string => JSON.stringify({ status, ...rest });

/** What the log keeps of a failure. */
export function causeOf(error: unknown): Record<string, unknown> {
  if (error instanceof DatabaseError) {
    const { kind, code, queryId, message, sql } = error;
    return { kind, code, query_id: queryId, message, sql };
  }
  if (error instanceof StoreUnreachable) return { message: error.message, cause: String(error.cause) };
  return { message: String(error), stack: error instanceof Error ? error.stack : undefined };
}

/** Whether something failed only because nobody waits for it any more. */
export const isClientGone = (error: unknown): boolean =>
  error instanceof ClientLeft ||
  (error instanceof DatabaseError && error.kind === 'cancelled') ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE');

const isExpected = (error: unknown): boolean =>
  isClientGone(error) ||
  isClientsFault(error) ||
  (problemOfKept(error)?.status ?? 500) < 500 ||
  error instanceof InvalidQuestion ||
  error instanceof NotFound ||
  error instanceof NotSignedIn ||
  error instanceof NotAllowed ||
  error instanceof AccessFailure ||
  error instanceof NotOpen ||
  error instanceof UnknownHost ||
  error instanceof OtherOrigin ||
  error instanceof WrongMethod ||
  error instanceof NotReady ||
  error instanceof Rearranged ||
  error instanceof TooHeavy;

/** Where failures are written, and refusals counted. */
interface Logging {
  log: Log;
  refused: () => void;
}

/** Writes failures to the log that nobody expects, and refusals in a rush as one line. */
export function createFailureLog({ log, refused }: Logging): (error: unknown, address: string) => void {
  return (error, address) => {
    if (error instanceof Busy) refused();
    else if (!isExpected(error))
      log({
        ...{ event: 'problem', status: problemOf(error).status, address: addressTold(address) },
        ...causeOf(error),
      });
  };
}

/**
 * Turns every failure into problem details; a body already begun is cut off, so that nobody takes it for
 * whole.
 */
export const answerProblems = (logging: Logging): ErrorRequestHandler => {
  const logFailure = createFailureLog(logging);
  return (error: unknown, request, response, _next) => {
    const told = problemOf(error);
    const { status } = told;
    logFailure(error, request.originalUrl);
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    response.removeHeader('ETag');
    response.set('Cache-Control', 'no-store');
    if (error instanceof WrongMethod) response.set('Allow', error.allowed.join(', '));
    const later = secondsUntilAgain(error, status);
    if (later !== null) response.set('Retry-After', String(later));
    response.status(status).type(problemType).send(bodyOf(told));
  };
};
