import { incompleteBeta } from '../distributions/incomplete-beta.ts';

/** Seasons of a year, how sure it is that there are any, and what they rest on. */
export interface YearSeason {
  /** Shapes seasons: level beside the mean season; NaN where a season has no data. */
  factors: Float64Array;
  /** p of there being none; NaN where too little is known. */
  p: number;
  /** How much more than chance counts vary beside level and season, at least 1. */
  dispersion: number;
  freedom: number;
  /** Years with data. */
  years: number;
}

const mostRounds = 200;
const settled = 1e-10;
const leastCount = 1e-9;

/** One count with the year and the season it belongs to. */
interface Cell {
  year: number;
  season: number;
  count: number;
  exposure: number;
}

const cellsOf = (counts: Float64Array, exposures: Float64Array, seasons: number): Cell[] =>
  [...counts].flatMap((count, at) =>
    Number.isNaN(count)
      ? []
      : [{ year: Math.floor(at / seasons), season: at % seasons, count, exposure: exposures[at] ?? 0 }],
  );

/** Counts over exposures times what the other factor lends them, one a group. */
function ratios(
  cells: readonly Cell[],
  groups: number,
  groupOf: (cell: Cell) => number,
  lent: (cell: Cell) => number,
): Float64Array {
  const [counted, expected] = [new Float64Array(groups), new Float64Array(groups)];
  for (const cell of cells) {
    const group = groupOf(cell);
    counted[group] = (counted[group] ?? 0) + cell.count;
    expected[group] = (expected[group] ?? 0) + cell.exposure * lent(cell);
  }
  return counted.map((count, group) => count / (expected[group] ?? 0));
}

/** Levels of the years and factors of the seasons by iterative proportional fitting. */
function fitted(cells: readonly Cell[], years: number, seasons: number) {
  let factors = new Float64Array(seasons).fill(1);
  let levels = new Float64Array(years);
  for (let round = 0; round < mostRounds; round++) {
    levels = Float64Array.from(
      ratios(
        cells,
        years,
        ({ year }) => year,
        ({ season }) => factors[season] ?? 0,
      ),
    );
    const next = ratios(
      cells,
      seasons,
      ({ season }) => season,
      ({ year }) => levels[year] ?? 0,
    );
    const moved = Math.max(...next.map((factor, season) => Math.abs(factor - (factors[season] ?? 0)) || 0));
    factors = Float64Array.from(next);
    if (moved < settled) break;
  }
  return { levels, factors };
}

/** Poisson deviance of the cells beside what a model expects of them. */
const devianceOf = (cells: readonly Cell[], expected: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => {
    const mean = Math.max(expected(cell), leastCount);
    return sum + 2 * ((cell.count > 0 ? cell.count * Math.log(cell.count / mean) : 0) - (cell.count - mean));
  }, 0);

/** How likely F is at least so large by chance. */
const fTail = (value: number, above: number, below: number): number =>
  incompleteBeta(below / 2, above / 2, below / (below + above * value)).lower;

const distinct = (values: readonly number[]): number => new Set(values).size;

/**
 * The season of counts over years: level of the year × season, a two-way Poisson model fitted by iterative
 * proportional fitting (Deming & Stephan 1940, Annals of Mathematical Statistics 11, 427-444). Whether there
 * is a season: the deviance it explains over that left, as F (McCullagh & Nelder 1989, Generalized Linear
 * Models, 6.2: dispersion by Pearson's statistic).
 *
 * @param counts index = year · seasons + season; NaN where there is no data
 * @param exposures the same shape: days
 */
export function yearSeason(counts: Float64Array, exposures: Float64Array, seasons = 12): YearSeason {
  const cells = cellsOf(counts, exposures, seasons);
  const [years, known] = [
    distinct(cells.map(({ year }) => year)),
    distinct(cells.map(({ season }) => season)),
  ];
  const unknown = new Float64Array(seasons).fill(Number.NaN);
  const freedom = cells.length - years - (known - 1);
  const sum = cells.reduce((all, { count }) => all + count, 0);
  if (years < 2 || known < seasons || freedom < 1 || sum === 0)
    return { factors: unknown, p: Number.NaN, dispersion: 1, freedom: Math.max(0, freedom), years };
  const all = Math.ceil(counts.length / seasons);
  const { levels, factors } = fitted(cells, all, seasons);
  const means = ratios(
    cells,
    all,
    ({ year }) => year,
    () => 1,
  );
  const expected = ({ year, season, exposure }: Cell) =>
    (levels[year] ?? 0) * (factors[season] ?? 0) * exposure;
  const pearson = cells.reduce((total, cell) => {
    const mean = Math.max(expected(cell), leastCount);
    return total + (cell.count - mean) ** 2 / mean;
  }, 0);
  const dispersion = Math.max(1, pearson / freedom);
  const flat = devianceOf(cells, ({ year, exposure }) => (means[year] ?? 0) * exposure);
  const explained = Math.max(0, flat - devianceOf(cells, expected));
  const mean = factors.reduce((total, factor) => total + factor, 0) / seasons;
  return {
    factors: factors.map((factor) => factor / mean),
    p: fTail(explained / (seasons - 1) / dispersion, seasons - 1, freedom),
    ...{ dispersion, freedom, years },
  };
}
