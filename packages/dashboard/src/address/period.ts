import {
  comparedPeriodOf,
  daysBetween,
  floorTo,
  type Grain,
  grains,
  type LocalDate,
  type Period,
  type RipeningFamily,
  ripeningOf,
  shift,
} from '@hotline-atlas/model';
import type { Comparison, PeriodChoice, Preset } from './shared.ts';
import type { DashboardState } from './state.ts';

/** Days that have data. */
export interface Coverage {
  firstDay: LocalDate;
  lastDay: LocalDate;
  /** The day after the last one that had passed. */
  completeTo: LocalDate;
  /** Spans of days that have data, where known. */
  spans?: readonly Period[];
}

const complete: Record<
  Exclude<Preset, 'all' | 'this-year'>,
  { grain: 'month' | 'quarter' | 'year'; months: number }
> = {
  month: { grain: 'month', months: 1 },
  quarter: { grain: 'quarter', months: 3 },
  '12months': { grain: 'month', months: 12 },
  year: { grain: 'year', months: 12 },
};

/** The complete months of the year the last of them is in: in January, the year before. */
function thisYear(completeTo: LocalDate): Period {
  const to = floorTo(completeTo, 'month');
  return { from: floorTo(shift(to, 'day', -1), 'year'), to };
}

function lastComplete(choice: Exclude<Preset, 'all'>, completeTo: LocalDate): Period {
  if (choice === 'this-year') return thisYear(completeTo);
  const { grain, months } = complete[choice];
  const to = floorTo(completeTo, grain);
  return { from: shift(to, 'month', -months), to };
}

/**
 * The newest month whose rates are final, where the screen is about a rate that waits for closing or return
 * visits.
 */
export function ripeMonthOf(
  { page, metric }: Pick<DashboardState, 'page' | 'metric'>,
  lastRipeMonth: Readonly<Record<RipeningFamily, LocalDate | null>>,
): LocalDate | null {
  const family = ripeningOf[metric] ?? (page === 'units' ? 'visits' : null);
  return family && lastRipeMonth[family];
}

/**
 * The days a choice stands for; presets are the last complete ones, from the first that has data on.
 * @param ripeMonth the last month of a rate is the newest that is final: {@link ripeMonthOf}
 */
export function resolvePeriod(
  choice: PeriodChoice,
  { firstDay, lastDay, completeTo }: Coverage,
  ripeMonth: LocalDate | null = null,
): Period {
  if (typeof choice !== 'string') return choice;
  const end = shift(lastDay, 'day', 1);
  if (choice === 'all') return { from: firstDay, to: end };
  if (choice === 'month' && ripeMonth && ripeMonth < lastComplete(choice, completeTo).from)
    return { from: ripeMonth, to: shift(ripeMonth, 'month', 1) };
  const { from, to } = lastComplete(choice, completeTo);
  return to > firstDay ? { from: from > firstDay ? from : firstDay, to } : { from: firstDay, to: end };
}

/** Whether a day of a period has data. */
export const hasDays = ({ from, to }: Period, spans: readonly Period[]): boolean =>
  spans.some((span) => span.from < to && span.to > from);

/** The choice as it is shown: a city whose last twelve months hold no data opens with all it has. */
export function choiceShown(choice: PeriodChoice, coverage: Coverage): PeriodChoice {
  if (choice !== '12months' || !coverage.spans?.length) return choice;
  return hasDays(resolvePeriod(choice, coverage), coverage.spans) ? choice : 'all';
}

/** The days a period is compared with. */
export function comparedPeriod(period: Period, comparison: Comparison): Period | null {
  if (comparison === 'none') return null;
  return comparedPeriodOf(comparison, period, null);
}

const averageDays: Record<Grain, number> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  quarter: 91.3,
  year: 365.25,
};
const mostBuckets = 400;
const readableBuckets: Record<Grain, number> = {
  hour: 72,
  day: 63,
  week: 40,
  month: 100,
  quarter: 100,
  year: 100,
};

const bucketCount = (period: Period, grain: Grain) =>
  daysBetween(period.from, period.to) / averageDays[grain];

/** Grains a period can be drawn in: at least two buckets, and few enough to be told apart. */
export const possibleGrains = (period: Period): Grain[] => {
  const possible = grains.filter((grain) => {
    const count = bucketCount(period, grain);
    return count >= 1.9 && count <= mostBuckets;
  });
  return possible.length > 0 ? possible : ['day'];
};

/** The grain asked for where it is possible, else the one that makes a readable line. */
export function chooseGrain(period: Period, wanted: Grain | 'auto'): Grain {
  const possible = possibleGrains(period);
  const asked = possible.find((grain) => grain === wanted);
  if (asked) return asked;
  const readable = possible.find((grain) => bucketCount(period, grain) <= readableBuckets[grain]);
  return readable ?? possible.at(-1) ?? 'day';
}
