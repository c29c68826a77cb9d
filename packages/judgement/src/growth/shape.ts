import {
  type ChangeMark,
  type Growth,
  type GrowthFigures,
  type GrowthRows,
  growthMarks,
  growthMarkWords,
} from '@hotline-atlas/model';
import { probability, rounded } from '../answer/numbers.ts';
import type { Sides } from '../change/sides.ts';
import type { Figures } from './figures.ts';
import type { GrowthCounts } from './gathered.ts';
import type { GrowthJudged } from './judge.ts';

/** Six decimals: sums of usual levels still close. */
const known = (values: readonly number[]): (number | null)[] => values.map((value) => rounded(value, 6));

const figures = ({ now, usual, lower, upper, p, q, mark, is_new }: Figures): GrowthFigures => ({
  now,
  usual: known(usual),
  lower: known(lower),
  upper: known(upper),
  p: p.map(probability),
  q: q.map(probability),
  mark,
  is_new,
});

const noFigures: Figures = {
  ...{ now: [], usual: [], lower: [], upper: [], p: [], q: [], mark: [], is_new: [] },
};

type Paired = Pick<GrowthRows, 'paired_now' | 'paired_before' | 'change' | 'change_share'>;

/** Rows beside the period before; nulls where no day can be compared. */
function pairedOf(values: readonly (string | null)[], sides: readonly Sides[] | null): Paired {
  const shown = new Set(values);
  const rest = (of: 'now' | 'before') =>
    sides?.filter(({ group }) => !shown.has(group)).reduce((sum, side) => sum + side[of], 0);
  const byGroup = new Map(sides?.map((side) => [side.group, side]));
  const column = (of: 'now' | 'before') =>
    values.map((value) => {
      if (!sides) return Number.NaN;
      return value === null ? (rest(of) ?? 0) : (byGroup.get(value)?.[of] ?? 0);
    });
  const [now, before] = [column('now'), column('before')];
  const change = now.map((each, at) => each - (before[at] ?? Number.NaN));
  return {
    paired_now: known(now),
    paired_before: known(before),
    change: known(change),
    change_share: known(change.map((each, at) => each / (before[at] ?? Number.NaN))),
  };
}

/** The parts of an answer that say the matrix. */
export type Matrix = Pick<Growth, 'whole' | 'rows' | 'columns' | 'cells' | 'findings'>;

/** A matrix in words: values by their codes, what cannot be said as null. */
export function matrixOf(
  { rows, columns }: GrowthCounts,
  judged: GrowthJudged,
  sides: readonly Sides[] | null,
): Matrix {
  const value = (names: readonly string[], number: number) => names[number] ?? '';
  const ofRows = [...judged.rows.map((number) => value(rows, number)), null];
  const ofColumns = [...judged.columns.map((number) => value(columns, number)), null];
  const { now, usual, lower, upper, p, mark } = figures(judged.whole);
  return {
    whole: {
      ...{ now: now[0] ?? 0, usual: usual[0] ?? null, lower: lower[0] ?? null, upper: upper[0] ?? null },
      ...{ p: p[0] ?? null, mark: mark[0] ?? 'too_few' },
    },
    rows: { value: ofRows, ...figures(judged.rowTotals), ...pairedOf(ofRows, sides) },
    columns: { value: ofColumns, ...figures(judged.columnTotals) },
    cells: figures(judged.cells),
    findings: judged.findings.map((each) => ({
      row: value(rows, each.row),
      column: value(columns, each.column),
      now: each.now,
      usual: rounded(each.usual, 6) ?? 0,
      p: probability(each.p) ?? 0,
      q: probability(each.q) ?? 0,
      is_new: each.isNew,
      shown: each.shown,
    })),
  };
}

/** A matrix of nothing. */
export const noMatrix: Matrix = {
  whole: null,
  rows: {
    ...{ value: [], ...figures(noFigures) },
    ...{ paired_now: [], paired_before: [], change: [], change_share: [] },
  },
  columns: { value: [], ...figures(noFigures) },
  cells: figures(noFigures),
  findings: [],
};

/** Every mark with its words, and how many of the cells shown have it. */
export const marksOf = ({ cells }: Matrix): Growth['marks'] =>
  growthMarks.map((name) => ({
    name,
    ...growthMarkWords[name],
    cells: cells.mark.filter((each: ChangeMark | null) => each === name).length,
  }));
