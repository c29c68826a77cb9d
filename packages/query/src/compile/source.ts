import { isGrain } from '@hotline-atlas/model';
import type { Piece } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reading } from '../plan/reading.ts';
import { isEarlier, type Side, sidesRead } from '../plan/side.ts';
import type { Table } from '../plan/table.ts';

/** What is read of a table for one side. */
export interface Share {
  side: Side;
  reading: Reading;
  /** Keeps the placeholders of several shares apart. */
  label: string;
}

/** A table that is read once: for one side of a question, or for several at the same time. */
export interface Source {
  table: Table;
  shares: readonly [Share, ...Share[]];
}

const sharesOfSide = (side: Side, pieces: readonly Piece[]): { table: Table; share: Share }[] =>
  pieces.map(({ table, reading }, index) => ({
    table,
    share: { side, reading, label: index === 0 ? side : `${side}_${index}` },
  }));

/** Whether no row is read for both of two readings. */
export const areApart = (one: Reading, other: Reading): boolean =>
  !one.generations.some((generation) => other.generations.includes(generation));

const ofTable = (table: Table, shares: readonly Share[]): Source[] => {
  const [first, ...more] = shares;
  return first ? [{ table, shares: [first, ...more] }] : [];
};

/**
 * What a plan reads. A table that several sides need is read once for all, unless a row might count in two buckets of time: in its
 * own, and in the one it is compared with.
 */
export function sourcesOfPlan(plan: Plan): Source[] {
  const inTime = plan.query.by.some(isGrain);
  const all = sidesRead(plan).flatMap((side) => sharesOfSide(side, plan.reads[side] ?? []));
  const tables = [...new Set(all.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const shares = all.filter((each) => each.table === table).map(({ share }) => share);
    const earlier = shares.filter(({ side }) => isEarlier(side));
    const current = shares.filter(({ side }) => !isEarlier(side));
    const inOne =
      !inTime || current.every(({ reading }) => earlier.every((other) => areApart(reading, other.reading)));
    return inOne ? ofTable(table, shares) : [...ofTable(table, current), ...ofTable(table, earlier)];
  });
}
