import type { City } from '@hotline-atlas/city';
import {
  type Alarm,
  type Clause,
  type DimensionName,
  daysBetween,
  type LocalDate,
  later,
  shift,
  type Watch,
} from '@hotline-atlas/model';
import { boundsOfAlarms } from '@hotline-atlas/query';
import { rounded } from '../answer/numbers.ts';
import type { Series } from '../series/decode-series.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type ReadSeries, readSeries } from '../series/read-series.ts';
import { inThread } from '../threads/threads.ts';
import type { Exceeding, Merged } from './merge.ts';
import { type RecentThresholds, recentThresholds } from './recent-thresholds.ts';
import { seasonTopics } from './seasons.ts';
import { stateOf, type WatchSteps } from './watch-steps.ts';

/** Steps a series is shown for, and how many of the last have a threshold. */
const shownSteps: Record<Watch, number> = { day: 42, week: 53 };
const judged = 14;

/** The series of one alarm as it is shown, and the first step of its unbroken run of exceedances. */
export interface RecentSeries {
  series: Alarm['series'];
  since: LocalDate;
}

/** What names a series. */
type Named = Pick<Exceeding, 'topic' | 'area' | 'district' | 'path'>;

const among = (dimension: DimensionName, values: readonly string[]): Clause => ({
  dimension,
  exclude: false,
  values: [...new Set(values)],
});

/** The dimensions that tell series of the same levels apart. */
const dimensionsOf = ({ area, topic }: Named): DimensionName[] => [
  ...(area.level === 'city' ? [] : [area.level]),
  ...(topic.level === 0 ? [] : [`topic${topic.level}` as const]),
];

const codesOf = ({ area, topic }: Named): string[] => [
  ...(area.level === 'city' ? [] : [area.code]),
  ...(topic.level === 0 ? [] : [topic.code]),
];

const keyOf = (codes: readonly string[]): string => JSON.stringify(codes);

const keyFor = (series: Named): string => `${dimensionsOf(series).join()} ${keyOf(codesOf(series))}`;

/** Series that are told apart by the same dimensions, and so come from one statement. */
function byDimensions(series: readonly Named[]): Map<string, Named[]> {
  const groups = new Map<string, Named[]>();
  for (const each of series) {
    const key = dimensionsOf(each).join();
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

/**
 * The districts and first-level topics all of them lie in: they change nothing, and let the engine skip the
 * rest.
 */
const aboveClauses = (group: readonly Named[]): Clause[] => [
  ...(group.every(({ area }) => area.level === 'subdistrict')
    ? [
        among(
          'district',
          group.map(({ district }) => district),
        ),
      ]
    : []),
  ...(group.every(({ topic }) => topic.level > 1)
    ? [
        among(
          'topic1',
          group.map(({ path }) => path[0] ?? ''),
        ),
      ]
    : []),
];

/** Daily counts of some series that are told apart by the same dimensions. */
async function readGroup(
  group: readonly Named[],
  period: { from: LocalDate; to: LocalDate },
  where: readonly Clause[],
  run: JudgementRun,
): Promise<{ read: ReadSeries; found: Map<string, Series> }> {
  const [first] = group;
  const dimensions = first ? dimensionsOf(first) : [];
  const clauses = dimensions.map((dimension, index) =>
    among(
      dimension,
      group.map((series) => codesOf(series)[index] ?? ''),
    ),
  );
  const selection = { where: [...where, ...clauses, ...aboveClauses(group)], withoutRegimes: [] };
  const read = await readSeries({ selection, period, dimensions, grain: 'day', bounds: boundsOfAlarms }, run);
  return {
    read,
    found: new Map(read.series.map((series) => [`${dimensions.join()} ${keyOf(series.keys)}`, series])),
  };
}

/** The daily counts side by side, series by series. */
function dailyOf(
  named: readonly Named[],
  found: ReadonlyMap<string, Series>,
  firstDay: number,
  days: number,
) {
  const daily = new Uint32Array(named.length * days);
  named.forEach((each, row) => {
    const series = found.get(keyFor(each));
    series?.days.forEach((day, index) => {
      daily[row * days + day - firstDay] = series.counts[0]?.[index] ?? 0;
    });
  });
  return daily;
}

/** Last days of the steps that are shown. */
export const endsOf = (day: LocalDate, watch: Watch, from: LocalDate): LocalDate[] => {
  const apart = watch === 'day' ? 1 : 7;
  const known = Math.floor((daysBetween(from, day) - (apart - 1)) / apart) + 1;
  const count = Math.max(1, Math.min(shownSteps[watch], known));
  return Array.from({ length: count }, (_, step) => shift(day, 'day', -apart * (count - 1 - step)));
};

function shownOf(
  { counts, expected, upper }: RecentThresholds,
  row: number,
  ends: readonly LocalDate[],
  width: number,
): RecentSeries {
  const own = (values: Float64Array) => values.subarray(row * ends.length, (row + 1) * ends.length);
  const starts = ends.map((end) => shift(end, 'day', 1 - width));
  const [count, bound] = [own(counts), own(upper)];
  let first = ends.length - 1;
  while (first > 0 && (count[first - 1] ?? 0) > (bound[first - 1] ?? Number.POSITIVE_INFINITY)) first -= 1;
  return {
    series: {
      start: starts,
      count: Array.from(count, (value) => (Number.isNaN(value) ? null : value)),
      expected: Array.from(own(expected), (value) => rounded(value, 2)),
      threshold: Array.from(bound, (value) => rounded(value, 2)),
    },
    since: starts[first] ?? '',
  };
}

/** The recent past of some alarms, with what each of the last steps was judged by on its day. */
export async function readRecent(
  alarms: readonly Merged[],
  { day, steps }: { day: LocalDate; steps: WatchSteps },
  where: readonly Clause[],
  city: Pick<City, 'regimes'>,
  run: JudgementRun,
): Promise<{ series: RecentSeries[]; read: ReadSeries[]; milliseconds: number }> {
  if (alarms.length === 0) return { series: [], read: [], milliseconds: 0 };
  const from = later(run.history.span.from, shift(steps.period.from, 'day', -judged));
  const period = { from, to: shift(day, 'day', 1) };
  const shown = alarms.map(({ best }) => best);
  const seasons = seasonTopics(shown);
  const groups = await Promise.all(
    [...byDimensions([...shown, ...seasons.series]).values()].map((group) =>
      readGroup(group, period, where, run),
    ),
  );
  const found = new Map(groups.flatMap((group) => [...group.found]));
  const width = steps.watch === 'day' ? 1 : 7;
  const [firstDay, days] = [daysBetween('1970-01-01', from), daysBetween(from, period.to)];
  const ends = endsOf(day, steps.watch, from);
  const leftOut = Uint8Array.from({ length: days }, (_, index) => {
    const at = shift(from, 'day', index);
    return stateOf({ from: at, to: shift(at, 'day', 1) }, run.history.coverage, city.regimes);
  });
  const thresholds = await inThread(
    recentThresholds,
    {
      daily: dailyOf(shown, found, firstDay, days),
      seasons: { daily: dailyOf(seasons.series, found, firstDay, days), of: seasons.of },
      days,
      firstDay,
      leftOut,
      ends: Int32Array.from(ends, (end) => daysBetween('1970-01-01', end)),
      width,
      judged,
      alpha: 0.01,
    },
    run.signal,
  );
  return {
    series: alarms.map((_, row) => shownOf(thresholds, row, ends, width)),
    read: groups.map(({ read }) => read),
    milliseconds: thresholds.milliseconds,
  };
}
