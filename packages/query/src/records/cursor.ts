import { monthNumber } from '@hotline-atlas/clickhouse';
import { InvalidQuestion, isLocalDate, type LocalDate } from '@hotline-atlas/model';
import { z } from 'zod';
import { localDay } from '../plan/history.ts';
import type { Seal } from './seal.ts';

/** The last record of a page. Received: seconds since 1970, no finer than its reader may see. */
interface LastRecord {
  received: number;
  id: string;
}

/**
 * The last record of a page in an order that was asked for. Key: its time in seconds since 1970, 0 where it
 * has none.
 */
export interface OrderedCursor {
  order: string;
  key: number;
  id: string;
}

/** Where the next page continues: behind a record, or with the days before one. */
export type Cursor = (LastRecord | { before: LocalDate }) & {
  /** Records in months newer than that of the cursor, as far as they were counted. */
  newer?: number;
};

const count = z.number().int().min(0);
const received = count.max(4_294_967_295);
const id = z.string().max(300);
const orderedSchema = z
  .tuple([z.string().max(20), received, id])
  .transform(([order, key, id]): OrderedCursor => ({ order, key, id }));
const cursorSchema = z.union([
  z.tuple([received, id]).transform(([received, id]): Cursor => ({ received, id })),
  z.tuple([received, id, count]).transform(([received, id, newer]): Cursor => ({ received, id, newer })),
  z
    .tuple([z.string().refine(isLocalDate), count])
    .transform(([before, newer]): Cursor => ({ before, newer })),
]);

const partsOf = (cursor: Cursor): (string | number)[] => {
  const { newer } = cursor;
  if ('before' in cursor) return [cursor.before, newer ?? 0];
  return [cursor.received, cursor.id, ...(newer ? [newer] : [])];
};

/** A cursor as it stands in an address. */
export const encodeCursor = (cursor: Cursor, seal: Seal): string =>
  seal.close(JSON.stringify(partsOf(cursor)));

/** The same, of a page in an order that was asked for. */
export const encodeOrderedCursor = ({ order, key, id }: OrderedCursor, seal: Seal): string =>
  seal.close(JSON.stringify([order, key, id]));

const opened = <Parsed>(sent: string, seal: Seal, schema: z.ZodType<Parsed>): Parsed => {
  try {
    return schema.parse(JSON.parse(seal.open(sent)));
  } catch {
    throw new InvalidQuestion(
      'cursor',
      sent,
      'send next_cursor of the page before, unchanged and with the same selection, or leave it out to begin anew',
    );
  }
};

/**
 * A cursor from an address.
 * @throws InvalidQuestion when it is none of ours, another reader's, or of another selection
 */
export const parseCursor = (sent: string | undefined, seal: Seal): Cursor | null =>
  sent === undefined ? null : opened(sent, seal, cursorSchema);

/**
 * The same, of a page in an order that was asked for.
 * @throws InvalidQuestion when it is none of ours, another reader's, or of another selection or order
 */
export function parseOrderedCursor(
  sent: string | undefined,
  order: string,
  seal: Seal,
): OrderedCursor | null {
  if (sent === undefined) return null;
  const cursor = opened(sent, seal, orderedSchema);
  if (cursor.order !== order)
    throw new InvalidQuestion('cursor', sent, `it belongs to order=${cursor.order}: begin anew`);
  return cursor;
}

/** The newest month, counted from January 1900, that can hold records behind a cursor. */
export function newestMonth(cursor: Cursor | null, timeZone: string): number {
  if (!cursor) return Number.POSITIVE_INFINITY;
  if ('before' in cursor) return monthNumber(cursor.before) - (cursor.before.endsWith('-01') ? 1 : 0);
  return monthNumber(localDay(new Date(cursor.received * 1000).toISOString(), timeZone));
}
