import type { Calibration } from '../calibration.ts';
import {
  areaShares,
  districtShares,
  districtSharesByProfile,
  type PlannedArea,
  type PlannedDistrict,
  profiles,
} from './areas.ts';
import type { PlannedTopic } from './topics.ts';

/** What the shares of areas depend on. */
export interface Geography {
  topics: readonly PlannedTopic[];
  districts: readonly PlannedDistrict[];
  areas: readonly PlannedArea[];
  calibration: Calibration;
}

/**
 * Share of the orders outside the epidemic that happen at each kind of place: what is published of districts
 * are orders.
 */
function profileShares({ topics }: Geography): Record<(typeof profiles)[number], number> {
  const shares = { home: 0, street: 0, centre: 0, country: 0 };
  const usual = topics.filter(({ epidemic }) => !epidemic);
  const ordersOf = ({ share, traits }: PlannedTopic) => share * (1 - traits.consultation / 100);
  const all = usual.reduce((sum, topic) => sum + ordersOf(topic), 0);
  for (const topic of usual) shares[topic.traits.place] += ordersOf(topic) / all;
  return shares;
}

/** Share of each area in the appeals of a year, by kind of place. */
export function areaSharesOf(geography: Geography, year: number): number[][] {
  const { districts, areas, calibration } = geography;
  const shares = districtShares(districts, year, calibration);
  const byProfile = districtSharesByProfile(districts, shares, profileShares(geography));
  return profiles.map((profile) => areaShares(areas, profile, byProfile[profile]));
}
