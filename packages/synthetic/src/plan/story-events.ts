import type { Calibration, StoryKind } from '../calibration.ts';
import { allocate } from './allocate.ts';
import { draw, pick } from './draw.ts';
import {
  courseOf,
  expectedIn,
  type OutbreakSetting,
  type PlannedOutbreak,
  placesOf,
  sizeOf,
  spotsNear,
} from './outbreaks.ts';
import { spotsPerArea } from './spots.ts';

type StoryCalibration = Calibration['story'];

/** What is planned at one place: the last days of the history, unless days are given. */
interface Wanted extends StoryKind {
  role: NonNullable<PlannedOutbreak['role']>;
  topic: string;
  area: number;
  course: 'level' | 'rising';
  spots: number;
  houses: number;
  /** Different callers of a hundred appeals; 0: anybody. */
  callers: number;
  days: number;
  strength: number;
}

const areaNumber = ({ areas }: OutbreakSetting, code: string): number =>
  areas.findIndex((area) => area.code === code) + 1;

/** How many of some appeals come in on each day: each on a day drawn by the weights of the days. */
function drawnDays(appeals: number, weights: readonly number[], ...names: (string | number)[]): number[] {
  const counts = weights.map(() => 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (let nth = 0; nth < appeals; nth += 1) {
    let left = draw('day', ...names, nth) * all;
    const day = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** One planned event, or undefined where pack or history have no room for it. */
function planned(setting: OutbreakSetting, wanted: Wanted): PlannedOutbreak | undefined {
  const topic = setting.topics.findIndex(({ code }) => code === wanted.topic);
  const days = setting.demand.slice(-wanted.days);
  if (topic < 0 || wanted.area < 1 || days.length < wanted.days) return undefined;
  const expected = expectedIn(setting, days, topic, wanted.area);
  const appeals = sizeOf(expected.baseline, wanted.strength);
  if (appeals > expected.inCity * setting.calibration.outbreaks.largest_share_of_days) return undefined;
  const course = courseOf(wanted.course, days.length);
  const names = [setting.seed, wanted.topic, wanted.area];
  const counts =
    wanted.role === 'outbreak' ? allocate(appeals, course) : drawnDays(appeals, course, ...names);
  const centre = Math.floor(draw('story', setting.seed, wanted.topic, wanted.area) * spotsPerArea);
  return {
    kind: wanted.role,
    role: wanted.role,
    label: wanted.label,
    topic: topic + 1,
    area: wanted.area,
    spots: spotsNear(setting.spots, wanted.area, centre, wanted.spots),
    houses: wanted.houses,
    callers: Math.ceil((appeals * wanted.callers) / 100),
    days: days.map(({ day }, at) => ({ date: day.date, appeals: counts[at] ?? 0 })),
    appeals,
    baseline: expected.baseline,
  };
}

function outbreaks(setting: OutbreakSetting, { outbreak }: StoryCalibration) {
  const month = Number(setting.demand.at(-1)?.day.date.slice(5, 7));
  const kind = outbreak.kinds.find(({ months }) => months.includes(month));
  if (!kind) return [];
  const area = areaNumber(setting, outbreak.subdistrict);
  return [planned(setting, { ...outbreak, ...kind, role: 'outbreak', area, course: 'rising', spots: 1 })];
}

/** What comes to the slipping unit besides what always does. */
function demands(setting: OutbreakSetting, { slip }: StoryCalibration) {
  const district = setting.districts.findIndex(({ code }) => code === slip.district) + 1;
  const topic = setting.topics.findIndex(({ code }) => code === slip.topic);
  return placesOf(setting, topic)
    .filter((area) => setting.areas[area - 1]?.district === district)
    .slice(0, slip.subdistricts)
    .map((area) =>
      planned(setting, {
        ...{ ...slip, role: 'demand', area, course: 'level' },
        ...{ spots: spotsPerArea, houses: 0, callers: 0 },
      }),
    );
}

const growths = (setting: OutbreakSetting, { growth }: StoryCalibration) =>
  growth.subdistricts.map((code) =>
    planned(setting, {
      ...growth,
      role: 'growth',
      area: areaNumber(setting, code),
      course: 'rising',
      spots: spotsPerArea,
      houses: 0,
      callers: 0,
    }),
  );

/** Areas in the order of their share in what happens on the street, the largest first. */
const largeAreas = (setting: OutbreakSetting, topic: number): number[] =>
  placesOf(setting, topic).slice(0, Math.ceil(setting.areas.length / 3));

function places(setting: OutbreakSetting, { places }: StoryCalibration, monthly: number) {
  const count = Math.min(places.most, Math.max(places.fewest, Math.round(monthly / places.appeals_each)));
  return Array.from({ length: count }, (_, number) => {
    const topic = places.topics[number % places.topics.length] ?? '';
    const at = setting.topics.findIndex(({ code }) => code === topic);
    if (at < 0) return undefined;
    const area = pick(largeAreas(setting, at), 'story place', setting.seed, number);
    return planned(setting, {
      ...{ ...places, role: 'place', topic, area, course: 'level', spots: 1, houses: 1 },
      days: Math.max(4, places.days - 2 * number),
    });
  });
}

/** Days on which one person calls, the first of them drawn, each a few days after the one before. */
function callDays(setting: OutbreakSetting, span: number, calls: number, number: number): string[] {
  const days = setting.demand.slice(-span).map(({ day }) => day.date);
  const steps = Array.from({ length: calls }, (_, at) => 2 + 8 * draw('gap', setting.seed, number, at));
  const needed = steps.slice(1).reduce((sum, step) => sum + step, 0);
  const begin = draw('matter begins', setting.seed, number) * Math.max(1, days.length - needed);
  let at = begin;
  return steps.flatMap((step, call) => {
    if (call > 0) at += step;
    return days[Math.floor(at)] ?? [];
  });
}

function matters(setting: OutbreakSetting, { matters }: StoryCalibration, daily: number) {
  const [fewest, most] = matters.calls;
  const wanted = (matters.share * daily * matters.days) / ((fewest + most) / 2);
  const count = Math.min(matters.most, Math.round(wanted));
  return Array.from({ length: count }, (_, number): PlannedOutbreak | undefined => {
    const drawn = (what: string): number => draw('matter', setting.seed, number, what);
    const topic = setting.topics.findIndex(({ code }) => code === pick(matters.topics, 'matter', number));
    if (topic < 0) return undefined;
    const area = pick(largeAreas(setting, topic), 'matter area', setting.seed, number);
    const calls = fewest + Math.floor(drawn('calls') ** 2 * (most - fewest + 1));
    const dates = callDays(setting, matters.days, calls, number);
    if (dates.length < fewest) return undefined;
    return {
      ...{ kind: 'matter', role: 'matter', label: matters.label, topic: topic + 1, area },
      spots: spotsNear(setting.spots, area, Math.floor(drawn('spot') * spotsPerArea), 1),
      houses: 1,
      callers: 1,
      days: [...new Set(dates)].map((date) => ({
        date,
        appeals: dates.filter((each) => each === date).length,
      })),
      appeals: dates.length,
      baseline: { topic3: 0, topic1: 0 },
    };
  });
}

/**
 * What a story has happen at single places until the end of the history, planned like outbreaks. A history
 * too small for one of them goes without it.
 */
export function plannedStory(setting: OutbreakSetting): PlannedOutbreak[] {
  const { story } = setting.calibration;
  const month = setting.demand.slice(-30);
  const appealsADay = expectedIn(setting, month, 0, 1).inCity / Math.max(1, month.length);
  if (appealsADay < story.fewest_a_day) return [];
  return [
    ...outbreaks(setting, story),
    ...demands(setting, story),
    ...growths(setting, story),
    ...places(setting, story, 30 * appealsADay),
    ...matters(setting, story, appealsADay),
  ].filter((event) => event !== undefined);
}
