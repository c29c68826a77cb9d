import { createHash } from 'node:crypto';
import type { City } from '@hotline-atlas/city';
import { type LocalDate, shift } from '@hotline-atlas/model';
import type { Calibration } from '../calibration.ts';
import { allocate } from './allocate.ts';
import { type PlannedArea, type PlannedDistrict, plannedAreas, plannedDistricts } from './areas.ts';
import { beginningOf, daysOf, endOf, type Month, monthsOf } from './calendar.ts';
import { closedAgain } from './closed-again.ts';
import { type Demand, yearDemand } from './demand.ts';
import { type PlannedGame, plannedGames } from './gaming.ts';
import { type PlannedOutbreak, plannedOutbreaks } from './outbreaks.ts';
import { type PlannedSpot, plannedSpots } from './places.ts';
import { plannedReturns, type Returns } from './returns.ts';
import type { Story } from './story.ts';
import { plannedStory } from './story-events.ts';
import { type PlannedTopic, plannedTopics } from './topics.ts';
import { type PlannedUnit, plannedUnits, type Receiver } from './units.ts';
import { type Language, readLanguage } from './wordings.ts';

/** A history cannot be made of this city or with these parameters. */
export class ImpossibleHistoryError extends Error {
  override readonly name = 'ImpossibleHistoryError';
}

/**
 * What is asked for: how many appeals, of which months, from which seed. `to` is the first month or the first
 * day that is not in it; with a story, the last weeks hold what `calibration/story.yaml` says; with gaming,
 * some units game as `calibration/gaming.yaml` says; with returns, orders say who signed for them and how
 * often they came back.
 */
export interface HistoryParameters {
  appeals: number;
  from: Month;
  to: Month | LocalDate;
  seed: number;
  story?: boolean;
  gaming?: boolean;
  returns?: boolean;
}

/** Appeals and their topics on the days of one month. */
export interface PlannedMonth {
  month: Month;
  demand: Demand;
  /** Appeals of each day. */
  days: number[];
  appeals: number;
}

/** All that is decided before the first row is made. */
export interface History extends Omit<HistoryParameters, 'story' | 'gaming' | 'returns'> {
  story: Story | null;
  /** The units that game; null in a history without any. */
  games: PlannedGame[] | null;
  /** Null in a history whose orders say nothing of signing and returns. */
  returns: Returns | null;
  city: City;
  calibration: Calibration;
  language: Language;
  topics: PlannedTopic[];
  districts: PlannedDistrict[];
  areas: PlannedArea[];
  spots: PlannedSpot[];
  outbreaks: PlannedOutbreak[];
  units: PlannedUnit[];
  receivers: Receiver[];
  months: PlannedMonth[];
  /** Appeals by year. */
  years: Map<number, number>;
  /** When the history ends, in seconds since 1970 UTC. */
  now: number;
}

const yearOf = (month: Month): number => Number(month.slice(0, 4));

function demandByMonth(
  city: City,
  topics: readonly PlannedTopic[],
  calibration: Calibration,
  months: readonly Month[],
  end: LocalDate,
): Map<Month, Demand> {
  const years = [...new Set(months.map(yearOf))];
  const demand = new Map<Month, Demand>(months.map((month) => [month, []]));
  for (const year of years) {
    const days = daysOf(city, `${year}-01-01`, `${year + 1}-01-01`);
    for (const entry of yearDemand(days, topics, calibration)) {
      if (entry.day.date < end) demand.get(entry.day.date.slice(0, 7))?.push(entry);
    }
  }
  return demand;
}

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * Regular appeals of each day. What outbreaks add is part of the appeals of its year, so that every year
 * keeps its share.
 */
function regularAppeals(days: Demand, appeals: number, extra: ReadonlyMap<string, number>): number[] {
  const byYear = new Map<string, Demand>();
  for (const entry of days) {
    const year = entry.day.date.slice(0, 4);
    const entries = byYear.get(year) ?? [];
    entries.push(entry);
    byYear.set(year, entries);
  }
  const years = [...byYear.values()];
  const weightsOf = (entries: Demand): number[] => entries.map(({ topics }) => sumOf(topics));
  const counts = allocate(
    appeals,
    years.map((entries) => sumOf(weightsOf(entries))),
  );
  return years.flatMap((entries, at) => {
    const added = sumOf(entries.map(({ day }) => extra.get(day.date) ?? 0));
    return allocate((counts[at] ?? 0) - added, weightsOf(entries));
  });
}

