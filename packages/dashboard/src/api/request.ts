/** What went wrong, in the words of the server where it found some. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly status: number;
  readonly retryAfter: number | null;

  constructor(status: number, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

async function problemOf(response: Response): Promise<RequestFailed> {
  const body: unknown = await response.json().catch(() => null);
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = [told.detail, told.title].find((each) => typeof each === 'string');
  const wait = Number(response.headers.get('retry-after'));
  return new RequestFailed(
    response.status,
    typeof text === 'string' ? text : `HTTP ${response.status}`,
    wait > 0 ? wait : null,
  );
}

/** Asks the API. @throws RequestFailed in the words of the server */
export async function send(path: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(`/api/${path}`, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The answer, which is read whole or not at all. */
export const request = async <Body>(path: string, signal: AbortSignal): Promise<Body> =>
  (await (await send(path, signal)).json()) as Body;

/** A busy server and a lost connection are worth another try; a wrong question is not. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && (!(error instanceof RequestFailed) || error.status === 503 || error.status === 502);
