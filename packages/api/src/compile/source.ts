import { isGrain } from '@hotline-atlas/model';
import type { Piece } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reading } from '../plan/reading.ts';
import type { Table } from '../plan/table.ts';

/** The period asked for, or the one it is compared with. */
export type Side = 'now' | 'before';

/** What is read of a table for one side. */
export interface Share {
  side: Side;
  reading: Reading;
  /** Keeps the placeholders of several shares apart. */
  label: string;
}

/** A table that is read once: for one side of a question, or for both at the same time. */
export interface Source {
  table: Table;
  shares: readonly [Share] | readonly [now: Share, before: Share];
}

const sourcesOfSide = (side: Side, pieces: readonly Piece[]): { table: Table; share: Share }[] =>
  pieces.map(({ table, reading }, index) => ({
    table,
    share: { side, reading, label: index === 0 ? side : `${side}_${index}` },
  }));

/** Whether no row is read for both of two readings. */
export const areApart = (one: Reading, other: Reading): boolean =>
  !one.generations.some((generation) => other.generations.includes(generation));

/**
 * What a plan reads. A table that both sides need is read once for both, unless a row might count in two buckets of
 * time: in its own, and in the one it is compared with.
 */
export function sourcesOfPlan({ now, before, query }: Plan): Source[] {
  const inTime = query.by.some(isGrain);
  const left = new Set(sourcesOfSide('before', before ?? []));
  const sources = sourcesOfSide('now', now).map(({ table, share }): Source => {
    const fits = (other: typeof share) => !inTime || areApart(share.reading, other.reading);
    const partner = [...left].find((each) => each.table === table && fits(each.share));
    if (!partner) return { table, shares: [share] };
    left.delete(partner);
    return { table, shares: [share, partner.share] };
  });
  return [...sources, ...[...left].map(({ table, share }): Source => ({ table, shares: [share] }))];
}
