import { daysBetween, type LocalDate, type Period, shift } from '@hotline-atlas/model';

/** Which days of a version of the data have data, whatever is asked about them. */
export interface Coverage {
  /**
   * Spans of days that have data and are over: between the first and the last whole day with appeals, without
   * gaps.
   */
  spans: Period[];
  /** Days on which the whole city has not one appeal, beyond chance. */
  gaps: Period[];
  /** Days at the end that have appeals and are not whole: counted, but neither judged nor compared. */
  underWay: Period | null;
}

/** Appeals received on a day of the whole city. */
export interface DayCount {
  day: LocalDate;
  appeals: number;
}

/** Open days around a silence whose mean tells how likely the silence is. */
const nearestDays = 56;
const unlikely = 1e-4;
/** Last days whose mean tells how much of the last day may still be missing. */
const usualDays = 28;
const negligible = 3;

/** Days in a row, numbered from the first; half-open. */
interface Run {
  from: number;
  to: number;
}

/** Counts of the open days nearest to a run of days, outside of it. */
function nearest(counts: readonly number[], { from, to }: Run, isOpen: (day: number) => boolean): number[] {
  const found: number[] = [];
  for (let distance = 1; found.length < nearestDays; distance++) {
    const [before, after] = [from - distance, to - 1 + distance];
    if (before < 0 && after >= counts.length) return found;
    for (const day of [before, after]) {
      const count = counts[day];
      if (count !== undefined && isOpen(day) && found.length < nearestDays) found.push(count);
    }
  }
  return found;
}

/** A hotline is closed on at most two weekdays. With more silent ones the feed brings single days. */
const mostClosed = 2;
/** From fewer weeks no closed weekday is concluded. */
const fewestWeeks = 4;

/**
 * Weekdays on which the hotline is closed: without an appeal in more than half of the weeks with data, and no
 * more than two of the seven. A weekday is a number of days since the first, modulo seven.
 */
function closedWeekdays(counts: readonly number[]): ReadonlySet<number> {
  const silent = Array.from({ length: 7 }, () => 0);
  const weeks = Array.from({ length: Math.floor(counts.length / 7) }, (_, week) =>
    counts.slice(7 * week, 7 * week + 7),
  ).filter((week) => week.some((count) => count > 0));
  for (const week of weeks)
    for (const [weekday, count] of week.entries())
      silent[weekday] = (silent[weekday] ?? 0) + Number(count === 0);
  const closed = silent.flatMap((times, weekday) => (times > weeks.length / 2 ? [weekday] : []));
  return new Set(weeks.length >= fewestWeeks && closed.length <= mostClosed ? closed : []);
}

/**
 * Whether a silence is beyond chance: the probability that so many days in a row have no appeal, were appeals
 * to come at the mean rate of the nearest other days (Poisson), or were days empty as often as those (rule of
 * succession), is below one in ten thousand. Days on which the hotline is closed are silent anyhow and tell
 * nothing.
 */
function isGap(counts: readonly number[], run: Run, closed: ReadonlySet<number>): boolean {
  const isOpen = (day: number) => !closed.has(day % 7);
  const length = Array.from({ length: run.to - run.from }, (_, at) => run.from + at).filter(isOpen).length;
  const others = nearest(counts, run, isOpen);
  const mean = others.reduce((sum, count) => sum + count, 0) / Math.max(1, others.length);
  const empty = (others.filter((count) => count === 0).length + 1) / (others.length + 2);
  return Math.min(Math.exp(-mean * length), empty ** length) < unlikely;
}

/** Appeals of every day from the first on. */
function everyDay(days: readonly DayCount[]): { first: LocalDate; counts: number[] } | null {
  const counted = days.filter(({ appeals }) => appeals > 0).map(({ day }) => day);
  const first = counted.reduce<string | null>(
    (least, day) => (least === null || day < least ? day : least),
    null,
  );
  if (first === null) return null;
  const counts: number[] = [];
  for (const { day, appeals } of days) if (day >= first) counts[daysBetween(first, day)] = appeals;
  return { first, counts: Array.from(counts, (count) => count ?? 0) };
}

/** Runs of days without an appeal. */
function silences(counts: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const [at, count] of counts.entries()) {
    if (count > 0) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** What a version of the data is known of, besides its appeals by day. */
export interface Received {
  /** The local day on which the data was published. */
  published: LocalDate;
  /**
   * Share of a usual day's appeals that come after the hour of the newest appeal; 0 where that is not known.
   */
  shareAfterNewest: number;
}

/**
 * Whether the last day with appeals is whole: it had passed when the data was published, and fewer than three
 * more appeals were to be expected after the newest.
 * @param usual appeals of the days before that are in no gap
 */
function isLastWhole(
  last: LocalDate,
  usual: readonly number[],
  { published, shareAfterNewest }: Received,
): boolean {
  if (last >= published) return false;
  const days = usual.slice(-usualDays);
  const mean = days.reduce((sum, count) => sum + count, 0) / Math.max(1, days.length);
  return mean * shareAfterNewest < negligible;
}

/**
 * Which days have data, from the appeals of the whole city by day (days without any may be missing).
 * A day has data if it lies between the first and the last whole day with appeals and is in no gap.
 */
export function coverageOf(days: readonly DayCount[], received: Received): Coverage {
  const every = everyDay(days);
  if (!every) return { spans: [], gaps: [], underWay: null };
  const { first, counts } = every;
  const end = counts.length;
  const dayOf = (number: number): LocalDate => shift(first, 'day', number);
  const spanOf = ({ from, to }: Run): Period => ({ from: dayOf(from), to: dayOf(to) });
  const closed = closedWeekdays(counts);
  const gaps = silences(counts).filter((run) => isGap(counts, run, closed));
  const usual = counts.slice(0, -1).filter((_, at) => !gaps.some(({ from, to }) => from <= at && at < to));
  const passed = Math.min(end, Math.max(0, daysBetween(first, received.published)));
  const whole = passed === end && !isLastWhole(dayOf(end - 1), usual, received) ? end - 1 : passed;
  const edges = [0, ...gaps.flatMap(({ from, to }) => [from, to]), whole].map((edge) =>
    Math.min(edge, whole),
  );
  const spans = Array.from({ length: edges.length / 2 }, (_, index) => ({
    from: edges[2 * index] ?? 0,
    to: edges[2 * index + 1] ?? 0,
  }));
  return {
    spans: spans.filter(({ from, to }) => from < to).map(spanOf),
    gaps: gaps.map(spanOf),
    underWay: whole < end ? spanOf({ from: whole, to: end }) : null,
  };
}
