import {
  daysBetween,
  isWithin,
  type LocalDate,
  monthsBetween,
  type Period,
  shift,
} from '@hotline-atlas/model';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries, type SeriesQuestion } from '../series/read-series.ts';
import { stepsOf } from '../series/steps.ts';
import type { ChangeQuestion } from './request.ts';

/** Months the usual spread of a group is known from: ten years at the most. */
const historyMonths = 120;
/** With fewer months out of regimes, those in them are taken too. */
const fewestMonths = 24;

/**
 * Counts of groups by month, as one matrix each: index = group · months + month; NaN where a month has no
 * whole data.
 */
export interface MonthlyCounts {
  months: number;
  /** Days in each. */
  days: Float64Array;
  counts: Float64Array;
  /** Denominators of rates. */
  of: Float64Array;
}

const epoch = '1970-01-01';

/**
 * The whole months up to the end of the period, without gaps: those of usual times, unless they are too few.
 */
function startsOf(selection: ChangeQuestion['selection'], { to }: Period, run: JudgementRun): LocalDate[] {
  const { history, city } = run;
  const without = (withoutRegimes: string[]) =>
    stepsOf({ where: [], withoutRegimes, to }, history, city, 'month', historyMonths).starts.filter((start) =>
      isWithin({ from: start, to: shift(start, 'month', 1) }, history.coverage.spans),
    );
  const usual = without(city.regimes.map(({ name }) => name));
  return usual.length >= fewestMonths ? usual : without(selection.withoutRegimes);
}

/** The question behind the usual spread of the groups. */
export const monthlySeries = (
  { selection, metric, by }: Pick<ChangeQuestion, 'selection' | 'metric' | 'by'>,
  period: Period,
): SeriesQuestion => ({
  selection: { ...selection, withoutRegimes: [] },
  period,
  dimensions: by ? [by] : [],
  grain: 'month',
  metrics: [metric],
});

const noMonths: MonthlyCounts = {
  months: 0,
  days: new Float64Array(),
  counts: new Float64Array(),
  of: new Float64Array(),
};

/** Puts the series of groups into matrices; the whole is the first row. */
export function monthsOf(
  { series }: Pick<ReadSeries, 'series'>,
  groups: readonly string[],
  starts: readonly LocalDate[],
): MonthlyCounts {
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return noMonths;
  const months = monthsBetween(first, last) + 1;
  const rows = new Map(groups.map((group, index) => [group, index + 1]));
  const days = Float64Array.from({ length: months }, (_, month) =>
    daysBetween(shift(first, 'month', month), shift(first, 'month', month + 1)),
  );
  const whole = new Set(starts.map((start) => monthsBetween(first, start)));
  const empty = () =>
    Float64Array.from({ length: (groups.length + 1) * months }, (_, at) =>
      whole.has(at % months) ? 0 : Number.NaN,
    );
  const [counts, of] = [empty(), empty()];
  const monthOf = (day: number) => monthsBetween(first, shift(epoch, 'day', day));
  for (const { keys, days: began, counts: counted } of series) {
    const row = rows.get(keys[0] ?? '');
    began.forEach((day, index) => {
      const month = monthOf(day);
      for (const each of row === undefined ? [0] : [0, row]) {
        const at = each * months + month;
        counts[at] = (counts[at] ?? Number.NaN) + (counted[0]?.[index] ?? 0);
        of[at] = (of[at] ?? Number.NaN) + (counted[1]?.[index] ?? 0);
      }
    });
  }
  return { months, days, counts, of };
}

const nothing: ReadSeries = { series: [], source: '', rowsRead: 0, milliseconds: 0 };

/** Reads the months the usual spread of each group is known from. */
export async function readMonths(
  question: ChangeQuestion,
  period: Period,
  groups: readonly string[],
  run: JudgementRun,
): Promise<{ months: MonthlyCounts; read: ReadSeries }> {
  const starts = startsOf(question.selection, period, run);
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return { months: noMonths, read: nothing };
  const read = await readSeries(monthlySeries(question, { from: first, to: shift(last, 'month', 1) }), run);
  return { months: monthsOf(read, groups, starts), read };
}
