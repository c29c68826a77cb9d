import { monthOfGeneration } from '@hotline-atlas/clickhouse';

/** So many generations of a month that are about as large as one another become one. */
const many = 8;

/** A generation and its appeals. */
export interface Held {
  generation: number;
  rows: number;
}

const sizeOf = ({ rows }: Held): number => Math.floor(Math.log2(Math.max(rows, 1)) / Math.log2(many));

function grouped(all: readonly Held[], keyOf: (held: Held) => number): Held[][] {
  const groups = new Map<number, Held[]>();
  for (const held of all) {
    const group = groups.get(keyOf(held));
    if (group) group.push(held);
    else groups.set(keyOf(held), [held]);
  }
  return [...groups.values()];
}

const byMonth = (all: readonly Held[]): Held[][] =>
  grouped(all, ({ generation }) => monthOfGeneration(generation));

/** Of the generations of one month, those of which there are many of a size. */
const alike = (month: readonly Held[]): Held[] =>
  grouped(month, sizeOf)
    .filter((group) => group.length >= many)
    .flat();

/** Of the generations of one month, those that become one with those that have to be written anew. */
function along(month: readonly Held[], replaced: ReadonlySet<number>): Held[] {
  const anew = month.filter(({ generation }) => replaced.has(generation));
  const rows = anew.reduce((sum, held) => sum + held.rows, 0);
  return anew.length > 0 ? month.filter((held) => replaced.has(held.generation) || held.rows <= rows) : [];
}

const numbers = (all: readonly Held[]): number[] =>
  [...new Set(all.map(({ generation }) => generation))].sort(
    (a, b) => monthOfGeneration(a) - monthOfGeneration(b) || a - b,
  );

/**
 * Generations that a publication writes anew as one for each month: those that have to be, with what of their
 * month is no larger; and of those that come in, many of a size. The others wait until they are folded. Pure.
 * @param held generations that will count
 * @param incoming those that come in
 * @param replaced those that have to be written anew
 */
export function rewrittenTogether(
  held: readonly Held[],
  incoming: readonly number[],
  replaced: readonly number[],
): number[] {
  const [comes, anew] = [new Set(incoming), new Set(replaced)];
  const corrected = byMonth(held).flatMap((month) => along(month, anew));
  const together = byMonth(held.filter(({ generation }) => comes.has(generation))).flatMap(alike);
  return [...new Set([...replaced, ...numbers([...corrected, ...together])])].sort(
    (a, b) => monthOfGeneration(a) - monthOfGeneration(b) || a - b,
  );
}

/**
 * Generations that are folded: eight of a size of a month become one, as in a log-structured merge tree. An
 * appeal is written anew once for every power of eight, and a month lies in seven generations of a size at
 * the most. Every generation has sums of its own in the rollups, so that thirty of a month make thirty rows
 * of one. Pure.
 * @param held generations that count
 */
export const foldedGenerations = (held: readonly Held[]): number[] => numbers(byMonth(held).flatMap(alike));
