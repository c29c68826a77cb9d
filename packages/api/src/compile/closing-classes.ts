import type { Table } from '../plan/table.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { aggregate, none, type Part } from './part.ts';

/**
 * The 64 classes of times to close as eight numbers of 256 bits, eight classes in each, so that eight additions do for 64: most of the time
 * for many places. Each keeps the 32 bits it is stored in, 4 thousand million appeals, and so never carries into the next.
 */
const packed = (classes: Sql): Sql => sql`reinterpret(reinterpret(${classes}, 'String'), 'Array(UInt256)')`;
const unpacked = (numbers: Sql): Sql => sql`reinterpret(reinterpret(${numbers}, 'String'), 'Array(UInt32)')`;

const added = (numbers: Sql, when: Sql | null = null): Sql =>
  aggregate(sql`sumWithOverflowForEach`, none, numbers, when);

/** Classes that are not counted yet, one by one or in lists. */
function counting({ closing }: Table, when: Sql | null): Sql {
  const resampled = sql`(1, 65, 1)`;
  return closing === 'listed'
    ? aggregate(sql`countResampleArray`, resampled, sql`source.close_classes`, when)
    : aggregate(sql`countResample`, resampled, sql`source.close_bin`, when);
}

const counted = (table: Table, when: Sql | null = null): Sql =>
  table.closing === 'counted'
    ? unpacked(added(packed(sql`source.close_histogram`), when))
    : counting(table, when);

const partly = (table: Table, when: Sql | null = null): Sql =>
  table.closing === 'counted'
    ? added(packed(sql`source.close_histogram`), when)
    : packed(sql`CAST(${counting(table, when)}, 'Array(UInt32)')`);

/** Appeals closed, by class of the time it took. */
export const closingClasses: Part = {
  column: 'close_histogram',
  counted,
  partly,
  together: (column) => unpacked(added(column)),
  empty: sql`[]`,
};
