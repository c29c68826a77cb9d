import { InvalidQuestion } from '@hotline-atlas/model';
import { z } from 'zod';

/** The last record of a page: the next one continues behind it. */
export interface Cursor {
  /** Seconds since 1970. */
  received: number;
  id: string;
}

const cursorSchema = z.tuple([z.number().int().min(0).max(4_294_967_295), z.string().max(300)]);

/** A cursor as it stands in an address. */
export const encodeCursor = ({ received, id }: Cursor): string =>
  Buffer.from(JSON.stringify([received, id])).toString('base64url');

/**
 * A cursor from an address.
 * @throws InvalidQuestion when it is none of ours
 */
export function parseCursor(sent: string | undefined): Cursor | null {
  if (sent === undefined) return null;
  try {
    const [received, id] = cursorSchema.parse(JSON.parse(Buffer.from(sent, 'base64url').toString('utf8')));
    return { received, id };
  } catch {
    throw new InvalidQuestion('cursor', sent, 'send next_cursor of the page before, unchanged');
  }
}
