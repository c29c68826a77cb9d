import type { Database } from '@hotline-atlas/clickhouse';

/** A table questions can be answered from. */
export interface Table {
  name: string;
  /** Columns it can be grouped and filtered by; null for the rows themselves, which hold everything. */
  keys: ReadonlySet<string> | null;
  /** How it holds times to close by class: counted in an array, listed one an appeal, or one in every row. */
  closing: 'counted' | 'listed' | 'single' | null;
  /** Whether it holds a sketch of different callers. */
  callers: boolean;
  /** Whether it tells open orders apart, and nothing of others: it answers for open orders alone. */
  openOnly: boolean;
}

/** The rows, which can answer everything. */
export const appealTable: Table = {
  name: 'appeal',
  keys: null,
  closing: 'single',
  callers: true,
  openOnly: false,
};

/** Whether a generation of it is a year; else it is a month. */
export const isOfYears = ({ keys }: Table): boolean => keys?.has('year') ?? false;

/** Columns of cells, by their resolution. */
export const cellColumns = { cell: 10, cell9: 9, cell8: 8 } as const satisfies Record<string, number>;
export type CellColumn = keyof typeof cellColumns;
const cellColumnNames = Object.keys(cellColumns) as CellColumn[];

/** The column of a table that holds its cells; none where it has no cells. */
export const cellColumnOf = ({ keys }: Table): CellColumn | undefined =>
  keys === null ? 'cell' : cellColumnNames.find((column) => keys.has(column));

/** Columns that know the cell of a resolution: its own and finer ones. */
export const cellColumnsFor = (resolution: number): CellColumn[] =>
  cellColumnNames.filter((column) => cellColumns[column] >= resolution);

const isMeasure = (column: string): boolean =>
  column.startsWith('s_') || ['close_histogram', 'close_classes', 'callers'].includes(column);

function closingOf(columns: readonly string[]): Table['closing'] {
  if (columns.includes('close_histogram')) return 'counted';
  return columns.includes('close_classes') ? 'listed' : null;
}

/** The rollups among columns of `rollup_*` tables. */
export function rollupsFrom(columns: readonly { table: string; name: string }[]): Table[] {
  const names = [...new Set(columns.map(({ table }) => table))].sort();
  return names.map((table) => {
    const own = columns.filter((column) => column.table === table).map((column) => column.name);
    return {
      name: table,
      keys: new Set(own.filter((column) => !isMeasure(column) && column !== 'generation')),
      closing: closingOf(own),
      callers: own.includes('callers'),
      openOnly: own.includes('order_state'),
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
