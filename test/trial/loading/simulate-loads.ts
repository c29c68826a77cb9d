import { firstGenerationOf, monthOfGeneration, nextNumber } from '@hotline-atlas/clickhouse';
import { foldedGenerations } from '@hotline-atlas/ingest';

/**
 * Generations a month of so many appeals lies in at the most: seven of each size, the sizes being powers of
 * eight.
 */
export const partitionsNeeded = (appeals: number): number =>
  7 * (1 + Math.floor(Math.log2(Math.max(appeals, 1)) / 3));

/** What became of a feed. */
export interface Simulated {
  appeals: number;
  /** Numbers of loads and foldings taken. */
  numbers: number;
  generations: number;
  /** The most at once: generations that count, and those held with what readers may still be reading. */
  most: { counting: number; held: number; beyond: number };
  rewrittenPerAppeal: number;
}

/** Appeals a load brings. */
const rowsALoad = 100;
/** Loads in a month: one a minute, nearly. */
const loadsAMonth = 40_000;
/** Loads while readers may still read what was replaced. */
const loadsOfGrace = 60;
/** Numbers begin here, so that the places of generations wrap around on the way. */
const firstNumber = 2 ** 20 - 5000;

/**
 * A feed of small loads, by the arithmetic that loading goes by, without the engine: each load takes a number
 * and becomes a generation of its month, one in twenty also one of the month before; what can be folded is,
 * under a number of its own; what was replaced is held until no reader can be reading it. Before it there is
 * a year of whole months.
 */
export function simulate(loads: number): Simulated {
  const held = new Map<number, number>();
  for (let month = 1400; month < 1412; month++) held.set(firstGenerationOf(1) + month, 2_500_000);
  const old = [...held.values()].reduce((sum, rows) => sum + rows, 0);
  const dropped: { at: number; generation: number }[] = [];
  let number = firstNumber;
  let rewritten = 0;
  const most = { counting: 0, held: 0, beyond: Number.NEGATIVE_INFINITY };
  const take = () => {
    number = nextNumber(number, [...held.keys(), ...dropped.map(({ generation }) => generation)]);
    return firstGenerationOf(number);
  };
  const write = (first: number, month: number, rows: number) => {
    if (held.has(first + month)) throw new Error(`Generation ${first + month} is held already`);
    held.set(first + month, rows);
  };
  for (let load = 0; load < loads; load++) {
    while (dropped[0] && dropped[0].at <= load) dropped.shift();
    const month = 1412 + Math.floor(load / loadsAMonth);
    const late = load % 20 === 0 ? 5 : 0;
    const first = take();
    write(first, month, rowsALoad - late);
    if (late > 0) write(first, month - 1, late);
    const replaced = foldedGenerations([...held].map(([generation, rows]) => ({ generation, rows })));
    const together = new Map<number, number>();
    for (const generation of replaced) {
      const rows = held.get(generation) ?? 0;
      const of = monthOfGeneration(generation);
      together.set(of, (together.get(of) ?? 0) + rows);
      rewritten += rows;
      held.delete(generation);
      dropped.push({ at: load + loadsOfGrace, generation });
    }
    if (together.size > 0) {
      const begin = take();
      for (const [of, rows] of together) write(begin, of, rows);
    }
    const months = new Map<number, { generations: number; rows: number }>();
    for (const [generation, rows] of held) {
      const of = monthOfGeneration(generation);
      const known = months.get(of) ?? { generations: 0, rows: 0 };
      months.set(of, { generations: known.generations + 1, rows: known.rows + rows });
    }
    for (const { generations, rows } of months.values())
      most.beyond = Math.max(most.beyond, generations - partitionsNeeded(rows));
    most.counting = Math.max(most.counting, held.size);
    most.held = Math.max(most.held, held.size + dropped.length);
  }
  return {
    appeals: [...held.values()].reduce((sum, rows) => sum + rows, 0) - old,
    numbers: number - firstNumber,
    generations: held.size,
    most,
    rewrittenPerAppeal: rewritten / (loads * rowsALoad),
  };
}
