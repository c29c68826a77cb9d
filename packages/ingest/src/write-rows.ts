import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const isClosedByReader = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** Writes rows as fast as they are taken. A reader may leave before the end. */
export async function writeRows(rows: Readable, to: Writable): Promise<void> {
  try {
    await pipeline(rows, to, { end: false });
  } catch (error) {
    if (!isClosedByReader(error)) throw error;
  }
}
