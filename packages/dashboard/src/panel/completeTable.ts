import { type Answer, type DimensionName, dimensionOf, metricOf } from '@hotline-atlas/model';
import { dimensionsIn, metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { shareInterval } from '@hotline-atlas/ui/answer/shareInterval.ts';
import type { Cell, Table, TableColumn } from '@hotline-atlas/ui/answer/table.ts';
import { exact, formatExact } from '@hotline-atlas/ui/format/numbers.ts';
import type { View } from '../questions/useRequest.ts';
import type { Screen } from '../screen/screen.ts';
import { tableOf } from './tableOf.ts';

/** The level below one row of a table, where its picture shows it. */
export interface Below {
  /** The value it belongs to. */
  under: string;
  dimension: DimensionName;
  answer: Answer;
}

/**
 * Rows as their picture lists them: the ranked ones in their order, of which unknown and what cannot be
 * judged come last.
 */
function ordered(answer: Answer): Answer {
  const [dimension, ...more] = dimensionsIn(answer);
  if (!dimension || more.length > 0 || dimensionOf(dimension).kind === 'time') return answer;
  const places = new Map(rank(answer, dimension).map(({ code }, at) => [code, at]));
  const placeOf = (row: Answer['rows'][number]) => places.get(textIn(row, dimension)) ?? places.size;
  return { ...answer, rows: [...answer.rows].sort((a, b) => placeOf(a) - placeOf(b)) };
}

const isRatio = (answer: Answer): boolean => metricOf(metricIn(answer)).kind === 'ratio';

/** Puts the 95 % interval of a share behind it. */
function withInterval(table: Table, answer: Answer, { messages, language }: Screen): Table {
  const metric = metricIn(answer);
  const after = table.columns.findIndex(({ name }) => name === metric) + 1;
  if (!isRatio(answer) || metricOf(metric).unit !== 'share' || after === 0) return table;
  const column = (end: 'low' | 'high'): TableColumn => ({
    name: `${metric}_95_${end}`,
    label: messages.panels[end],
    numeric: true,
  });
  const cell = (raw: number | null): Cell => ({
    raw,
    text: raw === null ? '–' : formatExact(raw, 'share', language),
  });
  const insert = <Each>(each: readonly Each[], ...more: Each[]): Each[] => each.toSpliced(after, 0, ...more);
  return {
    columns: insert(table.columns, column('low'), column('high')),
    rows: table.rows.map((row, at) => {
      const asked = answer.rows[at];
      const interval = shareInterval(
        numberIn(asked, `${metric}_numerator`) ?? 0,
        numberIn(asked, `${metric}_denominator`) ?? 0,
      );
      return insert(row, cell(interval?.lower ?? null), cell(interval?.upper ?? null));
    }),
  };
}

const sumOf = (answer: Answer, column: string): number =>
  answer.rows.reduce((sum, row) => sum + (numberIn(row, column) ?? 0), 0);

/**
 * All rows together: sums, and shares of the sums; nothing for what does not add up, or where rows are
 * missing.
 */
function totalOf(table: Table, answer: Answer, { messages, language }: Screen): Cell[] | undefined {
  const metric = metricIn(answer);
  const { kind, unit } = metricOf(metric);
  if (answer.meta.limited || answer.rows.length < 2 || (kind !== 'sum' && kind !== 'ratio')) return undefined;
  const count = (raw: number): Cell => ({ raw, text: exact(raw, language) });
  const none: Cell = { raw: null, text: '' };
  const [numerator, denominator] = [`${metric}_numerator`, `${metric}_denominator`];
  const whole =
    kind === 'ratio' ? sumOf(answer, numerator) / sumOf(answer, denominator) : sumOf(answer, metric);
  const cells: Record<string, Cell> = {
    [metric]: { raw: whole, text: Number.isFinite(whole) ? formatExact(whole, unit, language) : '–' },
    ...(kind === 'ratio' && {
      [numerator]: count(sumOf(answer, numerator)),
      [denominator]: count(sumOf(answer, denominator)),
    }),
    ...(kind === 'sum' && { [`${metric}_before`]: count(sumOf(answer, `${metric}_before`)) }),
  };
  const hasBefore = answer.rows.some((row) => numberIn(row, `${metric}_before`) !== null);
  return table.columns.map(({ name }, at) => {
    if (at === 0) return { raw: '', text: messages.panels.total };
    return name === `${metric}_before` && !hasBefore ? none : (cells[name] ?? none);
  });
}

/**
 * The table of one answer in full: in the order of its picture, with intervals and with a row for all
 * together.
 */
function plainTable(answer: Answer, screen: Screen): Table {
  const sorted = ordered(answer);
  const table = withInterval(tableOf(sorted, screen), sorted, screen);
  const total = totalOf(table, sorted, screen);
  return { ...table, ...(total && { total }) };
}

/**
 * The table twin of a picture, with all that the picture shows: the level below a row stands behind it, in
 * columns of its own.
 * @param belows from the upper to the lower level, each under a row of the one before
 */
export function completeTable(answer: Answer, screen: Screen, belows: readonly Below[] = []): Table {
  const table = plainTable(answer, screen);
  const [below, ...lower] = belows;
  if (!below) return table;
  const child = completeTable(below.answer, screen, lower);
  const levels = child.columns.filter(({ numeric }) => !numeric);
  const none = levels.map((): Cell => ({ raw: '', text: '' }));
  const add = <Each>(row: readonly Each[], more: readonly Each[]): Each[] => row.toSpliced(1, 0, ...more);
  return {
    columns: add(table.columns, levels),
    rows: table.rows.flatMap((row) => {
      const own = add(row, none);
      const [name] = row;
      return name?.raw === below.under ? [own, ...child.rows.map((each) => [name, ...each])] : [own];
    }),
    ...(table.total && { total: add(table.total, none) }),
  };
}

/** The level below a row, once its answer is here. */
export const belowOf = (view: View, dimension: DimensionName, under: string | null | undefined): Below[] =>
  view.answer && !view.stale && under ? [{ under, dimension, answer: view.answer }] : [];
