import type { Readable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';

/**
 * Rejected rows as CSV: file, line, reason and the row as it came; of the newest load of each file only, so that rows
 * that were mended and loaded again are not listed any more.
 */
export const rejectedRows = (database: Database): Promise<Readable> =>
  database.stream({
    sql: `SELECT file, line, reason, raw
FROM rejected_row
JOIN (
    SELECT max(number) AS load, file
    FROM (SELECT load AS number, file FROM load FINAL)
    WHERE number IN (SELECT arrayJoin(loads) FROM publication)
    GROUP BY file
) AS newest USING load
ORDER BY file, line
FORMAT CSVWithNames`,
    label: 'rejected rows',
  });
