import { daysBetween } from '@hotline-atlas/model';
import type { JudgedPeriods } from './earlier-periods.ts';
import { periodOfDay, type ReadGrowth } from './read.ts';

/**
 * Counts of a matrix by period: the judged one first, then the earlier ones. Cells without any appeal are not
 * among them.
 */
export interface GrowthCounts {
  /** Values of the rows and of the columns. */
  rows: string[];
  columns: string[];
  /** Of each cell. */
  row: Int32Array;
  column: Int32Array;
  /** Index = cell · periods + period. */
  counts: Float64Array;
  /** Days of each period. */
  days: Float64Array;
  season: SeasonCounts;
}

/** Counts of the columns in the same periods of earlier years, all years together. */
interface SeasonCounts {
  years: number;
  /** Index = column · periods + period. */
  counts: Float64Array;
  days: Float64Array;
}

/** Numbers values in the order they are met. */
function numbered(): { of: (value: string) => number; values: string[] } {
  const [known, values] = [new Map<string, number>(), [] as string[]];
  return {
    values,
    of(value) {
      const number = known.get(value) ?? values.length;
      if (number === values.length) {
        known.set(value, number);
        values.push(value);
      }
      return number;
    },
  };
}

function seasonOf({ years }: ReadGrowth, columns: readonly string[], periods: number): SeasonCounts {
  const number = new Map(columns.map((column, at) => [column, at]));
  const [counts, days] = [new Float64Array(columns.length * periods), new Float64Array(periods)];
  for (const { read, periods: spans } of years) {
    const at = periodOfDay(spans);
    spans.forEach(({ from, to }, period) => {
      days[period] = (days[period] ?? 0) + daysBetween(from, to);
    });
    for (const { keys, days: began, counts: counted } of read.series) {
      const column = number.get(keys[0] ?? '');
      if (column === undefined) continue;
      began.forEach((day, index) => {
        const period = at(day);
        if (period === undefined) return;
        const cell = column * periods + period;
        counts[cell] = (counts[cell] ?? 0) + (counted[0]?.[index] ?? 0);
      });
    }
  }
  return { years: years.length, counts, days };
}

/** Puts what was read into one table of cells. */
export function gathered(read: ReadGrowth, { days, earlier }: JudgedPeriods): GrowthCounts {
  const [rows, columns] = [numbered(), numbered()];
  const cells = new Map<string, { row: number; column: number; counts: Float64Array }>();
  read.cells.forEach(({ series }, period) => {
    for (const { keys, counts } of series) {
      const key = JSON.stringify(keys);
      const cell = cells.get(key) ?? {
        row: rows.of(keys[0] ?? ''),
        column: columns.of(keys[1] ?? ''),
        counts: new Float64Array(read.cells.length),
      };
      cells.set(key, cell);
      cell.counts[period] = (cell.counts[period] ?? 0) + (counts[0]?.[0] ?? 0);
    }
  });
  const all = [...cells.values()];
  const flat = new Float64Array(all.length * read.cells.length);
  all.forEach(({ counts }, at) => {
    flat.set(counts, at * read.cells.length);
  });
  return {
    rows: rows.values,
    columns: columns.values,
    row: Int32Array.from(all, ({ row }) => row),
    column: Int32Array.from(all, ({ column }) => column),
    counts: flat,
    days: Float64Array.of(days, ...earlier.map(({ from, to }) => daysBetween(from, to))),
    season: seasonOf(read, columns.values, read.cells.length),
  };
}
