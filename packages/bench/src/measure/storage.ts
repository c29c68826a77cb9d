import type { Database } from '@hotline-atlas/clickhouse';
import { rounded } from '../summary.ts';

/** What the data takes on disk, compressed. */
export interface StorageFigures {
  appeals: number;
  bytes_of_rows: number;
  /** Those of the newest appeals in the order of their receipt among them. */
  bytes_of_rollups: number;
  /** Bytes of rollups over bytes of rows. */
  rollup_share: number;
  bytes_per_appeal: number;
  /** Bytes per appeal by column, the largest first; indexes under their own name. */
  columns: { name: string; bytes_per_appeal: number }[];
  tables: { name: string; rows: number; bytes: number }[];
}

interface TableSize {
  name: string;
  rows: number;
  bytes: number;
}

const tableSizes = `SELECT table AS name, toUInt64(sum(rows)) AS rows, toUInt64(sum(bytes_on_disk)) AS bytes
FROM system.parts WHERE database = currentDatabase() AND active GROUP BY table ORDER BY bytes DESC`;

const columnSizes = `SELECT column AS name, toUInt64(sum(column_bytes_on_disk)) AS bytes
FROM system.parts_columns WHERE database = currentDatabase() AND active AND table = 'appeal' GROUP BY column
UNION ALL
SELECT concat('index ', name), toUInt64(sum(data_compressed_bytes))
FROM system.data_skipping_indices WHERE database = currentDatabase() AND table = 'appeal' GROUP BY name`;

/** Sizes of everything a city's database holds. */
export async function measureStorage(city: Database): Promise<StorageFigures> {
  const { rows: tables } = await city.rows<TableSize>({ sql: tableSizes, label: 'bench: tables' });
  const { rows: columns } = await city.rows<Omit<TableSize, 'rows'>>({
    sql: columnSizes,
    label: 'bench: columns',
  });
  const fact = tables.find(({ name }) => name === 'appeal');
  const appeals = fact?.rows ?? 0;
  const rollups = tables.filter(({ name }) => name.startsWith('rollup_') || name === 'appeal_newest');
  const bytesOfRollups = rollups.reduce((sum, { bytes }) => sum + bytes, 0);
  const each = (bytes: number) => rounded(bytes / Math.max(appeals, 1), 2);
  return {
    appeals,
    bytes_of_rows: fact?.bytes ?? 0,
    bytes_of_rollups: bytesOfRollups,
    rollup_share: rounded(bytesOfRollups / Math.max(fact?.bytes ?? 0, 1), 4),
    bytes_per_appeal: each(fact?.bytes ?? 0),
    columns: columns
      .map(({ name, bytes }) => ({ name, bytes_per_appeal: each(bytes) }))
      .filter(({ bytes_per_appeal: bytes }) => bytes > 0)
      .sort((a, b) => b.bytes_per_appeal - a.bytes_per_appeal),
    tables,
  };
}
