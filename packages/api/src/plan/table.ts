import type { Database } from '@hotline-atlas/clickhouse';

/** A table questions can be answered from. */
export interface Table {
  name: string;
  /** Columns it can be grouped and filtered by; null for the rows themselves, which hold everything. */
  keys: ReadonlySet<string> | null;
  /** Whether it counts times to close by class. */
  histogram: boolean;
}

/** The rows, which can answer everything. */
export const appealTable: Table = { name: 'appeal', keys: null, histogram: true };

/** Resolution of the column `cell` of rollups; the rows hold {@link rowCellResolution}. */
export const rollupCellResolution = 9;
export const rowCellResolution = 10;

const isMeasure = (column: string): boolean => column.startsWith('n_') || column === 'close_histogram';

/** The rollups among columns of `rollup_*` tables. */
export function rollupsFrom(columns: readonly { table: string; name: string }[]): Table[] {
  const names = [...new Set(columns.map(({ table }) => table))].sort();
  return names.map((table) => {
    const own = columns.filter((column) => column.table === table).map((column) => column.name);
    return {
      name: table,
      keys: new Set(own.filter((column) => !isMeasure(column) && column !== 'generation')),
      histogram: own.includes('close_histogram'),
    };
  });
}

/** Every table of the database that can answer, found by its name and columns. */
export async function readTables(database: Database): Promise<Table[]> {
  const { rows } = await database.rows<{ table: string; name: string }>({
    sql: `SELECT table, name FROM system.columns
WHERE database = currentDatabase() AND startsWith(table, 'rollup_') AND table != 'rollup_columns'
ORDER BY table, position`,
    label: 'tables',
  });
  return [...rollupsFrom(rows), appealTable];
}
