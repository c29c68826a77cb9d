import { isGrain } from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import type { Piece } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
import { isEarlier, type Side, sidesRead } from '../plan/side.ts';
import type { Table } from '../plan/table.ts';

/** The months that a scan reads for one side. */
export interface ScanSide {
  side: Side;
  months: Months;
  /** Keeps the placeholders of several shares apart. */
  label: string;
}

/** One reading of a table: for one side of a question, or for several at once. */
export interface Scan {
  table: Table;
  sides: readonly [ScanSide, ...ScanSide[]];
}

const sharesOfSide = (side: Side, pieces: readonly Piece[]): { table: Table; share: ScanSide }[] =>
  pieces.map(({ table, months }, index) => ({
    table,
    share: { side, months, label: index === 0 ? side : `${side}_${index}` },
  }));

/** Whether no row is read for both of two readings. */
export const areApart = (one: Months, other: Months): boolean =>
  !one.generations.some((generation) => other.generations.includes(generation));

const ofTable = (table: Table, sides: readonly ScanSide[]): Scan[] => {
  const [first, ...more] = sides;
  return first ? [{ table, sides: [first, ...more] }] : [];
};

/**
 * What a plan reads. A table that several sides need is read once for all, unless a row might count in two
 * buckets of time: in its own, and in the one it is compared with.
 */
export function scansOf(plan: Plan): Scan[] {
  const inTime = plan.query.by.some(isGrain);
  const all = sidesRead(plan).flatMap((side) => sharesOfSide(side, plan.reads[side] ?? []));
  const tables = [...new Set(all.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const sides = all.filter((each) => each.table === table).map(({ share }) => share);
    const earlier = sides.filter(({ side }) => isEarlier(side));
    const current = sides.filter(({ side }) => !isEarlier(side));
    const inOne =
      !inTime || current.every(({ months }) => earlier.every((other) => areApart(months, other.months)));
    return inOne ? ofTable(table, sides) : [...ofTable(table, current), ...ofTable(table, earlier)];
  });
}
