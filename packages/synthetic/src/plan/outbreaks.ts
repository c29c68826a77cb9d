import type { Calibration, OutbreakKind } from '../calibration.ts';
import { allocate } from './allocate.ts';
import { areaSharesOf, type Geography } from './area-shares.ts';
import { profiles } from './areas.ts';
import type { Demand } from './demand.ts';
import { draw } from './draw.ts';
import type { PlannedSpot } from './places.ts';
import { remember } from './remember.ts';
import { spotsPerArea } from './spots.ts';

/** Something that happens at one place: who calls about it would not have called otherwise. */
export interface PlannedOutbreak {
  kind: string;
  /** What it is in a story: nothing for the outbreaks that are drawn. */
  role?: 'outbreak' | 'demand' | 'growth' | 'place' | 'matter' | 'closed_again';
  label: { en: string; zh: string };
  /** How many houses of each place it reaches, and how many people call; 0: any. */
  houses: number;
  callers: number;
  /** Number of the topic, of the area and of the places it reaches, from 1. */
  topic: number;
  area: number;
  spots: number[];
  /** Appeals it adds, by day. */
  days: { date: string; appeals: number }[];
  appeals: number;
  /**
   * Appeals expected without it in the same days and subdistrict: on its topic and on the first level above
   * that.
   */
  baseline: { topic3: number; topic1: number };
}

/** What outbreaks are planned into. */
export interface OutbreakSetting extends Geography {
  calibration: Calibration;
  spots: readonly PlannedSpot[];
  seed: number;
  /** Every day of the history with what is expected on it. */
  demand: Demand;
  appeals: number;
}

const between = ([low, high]: readonly [number, number], at: number): number => low + (high - low) * at;

function kindFor(
  kinds: Record<string, OutbreakKind>,
  month: number,
  drawn: number,
): [string, OutbreakKind] | undefined {
  const possible = Object.entries(kinds).filter(([, { months }]) => months.includes(month));
  const all = possible.reduce((sum, [, { weight }]) => sum + weight, 0);
  let left = drawn * all;
  return possible.find(([, { weight }]) => {
    left -= weight;
    return left < 0;
  });
}

/** How something runs: shares by day, any scale. */
export function courseOf(course: OutbreakKind['course'] | 'rising', days: number): number[] {
  return Array.from({ length: days }, (_, day) => {
    if (course === 'sharp') return 0.6 ** day;
    if (course === 'rising') return (day + 1) / days;
    return day === 0 || day === days - 1 ? 0.6 : 1;
  });
}

/** The places of an area nearest to one of them, which is counted from 0. */
export function spotsNear(spots: readonly PlannedSpot[], area: number, nth: number, count: number): number[] {
  const first = (area - 1) * spotsPerArea + 1;
  const centre = first + nth;
  const own = Array.from({ length: spotsPerArea }, (_, at) => first + at);
  const middle = spots[centre - 1];
  const distance = (spot: number): number => {
    const each = spots[spot - 1];
    if (!each || !middle) return Number.POSITIVE_INFINITY;
    return ((each.east - middle.east) * 0.77) ** 2 + (each.north - middle.north) ** 2;
  };
  return own.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, count);
}

/** What a subdistrict is expected to have in a span, in all appeals of `scale` a million expected ones. */
function baselineOf(
  { topics }: OutbreakSetting,
  days: Demand,
  topic: number,
  shareIn: (topic: number) => number,
  scale: number,
): PlannedOutbreak['baseline'] {
  const first = topics[topic]?.line.at(-1);
  const expected = (wanted: (at: number) => boolean): number =>
    topics.reduce((sum, _, at) => {
      if (!wanted(at)) return sum;
      const inCity = days.reduce((all, day) => all + (day.topics[at] ?? 0), 0);
      return sum + scale * inCity * shareIn(at);
    }, 0);
  return {
    topic3: expected((at) => at === topic),
    topic1: expected((at) => topics[at]?.line.at(-1) === first),
  };
}

/** Share of an area in the appeals of a topic in a year. */
function sharesIn(setting: OutbreakSetting, year: number): (topic: number, area: number) => number {
  const shares = remembered(setting)(year);
  return (topic, area) =>
    shares[profiles.indexOf(setting.topics[topic]?.traits.place ?? 'home')]?.[area - 1] ?? 0;
}

const known = new WeakMap<OutbreakSetting, (year: number) => number[][]>();

function remembered(setting: OutbreakSetting): (year: number) => number[][] {
  const found = known.get(setting) ?? remember((year: number) => areaSharesOf(setting, year));
  known.set(setting, found);
  return found;
}

