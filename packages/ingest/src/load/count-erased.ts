import type { Database } from '@hotline-atlas/clickhouse';
import { erasedReason } from '../map/left-out.ts';
import { countOf } from '../tables/count-of.ts';
import type { LoadEntry } from '../tables/ledger.ts';

/** Rows set aside because their appeals were erased as a whole before. */
export const countErased = (database: Database, loads: readonly LoadEntry[]): Promise<number> =>
  countOf(
    database,
    `SELECT count() AS found FROM rejected_row WHERE load IN {loads:Array(UInt32)} AND reason = '${erasedReason}'`,
    { loads: loads.map(({ load }) => load) },
  );
