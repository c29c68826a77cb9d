import {
  dispersedP,
  falseDiscovery,
  shareScore,
  type UsualDispersion,
  type UsualLevel,
  usualCountDispersion,
  usualP,
  yearSeason,
} from '@hotline-atlas/statistics';
import { type ChangeInput, type ChangeJudged, judgeChange } from '../change/judge.ts';

/** The topics of a month to judge. Shapes of months: the whole, and after it the topics. */
export interface CandidatesInput {
  /** Index = topic · months + month; NaN where a month is not usual or has no data. */
  months: number;
  counts: Float64Array;
  days: Float64Array;
  /** Calendar month of the first, 0 to 11. */
  firstMonth: number;
  /** Whether the last is the month asked for. */
  reaches: boolean;
  /** Against the same month of an earlier year, and the month before; null where there is none. */
  year: ChangeInput | null;
  previous: ChangeInput | null;
  resolution: { resolved: number; asked: number }[];
  /** Below it rates are not tested. */
  fewest: number;
}

/** The season of a topic. */
interface SeasonJudged {
  factors: number[];
  p: number;
  q: number;
  years: number;
}

/** How long a topic has been above what it used to have. */
interface PersistenceJudged {
  above: number;
  known: number;
  run: number;
}

/** What is known of the topics, in their order. */
export interface CandidatesJudged {
  year: ChangeJudged | null;
  previous: ChangeJudged | null;
  resolution: { p: number[]; q: number[] };
  season: SeasonJudged[];
  persistence: PersistenceJudged[];
  milliseconds: number;
}

const yearOfMonths = 12;
/** Earlier years that say what a month usually has, the newest that are known. */
const usualYears = 3;
/** A month is above its usual level where chance explains as much in so few of such months. */
const aboveLevel = 0.05;
const byChance: UsualDispersion = { factor: 1, freedom: Number.POSITIVE_INFINITY };

/** Months from January of the first year on. */
function fromJanuary(values: Float64Array, firstMonth: number): Float64Array {
  const padded = new Float64Array(values.length + firstMonth).fill(Number.NaN);
  padded.set(values, firstMonth);
  return padded;
}

function seasonsOf(input: CandidatesInput, topics: number): SeasonJudged[] {
  const { months, counts, days, firstMonth } = input;
  const exposures = fromJanuary(days, firstMonth);
  const found = Array.from({ length: topics }, (_, topic) => {
    const own = counts.subarray((topic + 1) * months, (topic + 2) * months);
    return yearSeason(fromJanuary(own, firstMonth), exposures, yearOfMonths);
  });
  const { q } = falseDiscovery(Float64Array.from(found, ({ p }) => p));
  return found.map(({ factors, p, years }, at) => ({
    factors: [...factors],
    ...{ p, years },
    q: q[at] ?? Number.NaN,
  }));
}

/** What the same months of earlier years say of a month; null where none is known. */
function usualOf(
  counts: Float64Array,
  days: Float64Array,
  month: number,
  dispersion: UsualDispersion,
): UsualLevel | null {
  let [earlier, of, years] = [0, 0, 0];
  for (let back = month - yearOfMonths; back >= 0 && years < usualYears; back -= yearOfMonths) {
    const count = counts[back] ?? Number.NaN;
    if (Number.isNaN(count)) continue;
    earlier += count;
    of += days[back] ?? 0;
    years++;
  }
  return years > 0 ? { earlier, share: (days[month] ?? 0) / of, dispersion } : null;
}

/** Whether a month is above what it used to have; null where that is not known. */
function isAbove(
  counts: Float64Array,
  days: Float64Array,
  month: number,
  dispersion: UsualDispersion,
): boolean | null {
  const now = counts[month] ?? Number.NaN;
  const level = Number.isNaN(now) ? null : usualOf(counts, days, month, dispersion);
  if (!level) return null;
  return now > level.earlier * level.share && usualP(now, level) <= aboveLevel;
}

function persistenceOf(counts: Float64Array, days: Float64Array): PersistenceJudged {
  const dispersion = usualCountDispersion(counts, days, yearOfMonths) ?? byChance;
  const last = counts.length - 1;
  const newest = Array.from({ length: Math.min(yearOfMonths, counts.length) }, (_, back) =>
    isAbove(counts, days, last - back, dispersion),
  );
  const end = newest.findIndex((above) => above !== true);
  return {
    above: newest.filter((above) => above === true).length,
    known: newest.filter((above) => above !== null).length,
    run: end < 0 ? newest.length : end,
  };
}

/** Each topic against all others together. */
function resolutionOf({ resolution, fewest }: CandidatesInput): CandidatesJudged['resolution'] {
  const all = resolution.reduce(
    (sum, { resolved, asked }) => ({ resolved: sum.resolved + resolved, asked: sum.asked + asked }),
    { resolved: 0, asked: 0 },
  );
  const p = Float64Array.from(resolution, ({ resolved, asked }) => {
    const others = { before: all.resolved - resolved, beforeTrials: all.asked - asked };
    if (asked < fewest || others.beforeTrials < fewest) return Number.NaN;
    return dispersedP(shareScore({ now: resolved, nowTrials: asked, ...others }), byChance);
  });
  return { p: [...p], q: [...falseDiscovery(p).q] };
}

/** Judges the topics of a month, each number by itself. */
export function judgeCandidates(input: CandidatesInput): CandidatesJudged {
  const began = performance.now();
  const { months, counts, days, year, previous } = input;
  const topics = input.resolution.length;
  return {
    year: year && judgeChange(year),
    previous: previous && judgeChange(previous),
    resolution: resolutionOf(input),
    season: seasonsOf(input, topics),
    persistence: Array.from({ length: topics }, (_, topic) =>
      input.reaches
        ? persistenceOf(counts.subarray((topic + 1) * months, (topic + 2) * months), days)
        : { above: 0, known: 0, run: 0 },
    ),
    milliseconds: performance.now() - began,
  };
}
