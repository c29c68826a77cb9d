import type { Cell, ReportColumn, ReportTable } from '../document/report.ts';
import { count, range } from '../format/numbers.ts';
import { type Told, unitName, withinOf } from './paper.ts';

/** A column of a table. @param width millimetres; null takes what is left */
export const column = (
  title: string,
  width: number | null,
  align: ReportColumn['align'] = 'right',
  under?: string,
) => ({
  ...{ title, width, align },
  ...(under !== undefined && { under }),
});

/** A cell where nothing is known. */
export const empty: Cell = { text: '' };

/** A cell of a value that may not be known. */
export const cellOf = (value: number | null | undefined, write: (value: number) => string): Cell =>
  value === null || value === undefined ? empty : { text: write(value) };

/** The places of the units in the columns, all of them. */
export const placesOf = ({ evaluation: { units } }: Told): number[] => units.unit.map((_, at) => at);

/** The month before, as a change is told on it. */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** A table of units: what stands on the left of each of them, and columns that differ. */
export function unitTable(
  told: Told,
  columns: readonly { column: ReportColumn; cell: (at: number) => Cell }[],
  places = placesOf(told),
): ReportTable {
  const { words, evaluation } = told;
  const { unit, rank } = evaluation.units;
  const hasDistricts = unit.some((code) => withinOf(code, told) !== '');
  const left = [
    { column: column(words.columns.rank, 10), cell: (at: number) => cellOf(rank[at], count) },
    {
      column: column(words.columns.unit, 42, 'left'),
      cell: (at: number): Cell => ({ text: unitName(unit[at] ?? '', told) }),
    },
    ...(hasDistricts
      ? [
          {
            column: column(words.columns.within, 18, 'left'),
            cell: (at: number): Cell => ({ text: withinOf(unit[at] ?? '', told), muted: true }),
          },
        ]
      : []),
  ];
  const all = [...left, ...columns];
  return {
    kind: 'table',
    columns: all.map((each) => each.column),
    rows: places.map((at) => all.map(({ cell }) => cell(at))),
  };
}

/** Points at the most of all indicators together. */
export const fullScore = ({ evaluation: { indicators } }: Told): number =>
  indicators.reduce((sum, { weight }) => sum + weight, 0);

/** An interval in words; empty where there is none. */
export const intervalTold = (
  lower: number | null | undefined,
  upper: number | null | undefined,
  write: (value: number) => string,
) =>
  lower === null || lower === undefined || upper === null || upper === undefined
    ? ''
    : range(write(lower), write(upper));

/** A count that may not be open to whoever asks. */
export const openCell = ({ words }: Told, value: number | null | undefined): Cell =>
  value === null || value === undefined ? { text: words.notOpen, muted: true } : { text: count(value) };
