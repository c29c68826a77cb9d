import type { PlanArray } from '../plan-table.ts';
import { wheel } from './allocate.ts';
import { areaSharesOf } from './area-shares.ts';
import { profiles } from './areas.ts';
import type { History } from './history.ts';
import type { PlannedSpot } from './places.ts';

/** Entries of a wheel of areas. */
export const areaSlots = 8192;

/** What changes with the year. */
export function areaWheel(history: History, year: number): PlanArray {
  const wheels = areaSharesOf(history, year).flatMap((shares) =>
    wheel(shares, areaSlots, 0.5).map((area) => area + 1),
  );
  return { name: 'area_wheel', column: 'whole', values: wheels };
}

function spotArrays(spots: readonly PlannedSpot[]): PlanArray[] {
  return [
    { name: 'spot_latitudes', column: 'real', values: spots.map(({ north }) => north) },
    { name: 'spot_longitudes', column: 'real', values: spots.map(({ east }) => east) },
    { name: 'spot_roads', column: 'words', values: spots.map(({ road }) => road) },
    { name: 'spot_estates', column: 'words', values: spots.map(({ estate }) => estate) },
    { name: 'spot_houses', column: 'words', values: spots.map(({ house }) => house) },
    { name: 'house_numbers', column: 'words', values: Array.from({ length: 28 }, (_, at) => `${at + 1}`) },
  ];
}

/** What sql/4_place.sql needs and never changes. */
export function placeArrays(history: History): PlanArray[] {
  const { topics, areas, districts, spots } = history;
  return [
    { name: 'topic_homes', column: 'whole', values: topics.map(({ traits }) => traits.home) },
    {
      name: 'topic_profiles',
      column: 'whole',
      values: topics.map(({ traits }) => profiles.indexOf(traits.place)),
    },
    { name: 'area_districts', column: 'whole', values: areas.map(({ district }) => district) },
    { name: 'area_codes', column: 'words', values: areas.map(({ code }) => code) },
    { name: 'area_names', column: 'words', values: areas.map(({ name }) => name) },
    { name: 'district_codes', column: 'words', values: districts.map(({ code }) => code) },
    { name: 'district_names', column: 'words', values: districts.map(({ name }) => name) },
    ...spotArrays(spots),
  ];
}
