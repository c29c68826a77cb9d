import { type Resolution, type Scope, type Selection, shift } from '@hotline-atlas/model';
import { cellAt } from '../compile/dimension.ts';
import type { History } from '../plan/history.ts';
import type { PlannedCity } from '../plan/plan.ts';
import { appealTable } from '../plan/table.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import type { Run } from '../run/run.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { monthsOfRecords, recordConditions } from './selected.ts';

/** The address most appeals in a cell say. */
export interface CellAddress {
  cell: string;
  address: string;
  district: string;
  subdistrict: string;
}

/** Months of addresses that are read, the newest. */
const months = 12;

/** Whether somebody may see where single appeals are. */
export const seesAddresses = ({ texts, place }: Pick<Scope, 'texts' | 'place'>): boolean =>
  texts && place === 'point';

const newest = (cells: readonly string[], { span }: History): Selection => ({
  where: [{ dimension: 'cell', exclude: false, values: [...cells] }],
  from: shift(span.to, 'month', -months),
  to: span.to,
  withoutRegimes: [],
});

function compileAddresses(
  cells: readonly string[],
  resolution: Resolution,
  { history, city, scope }: { history: History; city: PlannedCity; scope: Scope },
): Sql {
  const selection = newest(cells, history);
  const conditions = recordConditions(selection, monthsOfRecords(selection, history, city), scope);
  return sql`SELECT lower(substring(hex(place), 2)) AS cell, named.1 AS address, named.2 AS district, named.3 AS subdistrict
FROM (
  SELECT place, argMax((address, district, subdistrict), (appeals, last, address, subdistrict)) AS named
  FROM (
    SELECT ${cellAt(appealTable, resolution)} AS place, source.address AS address,
      toString(source.district) AS district, toString(source.subdistrict) AS subdistrict,
      count() AS appeals, max(source.received) AS last
    FROM appeal AS source
    WHERE ${conditions} AND source.address != ''
    GROUP BY place, address, district, subdistrict
  )
  GROUP BY place
)`;
}

/**
 * Of each cell the address most of its newest appeals say, the newest of several; nothing of cells without
 * one, nor for whoever may not see where single appeals are.
 * @throws NotOpen where the cells are finer than may be seen
 */
export async function readCellAddresses(
  cells: readonly string[],
  resolution: Resolution,
  run: Run & { city: PlannedCity; scope: Scope },
): Promise<CellAddress[]> {
  if (cells.length === 0 || !seesAddresses(run.scope)) return [];
  const { text, parameters } = compileAddresses(cells, resolution, run);
  const { rows } = await run.database.rows<CellAddress>({
    sql: text,
    parameters,
    settings: boundsOfQuestions,
    signal: run.signal,
    label: 'places: addresses',
  });
  return rows;
}