const yearOf = (days: Demand): number => Number(days[0]?.day.date.slice(0, 4));

/** Appeals of the history for a million expected ones. */
function scaleOf({ demand, appeals }: OutbreakSetting): number {
  return appeals / demand.reduce((sum, day) => sum + day.topics.reduce((a, b) => a + b, 0), 0);
}

/** Areas by their share in the appeals of a topic at the end of the history, the largest first. */
export function placesOf(setting: OutbreakSetting, topic: number): number[] {
  const shareOf = sharesIn(setting, yearOf(setting.demand.slice(-1)));
  return bySize(setting, (area) => shareOf(topic, area));
}

const bySize = ({ areas }: OutbreakSetting, shareOf: (area: number) => number): number[] =>
  areas.map((_, at) => at + 1).sort((a, b) => shareOf(b) - shareOf(a) || a - b);

/** What is expected anyway on some days: in a subdistrict on a topic, and in the city on all. */
export function expectedIn(
  setting: OutbreakSetting,
  days: Demand,
  topic: number,
  area: number,
  scale = scaleOf(setting),
): { baseline: PlannedOutbreak['baseline']; inCity: number } {
  const shareOf = sharesIn(setting, yearOf(days));
  return {
    baseline: baselineOf(setting, days, topic, (at) => shareOf(at, area), scale),
    inCity: scale * days.reduce((all, { topics }) => all + topics.reduce((a, b) => a + b, 0), 0),
  };
}

/** Appeals expected in a month, by topic, without what happens at single places. */
export function expectedAppeals(setting: OutbreakSetting, month: string): number[] {
  const scale = scaleOf(setting);
  const days = setting.demand.filter(({ day }) => day.date.startsWith(month));
  return setting.topics.map((_, at) => scale * days.reduce((all, { topics }) => all + (topics[at] ?? 0), 0));
}

/** Appeals that make something stand out alike in a small history and in a large one. */
export const sizeOf = ({ topic1 }: PlannedOutbreak['baseline'], strength: number): number =>
  Math.round(strength * (topic1 + 2 * Math.sqrt(topic1) + 4));

/**
 * Draws the outbreaks of a history, in the order of their first days. Those that would outlast the history,
 * and those that would add too much to it, are left out.
 */
export function plannedOutbreaks(setting: OutbreakSetting): PlannedOutbreak[] {
  const { calibration, demand, seed, topics, areas, spots, appeals } = setting;
  const { per_year: perYear, kinds } = calibration.outbreaks;
  const { largest_share: largest, largest_share_of_days: largestLocally } = calibration.outbreaks;
  const count = Math.round((perYear * demand.length) / 365.25);
  const scale = scaleOf(setting);
  let left = appeals * largest;
  const planned = Array.from({ length: count }, (_, number): PlannedOutbreak | undefined => {
    const drawn = (what: string): number => draw('outbreak', seed, number, what);
    const begin = Math.floor(((number + drawn('begin')) * demand.length) / count);
    const month = Number(demand[begin]?.day.date.slice(5, 7));
    const [kind, traits] = kindFor(kinds, month, drawn('kind')) ?? [];
    const topic = topics.findIndex(({ code }) => code === traits?.topic);
    if (kind === undefined || !traits || topic < 0) return undefined;
    const days = demand.slice(begin, begin + Math.round(between(traits.days, drawn('days'))));
    if (begin + days.length >= demand.length) return undefined;
    const shareOf = sharesIn(setting, yearOf(days));
    const large = bySize(setting, (area) => shareOf(topic, area)).slice(0, Math.ceil(areas.length / 2));
    const area = large[Math.floor(drawn('area') * large.length)] ?? 1;
    const { baseline, inCity } = expectedIn(setting, days, topic, area, scale);
    const [low, high] = traits.strength;
    const strength = low * (high / low) ** drawn('strength');
    const extra = sizeOf(baseline, strength);
    if (extra > left || extra > inCity * largestLocally) return undefined;
    left -= extra;
    const counts = allocate(extra, courseOf(traits.course, days.length));
    const centre = Math.floor(drawn('spot') * spotsPerArea);
    return {
      kind,
      label: traits.label,
      topic: topic + 1,
      area,
      spots: spotsNear(spots, area, centre, traits.spots),
      houses: 0,
      callers: 0,
      days: days.map(({ day }, at) => ({ date: day.date, appeals: counts[at] ?? 0 })),
      appeals: extra,
      baseline,
    };
  });
  return planned.filter((outbreak) => outbreak !== undefined);
}
