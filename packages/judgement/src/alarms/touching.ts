import type { City } from '@hotline-atlas/city';
import type { AlarmArea } from '@hotline-atlas/model';
import { bordersAmong } from '../places/area-outlines.ts';
import type { Touching } from './merge.ts';

const pairs = new WeakMap<Pick<City, 'areas'>, Set<string>>();

const nameOf = (one: string, other: string, level: string): string => `${level} ${one} ${other}`;

function touchingPairs(city: Pick<City, 'areas'>): Set<string> {
  const known = pairs.get(city);
  if (known) return known;
  const found = new Set<string>();
  for (const level of city.areas) {
    const codes = level.features.features.map(({ properties }) => properties.code);
    const { offsets, neighbours } = bordersAmong(level, codes);
    codes.forEach((code, place) => {
      for (const other of neighbours.subarray(offsets[place], offsets[place + 1]))
        found.add(nameOf(code, codes[other] ?? '', level.level));
    });
  }
  pairs.set(city, found);
  return found;
}

/** Which areas of a city touch, by their outlines; none where it has no outlines. */
export const touchingIn =
  (city: Pick<City, 'areas'>): Touching =>
  (one: AlarmArea, other: AlarmArea) =>
    one.level === other.level && touchingPairs(city).has(nameOf(one.code, other.code, one.level));
