import type { Database } from '@hotline-atlas/clickhouse';

/** The number a statement finds, under the name `found`. */
export async function countOf(
  database: Database,
  sql: string,
  parameters: Record<string, unknown> = {},
): Promise<number> {
  const { rows } = await database.rows<{ found: number }>({ sql, parameters });
  return rows[0]?.found ?? 0;
}
