type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Columns without values, named once or more. */
const columnsWithoutValues = /^\{(?:\s*"(?:[^"\\]|\\.)*": \[\],?)+\s*\}\s*$/;

/**
 * Reads the columns of an answer. ClickHouse 26.7 names the columns twice, which is no JSON, where an `ARRAY
 * JOIN` leaves no rows of those it was given.
 */
function columnsOf(json: string): Columns {
  try {
    return JSON.parse(json) as Columns;
  } catch (error) {
    if (columnsWithoutValues.test(json)) return {};
    throw error;
  }
}

/**
 * Rows of an answer in `JSONColumns`, which names every column once: a third of the bytes of `JSONEachRow`,
 * written, sent and parsed in half the time where there are many rows.
 */
export function rowsOfColumns(json: string): Record<string, unknown>[] {
  const columns = Object.entries(columnsOf(json));
  const rows: Record<string, unknown>[] = new Array(columns[0]?.[1].length ?? 0);
  for (let at = 0; at < rows.length; at++) {
    const row: Record<string, unknown> = {};
    for (const [name, values] of columns) row[name] = values[at];
    rows[at] = row;
  }
  return rows;
}
