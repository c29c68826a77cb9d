import type { Readable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';

/**
 * All loads as CSV, the newest last: number, when it began, file, source, rows, what they added, and the
 * state: `counts`, `withdrawn`, `replaced` (by the same file under a newer mapping) or `failed`.
 */
export const listLoads = (database: Database): Promise<Readable> =>
  database.stream({
    sql: `WITH
  (SELECT groupArrayArray(loads) FROM publication) AS published,
  (SELECT groupArrayArray(withdrawn) FROM publication WHERE empty(loads)) AS taken_back,
  (SELECT groupArrayArray(withdrawn) FROM publication WHERE notEmpty(loads)) AS superseded
SELECT load, formatDateTime(started, '%FT%TZ') AS started, file, source, read, kept, rejected, added, corrected, repeated,
       multiIf(has(taken_back, load), 'withdrawn', has(superseded, load), 'replaced', has(published, load), 'counts', 'failed') AS state,
       problem
FROM (SELECT * EXCEPT state, state = 'failed' AS is_failed FROM load FINAL)
WHERE file != '' AND (has(published, load) OR is_failed)
ORDER BY load
FORMAT CSVWithNames`,
    label: 'loads',
  });
