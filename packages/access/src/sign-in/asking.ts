import { StoreUnreachable } from '@hotline-atlas/store';
import { isAPIError } from 'better-auth/api';

/** better-auth wraps what failed below it. */
function unreachableIn(cause: unknown): StoreUnreachable | null {
  for (let at = cause, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if (at instanceof StoreUnreachable) return at;
  return null;
}

/**
 * Asks better-auth for something.
 * @param refusal what its refusal is told as; without it as it comes
 * @throws StoreUnreachable where the store does not answer, whatever better-auth makes of it
 */
export async function asking<Answer>(
  work: Promise<Answer>,
  refusal?: (code: unknown) => Error,
): Promise<Answer> {
  try {
    return await work;
  } catch (cause) {
    const unreachable = unreachableIn(cause);
    if (unreachable) throw unreachable;
    const isRefusal = isAPIError(cause) && Number(cause.statusCode) < 500;
    throw isRefusal && refusal ? refusal(cause.body?.code) : cause;
  }
}
