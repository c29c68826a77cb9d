import type { City } from '@hotline-atlas/city';
import {
  bearing,
  isInside,
  type Localized,
  type NamedPlace,
  type Places,
  type Point,
  placeName,
  type Resolution,
  withoutAreas,
} from '@hotline-atlas/model';
import { asOf, readCellAddresses } from '@hotline-atlas/query';
import { cellToLatLng, getResolution } from 'h3-js';
import { middleOf, partsOf } from '../places/area-outlines.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type Level, levels, type PlacesRun, readMiddles, readShares } from './read.ts';
import type { PlacesQuestion } from './request.ts';

/** What is known of a cell. */
interface Known {
  cell: string;
  appeals: number;
  address: string | null;
  district: string;
  subdistrict: string;
}

const pointOf = (cell: string): Point => {
  const [latitude, longitude] = cellToLatLng(cell);
  return [longitude, latitude];
};

const levelOf = (city: City, level: Level) => city.areas.find((area) => area.level === level);

const areaOf = (city: City, level: Level, code: string): Localized | null =>
  levelOf(city, level)?.features.features.find(({ properties }) => properties.code === code)?.properties ??
  null;

/** The code most appeals say; empty where none says any. */
function mostSaid<Row extends { appeals: number }>(rows: readonly Row[], read: (row: Row) => string): string {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const code = read(row);
    if (code !== '') sums.set(code, (sums.get(code) ?? 0) + row.appeals);
  }
  const sorted = [...sums].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? '';
}

/** The surveyed district a cell lies in, where no appeal in it says any. */
function districtAt(cell: string, city: City): string {
  const districts = levelOf(city, 'district');
  if (!districts || districts.schematic) return '';
  const point = pointOf(cell);
  const found = districts.features.features.find(({ geometry }) => isInside(point, partsOf(geometry)));
  return found?.properties.code ?? '';
}

async function knownOf(cells: readonly string[], resolution: Resolution, city: City, run: PlacesRun) {
  const [shares, addresses] = await Promise.all([
    readShares(cells, resolution, run),
    readCellAddresses(cells, resolution, run),
  ]);
  return cells.map((cell): Known => {
    const own = shares.filter((share) => share.cell === cell);
    const said = addresses.find((each) => each.cell === cell);
    const district = said?.district || mostSaid(own, (share) => share.district) || districtAt(cell, city);
    const inDistrict = own.filter((share) => share.district === district);
    return {
      cell,
      appeals: own.reduce((sum, { appeals }) => sum + appeals, 0),
      address: said?.address ?? null,
      district,
      subdistrict: said?.subdistrict || mostSaid(inDistrict, (share) => share.subdistrict),
    };
  });
}

/** Middles of the areas that cells without an address are told from. */
type Middles = Record<Level, Map<string, Point>>;

async function middlesOf(known: readonly Known[], run: PlacesRun): Promise<Middles> {
  const nameless = known.filter(({ address }) => address === null);
  const codes = (of: (each: Known) => string) => [...new Set(nameless.map(of))].filter(Boolean);
  const [subdistrict, district] = await Promise.all([
    readMiddles(
      'subdistrict',
      codes((each) => each.subdistrict),
      run,
    ),
    readMiddles(
      'district',
      codes((each) => (each.subdistrict === '' ? each.district : '')),
      run,
    ),
  ]);
  return { subdistrict, district };
}

const middleOfBox = ([west, south, east, north]: City['bounds']): Point => [
  (west + east) / 2,
  (south + north) / 2,
];

function named(known: Known, middles: Middles, city: City): NamedPlace {
  const { cell, appeals, address } = known;
  const level = levels.find((each) => areaOf(city, each, known[each]) !== null) ?? null;
  const area = (level && areaOf(city, level, known[level])) ?? city.name;
  const told = {
    cell,
    address,
    district: known.district || null,
    subdistrict: known.subdistrict || null,
    appeals,
  };
  if (address !== null) {
    const above = levels.flatMap((each) => areaOf(city, each, known[each]) ?? []).reverse();
    const short = withoutAreas(address, [city.name, ...above]);
    return { ...told, name: placeName({ address: short, area, away: null }), named_by: 'address' };
  }
  const code = level ? known[level] : '';
  const middle = level ? (middles[level].get(code) ?? middleOf(city, level, code)) : middleOfBox(city.bounds);
  const away = bearing(middle, pointOf(cell));
  return { ...told, name: placeName({ address: null, area, away }), named_by: level ?? 'city' };
}

/**
 * What hexagons are called: the address most of their newest appeals say, where texts and points are open;
 * else the area most of their appeals lie in, and the way from the middle of the appeals of that.
 * @throws NotOpen where a cell is finer than may be seen
 */
export async function answerPlaces(
  { cells }: PlacesQuestion,
  city: City,
  run: JudgementRun,
): Promise<Places> {
  const told = { ...run, timeZone: city.time_zone };
  const resolutions = [...new Set(cells.map((cell) => getResolution(cell) as Resolution))];
  const known = await Promise.all(
    resolutions.map((resolution) =>
      knownOf(
        cells.filter((cell) => getResolution(cell) === resolution),
        resolution,
        city,
        told,
      ),
    ),
  );
  const all = known.flat();
  const middles = await middlesOf(all, told);
  return { meta: { as_of: asOf(run.history) }, places: all.map((each) => named(each, middles, city)) };
}
