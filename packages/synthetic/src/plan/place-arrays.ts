import type { PlanArray } from '../plan-table.ts';
import { wheel } from './allocate.ts';
import { areaShares, districtShares, districtSharesByProfile, profiles } from './areas.ts';
import type { History } from './history.ts';
import { placeNameOf } from './names.ts';
import { spotsOf } from './spots.ts';
import type { PlannedTopic } from './topics.ts';

/** Entries of a wheel of areas. */
export const areaSlots = 8192;

/** Share of the orders outside the epidemic that happen at each kind of place: what is published of districts are orders. */
function profileShares({ topics }: History): Record<(typeof profiles)[number], number> {
  const shares = { home: 0, street: 0, centre: 0, country: 0 };
  const usual = topics.filter(({ epidemic }) => !epidemic);
  const ordersOf = ({ share, traits }: PlannedTopic) => share * (1 - traits.consultation / 100);
  const all = usual.reduce((sum, topic) => sum + ordersOf(topic), 0);
  for (const topic of usual) shares[topic.traits.place] += ordersOf(topic) / all;
  return shares;
}

/** Share of each area in the appeals of a year, by kind of place. */
export function areaSharesOf(history: History, year: number): number[][] {
  const shares = districtShares(history.districts, year, history.calibration);
  const byProfile = districtSharesByProfile(history.districts, shares, profileShares(history));
  return profiles.map((profile) => areaShares(history.areas, profile, byProfile[profile]));
}

/** What changes with the year. */
export function areaWheel(history: History, year: number): PlanArray {
  const wheels = areaSharesOf(history, year).flatMap((shares) =>
    wheel(shares, areaSlots, 0.5).map((area) => area + 1),
  );
  return { name: 'area_wheel', column: 'whole', values: wheels };
}

function spotArrays({ city, areas, districts }: History): PlanArray[] {
  const outlines = city.areas.find(({ level }) => level === 'subdistrict')?.features.features ?? [];
  const spots = outlines.flatMap((outline, at) => {
    const area = areas[at];
    const old = (districts[(area?.district ?? 0) - 1]?.density ?? 1) > 4;
    const rural = area?.rural ?? false;
    return spotsOf(outline).map(([east, north], spot) => ({
      east,
      north,
      ...placeNameOf(outline.properties.code, spot, { rural, old }),
    }));
  });
  return [
    { name: 'spot_latitudes', column: 'real', values: spots.map(({ north }) => north) },
    { name: 'spot_longitudes', column: 'real', values: spots.map(({ east }) => east) },
    { name: 'spot_roads', column: 'words', values: spots.map(({ road }) => road) },
    { name: 'spot_estates', column: 'words', values: spots.map(({ estate }) => estate) },
    { name: 'spot_houses', column: 'words', values: spots.map(({ house }) => house) },
  ];
}

/** What sql/4_place.sql needs and never changes. */
export function placeArrays(history: History): PlanArray[] {
  const { topics, areas, districts } = history;
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
    ...spotArrays(history),
  ];
}
