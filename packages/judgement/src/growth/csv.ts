import type { Growth } from '@hotline-atlas/model';
import { columnsCsv } from '../answer/columns-csv.ts';

/** What stands for a rest: no code of a city is a star. */
const rest = '*';

/** A file with one line a cell, rests as `*`. */
export function growthCsv({ rows, columns, cells, meta }: Growth): string {
  const width = Math.max(1, columns.value.length);
  const positions = cells.now.map((_, at) => at);
  return columnsCsv({
    [meta.rows]: positions.map((at) => rows.value[Math.floor(at / width)] ?? rest),
    [meta.columns]: positions.map((at) => columns.value[at % width] ?? rest),
    now: cells.now,
    usual: cells.usual,
    lower: cells.lower,
    upper: cells.upper,
    p: cells.p,
    q: cells.q,
    mark: cells.mark,
    is_new: cells.is_new.map(Number),
  });
}
