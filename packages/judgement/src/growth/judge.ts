import { commonVariance } from '@hotline-atlas/statistics';
import { exposuresOf } from './exposures.ts';
import {
  type Counted,
  type Family,
  type Figure,
  type Figures,
  growthOf,
  inColumns,
  isNew,
  judged,
  spreadOf,
} from './figures.ts';
import type { GrowthCounts } from './gathered.ts';
import { type Shown, shownCells, shownOf, shownTotals } from './shown.ts';

/** A matrix to judge. */
export interface GrowthInput extends GrowthCounts {
  fewest: number;
  fewestPeriods: number;
  fewestNew: number;
  level: number;
  mostRows: number;
  mostColumns: number;
}

/** A cell beyond chance. */
interface Finding extends Pick<Figure, 'now' | 'usual' | 'p' | 'q'> {
  row: number;
  column: number;
  isNew: boolean;
  shown: boolean;
}

/** A matrix as it is judged: numbers of the rows and columns shown, and after each the rest. */
export interface GrowthJudged {
  rows: number[];
  columns: number[];
  rowTotals: Figures;
  columnTotals: Figures;
  cells: Figures;
  whole: Figures;
  findings: Finding[];
  tested: number;
  found: number;
  /** Appeals whose row, or column, is not known. */
  unknown: { rows: number; columns: number };
  milliseconds: number;
}

const mostFindings = 100;

/** Adds the periods of some cells. */
function added(cells: readonly Counted[], periods: number): Counted {
  const [counts, exposures] = [new Float64Array(periods), new Float64Array(periods)];
  for (const cell of cells)
    for (let period = 0; period < periods; period++) {
      counts[period] = (counts[period] ?? 0) + (cell.counts[period] ?? 0);
      exposures[period] = (exposures[period] ?? 0) + (cell.exposures[period] ?? 0);
    }
  return { counts, exposures };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Exposures of what has no history, beside which everything else is much. */
const little = 1e-9;

/**
 * The cells with what each period lends them, in appeals: exposures of the earlier periods add up to what was
 * counted in them. A total then has the exposures of its cells together.
 */
function countedCells(input: GrowthInput): Counted[] {
  const periods = input.days.length;
  const lent = exposuresOf(input);
  return Array.from(input.column, (column, cell) => {
    const counts = input.counts.subarray(cell * periods, (cell + 1) * periods);
    const own = lent.subarray(column * periods, (column + 1) * periods);
    const factor = Math.max(little, sum(counts.subarray(1))) / Math.max(little, sum(own.subarray(1)));
    return { counts, exposures: own.map((each) => each * factor) };
  });
}

/** The cells of each value. */
function cellsOf<Cell>(cells: readonly Cell[], of: Int32Array, values: readonly string[]): Cell[][] {
  const groups: Cell[][] = values.map(() => []);
  cells.forEach((cell, at) => {
    groups[of[at] ?? 0]?.push(cell);
  });
  return groups;
}

/** Totals of the rows or of the columns. */
function judgedTotals(
  cells: readonly Counted[],
  of: Int32Array,
  values: readonly string[],
  family: Family,
): Figure[] {
  const groups = cellsOf(cells, of, values);
  const totals = groups.map((group) => spreadOf(added(group, family.periods + 1)));
  const variance = commonVariance(
    totals.filter((_, value) => values[value] !== ''),
    family.periods,
  );
  return judged(totals, (value) => (values[value] === '' ? null : variance), family);
}

/** Cells against their own usual level. Those without a known row or column are not tested. */
function judgedCells(counted: readonly Counted[], input: GrowthInput, family: Family): Figure[] {
  const { rows, columns, row, column } = input;
  const cells = counted.map(spreadOf);
  const known = Array.from(row, (own, at) => rows[own] !== '' && columns[column[at] ?? 0] !== '');
  const ofColumns = cellsOf(
    cells.map((cell, at) => (known[at] ? cell : null)),
    column,
    columns,
  ).map((group) =>
    commonVariance(
      group.filter((cell) => cell !== null),
      family.periods,
    ),
  );
  return judged(cells, (at) => (known[at] ? (ofColumns[column[at] ?? 0] ?? 0) : null), family);
}

/** The largest marked growth of each value: of its own total, or of its cells together. */
function growthsOf(totals: readonly Figure[], cells: readonly Figure[], of: Int32Array): number[] {
  const inCells = totals.map(() => 0);
  cells.forEach((cell, at) => {
    const value = of[at] ?? 0;
    inCells[value] = (inCells[value] ?? 0) + growthOf(cell);
  });
  return totals.map((total, value) => Math.max(growthOf(total), inCells[value] ?? 0));
}

function findingsOf(
  figures: readonly Figure[],
  { row, column, fewestNew }: GrowthInput,
  { rows, columns }: { rows: Shown; columns: Shown },
): Finding[] {
  const all = figures.flatMap((figure, at) => {
    if (figure.mark !== 'beyond_chance') return [];
    const { now, usual, p, q } = figure;
    const [own, its] = [row[at] ?? 0, column[at] ?? 0];
    const shown = rows.position.has(own) && columns.position.has(its);
    return [{ row: own, column: its, now, usual, p, q, isNew: isNew(figure, fewestNew), shown }];
  });
  return all.sort((a, b) => b.now - b.usual - (a.now - a.usual)).slice(0, mostFindings);
}

/** Appeals of a value that is not known. */
const unknownIn = (values: readonly string[], totals: readonly Figure[]): number =>
  totals[values.indexOf('')]?.now ?? 0;

/** Judges every cell of a matrix against its own usual level, and chooses what is shown of it. */
export function judgeGrowth(input: GrowthInput): GrowthJudged {
  const began = performance.now();
  const { rows, columns, row, column, days, fewestNew } = input;
  const family: Family = { ...input, periods: days.length - 1 };
  const counted = countedCells(input);
  const cells = judgedCells(counted, input, family);
  const ofRows = judgedTotals(counted, row, rows, family);
  const ofColumns = judgedTotals(counted, column, columns, family);
  const total = spreadOf(added(counted, days.length));
  // The whole is restless as it was itself: columns move against each other.
  const whole = judged([total], () => commonVariance([total], family.periods), family);
  const shown = {
    rows: shownOf(rows, ofRows, growthsOf(ofRows, cells, row), input.mostRows),
    columns: shownOf(columns, ofColumns, growthsOf(ofColumns, cells, column), input.mostColumns),
  };
  return {
    rows: shown.rows.numbers,
    columns: shown.columns.numbers,
    rowTotals: inColumns(shownTotals(ofRows, shown.rows), fewestNew),
    columnTotals: inColumns(shownTotals(ofColumns, shown.columns), fewestNew),
    cells: inColumns(shownCells(cells, input, shown), fewestNew),
    whole: inColumns(whole, fewestNew),
    findings: findingsOf(cells, input, shown),
    tested: cells.filter(({ mark }) => mark !== 'too_few').length,
    found: cells.filter(({ mark }) => mark === 'beyond_chance').length,
    unknown: { rows: unknownIn(rows, ofRows), columns: unknownIn(columns, ofColumns) },
    milliseconds: performance.now() - began,
  };
}
