import type { ComparedSide } from '@hotline-atlas/model';
import type { Piece } from './piece.ts';

/**
 * What a question counts: the period asked for and the one it is compared with; and of either, the days that
 * are compared (`paired`), or those that are not (`unpaired`), whichever is read.
 */
export type Side = 'now' | 'before' | 'unpaired' | 'before_unpaired' | 'paired' | 'before_paired';

/** In the order of their columns. */
export const allSides: readonly Side[] = [
  'now',
  'before',
  'unpaired',
  'before_unpaired',
  'paired',
  'before_paired',
];

/** Whether the days of a side are of the period compared with. */
export const isEarlier = (side: Side): boolean => side.startsWith('before');

/** What stands before the columns of a side. */
export const prefixOf = (side: Side): string => (side === 'now' ? '' : `${side}_`);

/** What is read for each side that is read. */
export type Reads = { now: Piece[] } & Partial<Record<Side, Piece[]>>;

/**
 * How the compared days of a side are known: they are all its days (`same`); all but some, which are read and
 * taken away (`less`); or they are read by themselves (`apart`).
 */
export type PairedBy = Record<ComparedSide, 'same' | 'less' | 'apart'>;

/** The side on which what is paired is read beside all days of a side; null where nothing is. */
export function besideOf(compared: ComparedSide, by: PairedBy): Side | null {
  if (by[compared] === 'same') return null;
  const what = by[compared] === 'less' ? 'unpaired' : 'paired';
  return compared === 'now' ? what : `before_${what}`;
}

/** The sides a plan reads, in order. */
export const sidesRead = ({ reads }: { reads: Reads }): Side[] => allSides.filter((side) => reads[side]);

/** All that a plan reads. */
export const piecesRead = ({ reads }: { reads: Reads }): Piece[] =>
  allSides.flatMap((side) => reads[side] ?? []);
