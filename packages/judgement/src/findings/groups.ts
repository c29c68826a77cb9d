import type { City } from '@hotline-atlas/city';
import type { Change, ChangeGrouping, ChangeOf, RateGrouping } from '@hotline-atlas/model';
import type { Place } from './request.ts';

/** One group of `/api/change`. */
export interface ChangedGroup extends ChangeOf {
  group: string;
  contribution: number | null;
  q: number | null;
}

/** Groups of an answer one by one, in its order, without the one that is unknown. */
export function namedGroups({ groups }: Change): ChangedGroup[] {
  const columns = Object.entries(groups);
  return groups.group
    .map((_, at) => {
      const row = Object.fromEntries(columns.map(([name, values]) => [name, values[at] ?? null]));
      return row as unknown as ChangedGroup;
    })
    .filter(({ group }) => group !== '');
}

/** Whether a change is mostly what the season explains: two thirds of it or more. */
export const isSeasonal = ({ change, season }: ChangedGroup): boolean =>
  change !== null && season !== null && change !== 0 && season / change >= 2 / 3;

/** How much of a change the season leaves to be explained; all of it where no season is known. */
export const unexplained = ({ change, rest }: ChangedGroup): number => Math.abs(rest ?? change ?? 0);

/** The level of topics a city names: the second, unless it has the first only. */
const topicsOfCity = ({ topics }: City) => (topics.some(({ level }) => level === 2) ? 'topic2' : 'topic1');

/** By what the number of appeals of a place is looked into: its topics; of a topic the finer ones. */
export function movingGroups(place: Place | null, city: City): ChangeGrouping {
  if (place?.dimension === 'topic1') return 'topic2';
  if (place?.dimension === 'topic2') return 'topic3';
  return place?.dimension === 'topic3' ? 'district' : topicsOfCity(city);
}

/** The areas inside a place; null where there are none. */
export function areasInside(place: Place | null): 'district' | 'subdistrict' | null {
  if (place?.dimension === 'subdistrict') return null;
  return place?.dimension === 'district' ? 'subdistrict' : 'district';
}

/** Whose rates are looked into: areas; in the smallest of them units; of units topics. */
export function ratedGroups(place: Place | null, city: City): RateGrouping {
  if (place?.dimension === 'unit') return topicsOfCity(city);
  return areasInside(place) ?? 'unit';
}
