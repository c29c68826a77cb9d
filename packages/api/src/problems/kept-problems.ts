import type { Problem } from '@hotline-atlas/model';
import {
  ChangedMeanwhile,
  NotKept,
  NotNow,
  NotOwned,
  OwnMatter,
  StoreUnreachable,
  TooMany,
} from '@hotline-atlas/store';
import { BodyTooLarge, InvalidBody, NotJson } from './failures.ts';

const problem = (name: string, status: number, title: string, detail: string): Problem => ({
  type: `urn:hotline-atlas:problem:${name}`,
  title,
  status,
  detail,
});

/** What is told of a failure to keep something; null where it is another failure. */
export function problemOfKept(error: unknown): Problem | null {
  if (error instanceof StoreUnreachable)
    return problem(
      'store-unreachable',
      503,
      'The store does not answer',
      'What is kept cannot be reached at the moment. Ask again in a moment.',
    );
  if (error instanceof NotKept) return problem('not-found', 404, 'There is nothing here', error.message);
  if (error instanceof NotNow) return problem('not-now', 409, 'This cannot be done now', error.message);
  if (error instanceof NotOwned || error instanceof OwnMatter)
    return problem('not-allowed', 403, 'This is not open to you', error.message);
  if (error instanceof ChangedMeanwhile)
    return {
      ...problem('changed-meanwhile', 409, 'It was changed meanwhile', error.message),
      revision: error.revision,
    };
  if (error instanceof TooMany) return problem('too-many', 409, 'There are too many', error.message);
  if (error instanceof InvalidBody)
    return {
      ...problem('invalid-body', 400, 'The body is not understood', error.message),
      ...(error.field !== undefined && { parameter: error.field }),
    };
  if (error instanceof NotJson) return problem('not-json', 415, 'This is no JSON', error.message);
  if (error instanceof BodyTooLarge) return problem('too-large', 413, 'The body is too large', error.message);
  return null;
}
