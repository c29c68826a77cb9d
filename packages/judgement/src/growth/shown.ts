import type { Figure, Told } from './figures.ts';
import type { GrowthCounts } from './gathered.ts';

/** Values that are shown, by their numbers, in order; and the position of each. */
export interface Shown {
  numbers: number[];
  position: ReadonlyMap<number, number>;
}

/**
 * The values to show: largest marked growth first, then the largest. Unknown ones are never among them.
 * @param growths of each value
 */
export function shownOf(
  values: readonly string[],
  totals: readonly Figure[],
  growths: readonly number[],
  most: number,
): Shown {
  const known = values.map((_, number) => number).filter((number) => values[number] !== '');
  const size = (number: number) => totals[number]?.now ?? 0;
  const growth = (number: number) => growths[number] ?? 0;
  const numbers = known
    .sort(
      (a, b) =>
        growth(b) - growth(a) || size(b) - size(a) || ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1),
    )
    .slice(0, most);
  return { numbers, position: new Map(numbers.map((number, at) => [number, at])) };
}

const nothing = { now: 0, usual: 0 };

/** A sum of figures; what has no usual level makes it unknown. */
const plus = (one: Told, other: Told): Told => ({
  now: one.now + other.now,
  usual: one.usual + other.usual,
});

/** Totals of the values shown, and of the rest. */
export function shownTotals(totals: readonly Figure[], { numbers, position }: Shown): Told[] {
  const rest = totals.filter((_, number) => !position.has(number)).reduce(plus, nothing);
  return [...numbers.map((number) => totals[number] ?? nothing), rest];
}

/** The cells shown, row by row, with a last row and a last column of rests. */
export function shownCells(
  figures: readonly Figure[],
  { row, column, days }: Pick<GrowthCounts, 'row' | 'column' | 'days'>,
  { rows, columns }: { rows: Shown; columns: Shown },
): Told[] {
  const [height, width] = [rows.numbers.length + 1, columns.numbers.length + 1];
  const empty: Figure = {
    ...{ now: 0, usual: days.length > 1 ? 0 : Number.NaN, earlier: 0, level: null },
    ...{ p: Number.NaN, q: Number.NaN, mark: 'too_few' },
  };
  const cells: Told[] = Array.from({ length: height * width }, (_, at) =>
    at % width === width - 1 || at >= (height - 1) * width ? nothing : empty,
  );
  figures.forEach((figure, at) => {
    const [r, c] = [rows.position.get(row[at] ?? -1), columns.position.get(column[at] ?? -1)];
    const position = (r ?? height - 1) * width + (c ?? width - 1);
    cells[position] = r === undefined || c === undefined ? plus(cells[position] ?? nothing, figure) : figure;
  });
  return cells;
}
