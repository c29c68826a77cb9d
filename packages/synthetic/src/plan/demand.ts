import type { Calibration } from '../calibration.ts';
import { type Anchors, valueAt } from './anchors.ts';
import { type Day, dayNumber } from './calendar.ts';
import { seasonOn, weekOn } from './rhythm.ts';
import type { PlannedTopic } from './topics.ts';

/** Appeals expected, in millions: by day, then by topic. */
export type Demand = { day: Day; topics: number[] }[];

/** What is said of the nearest year. */
export function ofYear<Value>(values: Record<string, Value>, year: number): Value {
  const years = Object.keys(values).map(Number).filter(Number.isInteger);
  const nearest = years.reduce((a, b) => (Math.abs(b - year) < Math.abs(a - year) ? b : a));
  const value = values[nearest];
  if (value === undefined) throw new RangeError('No year has a value');
  return value;
}

/** A figure given for some years, with a straight line between them. */
export const betweenYears = (values: Record<string, number>, year: number): number =>
  valueAt(
    Object.entries(values)
      .map(([at, value]): [number, number] => [Number(at), value])
      .sort(([a], [b]) => a - b),
    year,
  );

const received = (year: number, { published }: Calibration) => ofYear(published.received, year).millions;
const epidemicShare = (year: number, { assumed }: Calibration) => ofYear(assumed.epidemic, year);

/** Share of a topic in the appeals of a year. */
function topicShares(topics: readonly PlannedTopic[], year: number, calibration: Calibration): number[] {
  const epidemic = epidemicShare(year, calibration);
  const weights = topics.map(({ share, traits, epidemic: isEpidemic }) =>
    isEpidemic ? share : share * betweenYears({ 2020: 1, ...traits.trend }, year),
  );
  const sumOf = (wanted: boolean) =>
    weights.reduce((all, weight, index) => all + (topics[index]?.epidemic === wanted ? weight : 0), 0);
  const [ofEpidemic, ofOthers] = [sumOf(true), sumOf(false)];
  if (ofEpidemic === 0) return weights.map((weight) => weight / ofOthers);
  return weights.map((weight, index) =>
    topics[index]?.epidemic ? (epidemic * weight) / ofEpidemic : ((1 - epidemic) * weight) / ofOthers,
  );
}

/** Appeals of a year by topic, in millions. */
const yearTopics = (
  topics: readonly PlannedTopic[],
  year: number,
  calibration: Calibration,
): readonly number[] =>
  topicShares(topics, year, calibration).map((share) => share * received(year, calibration));

/**
 * Heights in the middles of years of which the straight lines between them give each year its value in the
 * mean; level before the first and after the last middle.
 */
function middlesOf(values: readonly number[]): number[] {
  let middles = [...values];
  const at = (index: number) => middles[Math.min(values.length - 1, Math.max(0, index))] ?? 0;
  for (let round = 0; round < 20; round += 1) {
    middles = values.map((value, index) => {
      const mean = (at(index - 1) + 6 * at(index) + at(index + 1)) / 8;
      return Math.max(0, at(index) + value - mean);
    });
  }
  return middles;
}

/**
 * How a topic grows, by day: the straight lines between the middles of the years. So a year begins where the
 * one before ended, instead of every topic taking on its new share at New Year. The epidemic knows no growth,
 * only waves.
 */
function growthOn(days: readonly Day[], years: readonly number[], appeals: readonly number[]): number[] {
  const middles = middlesOf(appeals);
  const anchors: Anchors = years.map((year, at) => [dayNumber(`${year}-07-01`), middles[at] ?? 0]);
  return days.map((day) => valueAt(anchors, dayNumber(day.date)));
}

/** How much of a season and a week is felt on each of the days of one year. */
function rhythmOn(days: readonly Day[], { traits }: PlannedTopic, { rhythms }: Calibration): number[] {
  const season = rhythms.seasons[traits.season];
  const week = rhythms.weeks[traits.week];
  if (!season || !week)
    throw new RangeError(`calibration/rhythms.yaml has no ${traits.season} or ${traits.week}`);
  const seasonal = seasonOn(season, days, rhythms.spring_festivals);
  return days.map((day, at) => (seasonal[at] ?? 0) * weekOn(week, day));
}

/**
 * What a whole year expects: every topic has exactly its share of the year's published appeals, spread over
 * the days as its season, its week and its growth say.
 * @param days all days of the year
 */
export function yearDemand(
  days: readonly Day[],
  topics: readonly PlannedTopic[],
  calibration: Calibration,
): Demand {
  const year = Number(days[0]?.date.slice(0, 4));
  const years = [...Object.keys(calibration.published.received).map(Number), year - 1, year, year + 1];
  const all = [...new Set(years)].sort((a, b) => a - b);
  const appeals = all.map((each) => yearTopics(topics, each, calibration));
  const ofThisYear = yearTopics(topics, year, calibration);
  const rhythms = new Map<string, number[]>();
  const curves = topics.map((topic, at) => {
    const key = `${topic.traits.season} ${topic.traits.week}`;
    const rhythm = rhythms.get(key) ?? rhythmOn(days, topic, calibration);
    rhythms.set(key, rhythm);
    const growth = topic.epidemic
      ? undefined
      : growthOn(
          days,
          all,
          appeals.map((topics) => topics[at] ?? 0),
        );
    const weights = rhythm.map((felt, day) => felt * (growth?.[day] ?? 1));
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => ((ofThisYear[at] ?? 0) * weight) / sum);
  });
  return days.map((day, at) => ({ day, topics: curves.map((curve) => curve[at] ?? 0) }));
}
