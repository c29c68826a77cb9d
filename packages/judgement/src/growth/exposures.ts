import { earlierSpread, seasonalCourse } from '@hotline-atlas/statistics';
import type { GrowthCounts } from './gathered.ts';

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/**
 * How much more than chance a column varies in one period, as a multiple: beside its season or beside none,
 * whichever explains its earlier periods better.
 */
function factorOf(own: Float64Array, courses: readonly Float64Array[]): number {
  const earlier = own.subarray(1);
  const told = courses.map((course) => {
    const exposures = course.subarray(1);
    const { statistic, freedom } = earlierSpread(
      earlier,
      exposures.map((exposure) => Math.max(exposure, Number.EPSILON)),
    );
    return freedom > 0 ? statistic / freedom : 1;
  });
  return Math.max(1, Math.min(...told));
}

/** A course of earlier years in the days of the judged periods. */
const inDays = (course: Float64Array, days: Float64Array, of: Float64Array): Float64Array =>
  course.map((count, period) => (count * (days[period] ?? 0)) / Math.max(1, of[period] ?? 0));

/** Counts of each column by period: index = column · periods + period. */
function columnCounts({ columns, column, counts, days }: GrowthCounts): Float64Array {
  const periods = days.length;
  const totals = new Float64Array(columns.length * periods);
  column.forEach((number, cell) => {
    for (let period = 0; period < periods; period++) {
      const at = number * periods + period;
      totals[at] = (totals[at] ?? 0) + (counts[cell * periods + period] ?? 0);
    }
  });
  return totals;
}

/**
 * How much the periods lend each column: days, and the season of earlier years as far as it is known. Index =
 * column · periods + period; only proportions within a column count.
 */
export function exposuresOf(table: GrowthCounts): Float64Array {
  const { columns, days, season } = table;
  const periods = days.length;
  const exposures = new Float64Array(columns.length * periods);
  const of = (all: Float64Array, column: number) => all.subarray(column * periods, (column + 1) * periods);
  if (season.years === 0) {
    columns.forEach((_, column) => {
      exposures.set(days, column * periods);
    });
    return exposures;
  }
  const totals = columnCounts(table);
  const whole = (all: Float64Array) =>
    Float64Array.from({ length: periods }, (_, period) =>
      columns.reduce((count, _name, column) => count + (of(all, column)[period] ?? 0), 0),
    );
  /** Counts of all years together vary as much less as there are years, beside chance. */
  const course = (counts: Float64Array, own: Float64Array, from: Float64Array): Float64Array => {
    const factor = factorOf(own, [days, inDays(counts, days, season.days)]);
    const ofYears = 1 + ((factor - 1) * sum(counts)) / season.years / Math.max(1, sum(own));
    return seasonalCourse({ counts, course: from, factor: ofYears });
  };
  const ofWhole = course(whole(season.counts), whole(totals), season.days);
  columns.forEach((_, column) => {
    const drawn = course(of(season.counts, column), of(totals, column), ofWhole);
    exposures.set(inDays(drawn, days, season.days), column * periods);
  });
  return exposures;
}
