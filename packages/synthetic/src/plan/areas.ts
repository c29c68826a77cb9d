import type { City } from '@hotline-atlas/city';
import type { AreaProperties } from '@hotline-atlas/model';
import type { Calibration, Traits } from '../calibration.ts';
import { betweenYears } from './demand.ts';
import { draw } from './draw.ts';
import { normalQuantile } from './normal.ts';
import { squareKilometres } from './spots.ts';

/** What kinds of places topics happen at: each has weights of its own over the areas. */
export const profiles: Traits['place'][] = ['home', 'street', 'centre', 'country'];

/** One subdistrict or township with what it is like. */
export interface PlannedArea {
  code: string;
  name: string;
  /** Number of its district, from 1. */
  district: number;
  /** Size within the district, any scale. */
  size: number;
  rural: boolean;
}

/** One district. */
export interface PlannedDistrict {
  code: string;
  name: string;
  /** Residents a square kilometre, relative to the typical district. */
  density: number;
}

const nameOf = ({ zh, local, en }: AreaProperties): string => zh ?? local ?? en;
const isRural = (name: string): boolean => /[镇乡]$/.test(name);

/** Townships are smaller than towns, and zones of enterprises have few callers. */
function typicalSize(name: string): number {
  if (/街道$/.test(name)) return 1.2;
  if (/地区$/.test(name)) return 1;
  if (/镇$/.test(name)) return 0.7;
  return /乡$/.test(name) ? 0.2 : 0.35;
}

/** The city's districts, in the order of the pack. */
export function plannedDistricts(city: City): PlannedDistrict[] {
  const features = city.areas.find(({ level }) => level === 'district')?.features.features ?? [];
  const densities = features.map((each) => (each.properties.residents ?? 5e5) / squareKilometres(each));
  const middle = [...densities].sort((a, b) => a - b)[Math.floor(densities.length / 2)] ?? 1;
  return features.map(({ properties }, index) => ({
    code: properties.code,
    name: nameOf(properties),
    density: (densities[index] ?? middle) / middle,
  }));
}

/** The city's subdistricts, in the order of the pack. */
export function plannedAreas(city: City, districts: readonly PlannedDistrict[]): PlannedArea[] {
  const features = city.areas.find(({ level }) => level === 'subdistrict')?.features.features ?? [];
  return features.map(({ properties }) => {
    const name = nameOf(properties);
    return {
      code: properties.code,
      name,
      district: districts.findIndex(({ code }) => code === properties.parent) + 1,
      size: typicalSize(name) * Math.exp(0.55 * normalQuantile(draw('size', properties.code))),
      rural: isRural(name),
    };
  });
}

/** Share of each district in a year: the orders of 2019, and what it has gained or lost since. */
export function districtShares(
  districts: readonly PlannedDistrict[],
  year: number,
  { published, assumed }: Calibration,
): number[] {
  const orders = { ...assumed.district_orders, ...published.district_orders };
  const known = Object.values(orders);
  const typical = known.reduce((a, b) => a + b, 0) / known.length;
  const weights = districts.map(({ code }) => {
    const shift = betweenYears({ 2019: 0, 2024: assumed.district_shift[code] ?? 0 }, year);
    return (orders[code] ?? typical) * (1 + shift);
  });
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / all);
}

const leanings: Record<Traits['place'], (density: number) => number> = {
  home: () => 1,
  street: () => 1,
  centre: (density) => density ** 0.25,
  country: (density) => density ** -0.45,
};

/**
 * District shares by profile. Centre and country lean towards dense and thin districts; home and street take
 * what these leave, so that all together have the shares of the city.
 * @param profileShares share of the appeals each profile has
 */
export function districtSharesByProfile(
  districts: readonly PlannedDistrict[],
  shares: readonly number[],
  profileShares: Record<Traits['place'], number>,
): Record<Traits['place'], number[]> {
  const leaning = (profile: Traits['place']): number[] => {
    const weights = shares.map((share, at) => share * leanings[profile](districts[at]?.density ?? 1));
    const all = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / all);
  };
  const [centre, country] = [leaning('centre'), leaning('country')];
  const rest = 1 - profileShares.centre - profileShares.country;
  const home = shares.map((share, at) => {
    const taken = profileShares.centre * (centre[at] ?? 0) + profileShares.country * (country[at] ?? 0);
    return Math.max(0, (share - taken) / rest);
  });
  return { home, street: home, centre, country };
}

/** Share of each area in a profile, given the shares of the districts in it. */
export function areaShares(
  areas: readonly PlannedArea[],
  profile: Traits['place'],
  districtShares: readonly number[],
): number[] {
  const weights = areas.map(({ code, size, rural }) => {
    if (profile === 'country') return size * (rural ? 3 : 0.4);
    if (profile === 'home') return size;
    return size * Math.exp(0.4 * normalQuantile(draw(profile, code)));
  });
  const totals = new Map<number, number>();
  areas.forEach(({ district }, at) => {
    totals.set(district, (totals.get(district) ?? 0) + (weights[at] ?? 0));
  });
  return areas.map(
    ({ district }, at) =>
      ((districtShares[district - 1] ?? 0) * (weights[at] ?? 0)) / (totals.get(district) ?? 1),
  );
}
