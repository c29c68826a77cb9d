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
export function topicShares(
  topics: readonly PlannedTopic[],
  year: number,
  calibration: Calibration,
): number[] {
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

/** Growth without the epidemic, so that a year begins where the one before ended. */
function growth(year: number, calibration: Calibration): Anchors {
  return [year - 1, year, year + 1].map((each) => [
    dayNumber(`${each}-07-01`),
    received(each, calibration) * (1 - epidemicShare(each, calibration)),
  ]);
}

/**
 * What a whole year expects: every topic has exactly its share of the year's published appeals, spread over the days as its
 * season and week say.
 * @param days all days of the year
 */
export function yearDemand(
  days: readonly Day[],
  topics: readonly PlannedTopic[],
  calibration: Calibration,
): Demand {
  const year = Number(days[0]?.date.slice(0, 4));
  const { seasons, weeks, spring_festivals: festivals } = calibration.rhythms;
  const trend = growth(year, calibration);
  const spread = new Map<string, number[]>();
  const spreadOf = ({ traits, epidemic }: PlannedTopic): number[] => {
    const season = seasons[traits.season];
    const week = weeks[traits.week];
    if (!season || !week)
      throw new RangeError(`calibration/rhythms.yaml has no ${traits.season} or ${traits.week}`);
    const seasonal = seasonOn(season, days, festivals);
    const weights = days.map(
      (day, at) =>
        (seasonal[at] ?? 0) * weekOn(week, day) * (epidemic ? 1 : valueAt(trend, dayNumber(day.date))),
    );
    const all = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / all);
  };
  const all = received(year, calibration);
  const expected = topicShares(topics, year, calibration).map((share) => all * share);
  const curves = topics.map((topic) => {
    const key = `${topic.traits.season} ${topic.traits.week} ${topic.epidemic}`;
    const known = spread.get(key) ?? spreadOf(topic);
    spread.set(key, known);
    return known;
  });
  return days.map((day, at) => ({
    day,
    topics: expected.map((appeals, topic) => appeals * (curves[topic]?.[at] ?? 0)),
  }));
}
