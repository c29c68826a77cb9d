import { monthOfGeneration } from '@hotline-atlas/clickhouse';

/** So many generations of a month that are about as large as one another become one. */
const many = 8;

/** A generation that will count, and its appeals. */
export interface Held {
  generation: number;
  rows: number;
}

const sizeOf = ({ rows }: Held): number => Math.floor(Math.log(Math.max(rows, 1)) / Math.log(many));

function grouped(all: readonly Held[], keyOf: (held: Held) => number): Held[][] {
  const groups = new Map<number, Held[]>();
  for (const held of all) groups.set(keyOf(held), [...(groups.get(keyOf(held)) ?? []), held]);
  return [...groups.values()];
}

/** Of the generations of one month, those that become one. */
function foldedOf(month: readonly Held[], replaced: ReadonlySet<number>): Held[] {
  const anew = month.filter(({ generation }) => replaced.has(generation));
  const rowsAnew = anew.reduce((sum, { rows }) => sum + rows, 0);
  const along = anew.length > 0 ? month.filter(({ rows }) => rows <= rowsAnew) : [];
  const alike = grouped(month, sizeOf).filter((group) => group.length >= many);
  return [...anew, ...along, ...alike.flat()];
}

/**
 * Generations to be written anew as one for each month: those that have to be, with what of their month is no larger; and where a
 * month came in many files, as from a hotline that hands over every day, eight of a size (as in a log-structured merge tree: an appeal is
 * written anew once for every power of eight, and a month lies in some ten generations at the most). Every generation has sums of its own in
 * the rollups, so that thirty of a month make thirty rows of one. Pure.
 * @param held generations that will count
 * @param incoming those that come in: other months are left alone
 * @param replaced those that have to be written anew
 */
export function fold(
  held: readonly Held[],
  incoming: readonly number[],
  replaced: readonly number[],
): number[] {
  const months = new Set([...incoming, ...replaced].map(monthOfGeneration));
  const touched = held.filter(({ generation }) => months.has(monthOfGeneration(generation)));
  const folded = grouped(touched, ({ generation }) => monthOfGeneration(generation)).flatMap((month) =>
    foldedOf(month, new Set(replaced)),
  );
  const byMonth = (a: number, b: number) => monthOfGeneration(a) - monthOfGeneration(b) || a - b;
  return [...new Set([...replaced, ...folded.map(({ generation }) => generation)])].sort(byMonth);
}
