import type { Readable, Writable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';
import { writeRows } from './write-rows.ts';

/**
 * Rejected rows as CSV: file, line, reason and the row as it came; of the newest load of each file only, so
 * that rows that were mended and loaded again are not listed any more.
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

/** Writes the same as fast as they are taken. A reader may leave before the end. */
export async function writeRejectedRows(database: Pick<Database, 'stream'>, to: Writable): Promise<void> {
  await writeRows(await rejectedRows(database), to);
}
