import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@hotline-atlas/clickhouse';

/**
 * Rejected rows as CSV: file, line, reason and the row as it came; of the newest load of each file only, so that rows
 * that were mended and loaded again are not listed any more.
 */
export const rejectedRows = (database: Pick<Database, 'stream'>): Promise<Readable> =>
  database.stream({
    sql: `SELECT file, line, reason, raw
FROM rejected_row
JOIN (
    SELECT max(number) AS load, file
    FROM (SELECT load AS number, file FROM load FINAL)
    WHERE number IN (SELECT load FROM counting_load)
    GROUP BY file
) AS newest USING load
ORDER BY file, line
FORMAT CSVWithNames`,
    label: 'rejected rows',
  });

const isClosedByReader = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE';

/** Writes the same as fast as they are taken. A reader may leave before the end. */
export async function writeRejectedRows(database: Pick<Database, 'stream'>, to: Writable): Promise<void> {
  try {
    await pipeline(await rejectedRows(database), to, { end: false });
  } catch (error) {
    if (!isClosedByReader(error)) throw error;
  }
}