function planMonths(
  demand: Map<Month, Demand>,
  appeals: number,
  outbreaks: readonly PlannedOutbreak[],
): PlannedMonth[] {
  const extra = new Map<string, number>();
  for (const { date, appeals } of outbreaks.flatMap(({ days }) => days))
    extra.set(date, (extra.get(date) ?? 0) + appeals);
  const regular = regularAppeals([...demand.values()].flat(), appeals, extra);
  let begun = 0;
  return [...demand].map(([month, days]) => {
    const own = days.map(({ day }, at) => (regular[begun + at] ?? 0) + (extra.get(day.date) ?? 0));
    begun += days.length;
    return { month, demand: days, days: own, appeals: sumOf(own) };
  });
}

function checkPossible({ code, areas, topics }: City, { from, to }: HistoryParameters): void {
  const missing = [
    areas.some(({ level }) => level === 'district') ? '' : 'districts',
    areas.some(({ level }) => level === 'subdistrict') ? '' : 'subdistricts',
    topics.length > 0 ? '' : 'topics.yaml',
  ].filter(Boolean);
  if (missing.length > 0) {
    const pack = `The city pack “${code}” has no ${missing.join(', no ')}`;
    throw new ImpossibleHistoryError(`${pack}; a history can be made of beijing, for example (CITY)`);
  }
  if (`${from}-01` >= endOf(to))
    throw new ImpossibleHistoryError(`--to ${to} should be a month or day after --from ${from}`);
}

/** Decides everything that does not depend on the single appeal. */
export function planHistory(city: City, calibration: Calibration, parameters: HistoryParameters): History {
  checkPossible(city, parameters);
  const topics = plannedTopics(city, calibration);
  const districts = plannedDistricts(city);
  const areas = plannedAreas(city, districts);
  const { units, receiverOf } = plannedUnits(city, areas, districts);
  const wanted = monthsOf(parameters.from, parameters.to);
  const spots = plannedSpots(city, areas, districts);
  const end = endOf(parameters.to);
  const demand = demandByMonth(city, topics, calibration, wanted, end);
  const setting = {
    ...parameters,
    calibration,
    topics,
    districts,
    areas,
    spots,
    demand: [...demand.values()].flat(),
  };
  const story = parameters.story ? { calibration: calibration.story, lastDay: shift(end, 'day', -1) } : null;
  const receivers = topics.map(({ receiver }) => receiverOf(receiver));
  const played = { ...setting, units, receivers, months: wanted };
  const games = parameters.gaming ? plannedGames(played, story !== null) : null;
  const outbreaks = [
    ...plannedOutbreaks(setting),
    ...(story ? plannedStory(setting) : []),
    ...(games ? closedAgain(played, games) : []),
  ];
  const months = planMonths(demand, parameters.appeals, outbreaks);
  const years = new Map<number, number>();
  for (const { month, appeals } of months) {
    years.set(yearOf(month), (years.get(yearOf(month)) ?? 0) + appeals);
  }
  return {
    ...parameters,
    story,
    games,
    returns: parameters.returns ? plannedReturns(units, topics, calibration) : null,
    city,
    calibration,
    language: readLanguage(),
    topics,
    districts,
    areas,
    spots,
    outbreaks,
    units,
    receivers,
    months,
    years,
    now: beginningOf(end, city.time_zone),
  };
}

/** What tells one history from another: equal for equal parameters, data, texts and SQL. */
export function fingerprintOf(history: History, sql: string): string {
  const { city, calibration, language, months, appeals, from, to, seed, story, games, returns } = history;
  const { areas, topics, units, dispatch } = city;
  const all = [
    appeals,
    from,
    to,
    seed,
    story,
    games,
    returns,
    areas,
    topics,
    units,
    dispatch,
    calibration,
    [...language.files],
    language.words,
    sql,
  ];
  const days = months.map((month) => month.days);
  return createHash('sha256')
    .update(JSON.stringify([all, days]))
    .digest('hex')
    .slice(0, 16);
}
