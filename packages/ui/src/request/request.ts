/**
 * Why there is no answer: the server cannot be reached, is busy, something else answers in its place (a page
 * to sign in, a proxy), it failed, nobody is signed in, it is not for this reader to see, or the question was
 * refused.
 */
export type FailureKind =
  | 'unreachable'
  | 'busy'
  | 'foreign'
  | 'failed'
  | 'signedOut'
  | 'notAllowed'
  | 'refused';

/** What went wrong, in the words of the server where it found some. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** 0 where there was no response. */
  readonly status: number;
  readonly kind: FailureKind;
  /** Seconds the server asks to wait. */
  readonly retryAfter: number | null;
  /** The name of the problem, such as `changed-meanwhile`; null where the server told none. */
  readonly problem: string | null;
  /** The rule that was broken, such as `too-short`; null where the server told none. */
  readonly reason: string | null;

  constructor(
    kind: FailureKind,
    status: number,
    message: string,
    {
      retryAfter = null,
      problem = null,
      reason = null,
    }: { retryAfter?: number | null; problem?: string | null; reason?: string | null } = {},
  ) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
    this.problem = problem;
    this.reason = reason;
  }
}

/** What a status that is no success means. */
export function kindOf(status: number): FailureKind {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'notAllowed';
  if (status === 503 || status === 429) return 'busy';
  return status >= 500 ? 'failed' : 'refused';
}

/** Pages are for readers: the server answers questions with none. */
const isPage = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/html') ?? false;

const foreign = (status: number) =>
  new RequestFailed('foreign', status, 'Something else answered in place of the server');

async function problemOf(response: Response): Promise<RequestFailed> {
  const { status } = response;
  if (isPage(response) && status < 500) return foreign(status);
  const body: unknown = await response.json().catch(() => null);
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = [told.detail, told.title].find((each) => typeof each === 'string');
  const wait = Number(response.headers.get('retry-after'));
  const name = typeof told.type === 'string' ? told.type.split(':').at(-1) : undefined;
  return new RequestFailed(kindOf(status), status, typeof text === 'string' ? text : `HTTP ${status}`, {
    retryAfter: wait > 0 ? wait : null,
    problem: name ?? null,
    reason: typeof told.reason === 'string' ? told.reason : null,
  });
}

/** What is sent with a request that changes something. */
export interface Sent {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
}

/** Asks the API. @throws RequestFailed in the words of the server */
export async function send(path: string, signal: AbortSignal, sent?: Sent): Promise<Response> {
  const response = await fetch(`/api/${path}`, {
    signal,
    ...(sent && { method: sent.method }),
    headers: {
      accept: 'application/json',
      ...(sent?.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(sent?.body !== undefined && { body: JSON.stringify(sent.body) }),
  }).catch((error: unknown) => {
    throw signal.aborted ? error : new RequestFailed('unreachable', 0, 'The server cannot be reached');
  });
  if (!response.ok) throw await problemOf(response);
  if (isPage(response)) throw foreign(response.status);
  return response;
}

/** The answer, which is read whole or not at all. */
export async function request<Body>(path: string, signal: AbortSignal): Promise<Body> {
  const response = await send(path, signal);
  try {
    return (await response.json()) as Body;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new RequestFailed('failed', response.status, 'The answer was cut off');
  }
}

/** Changes something. @returns what the server says of it; null where it says nothing */
export async function write<Body>(path: string, sent: Sent): Promise<Body | null> {
  const response = await send(path, new AbortController().signal, sent);
  return response.status === 204 ? null : ((await response.json().catch(() => null)) as Body | null);
}

/**
 * A lost connection and a failure of the moment are worth another try at once; what waits or needs the reader
 * is not.
 */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 &&
  (!(error instanceof RequestFailed) || error.kind === 'unreachable' || error.kind === 'failed');

const [firstWait, longestWait] = [5, 60];

/**
 * Seconds until a failed question is asked again by itself: as the server wishes, else ever longer, up to a
 * minute. Null where only another
 * question helps.
 * @param failures how often it failed in a row
 */
export function secondsUntilAgain(error: Error, failures: number): number | null {
  const { kind, retryAfter } =
    error instanceof RequestFailed ? error : ({ kind: 'failed', retryAfter: null } as const);
  if (kind === 'refused' || kind === 'signedOut' || kind === 'notAllowed') return null;
  return retryAfter ?? Math.min(longestWait, firstWait * 2 ** Math.max(0, failures - 1));
}
