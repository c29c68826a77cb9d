import type { Clause } from '@hotline-atlas/model';
import { unknownArea } from '../../address/place.ts';
import type { CityMeta } from '../../screen/city.ts';
import { ownValues, type Person } from '../../screen/person.ts';

export type AreaLevel = 'district' | 'subdistrict';

/** An area as its page knows it. */
export interface ShownArea {
  level: AreaLevel;
  /** Empty: the appeals whose district is not known. */
  code: string;
  /** The district it lies in; itself where it is one. */
  district: string;
  /** Which appeals it has. */
  where: readonly Clause[];
  /** What lies in it, by code. */
  parts: readonly string[];
}

const clause = (dimension: AreaLevel, value: string): Clause => ({
  dimension,
  exclude: false,
  values: [value],
});

const partsOf = (code: string, { parents }: CityMeta): string[] =>
  Object.entries(parents.subdistrict ?? {})
    .filter(([, parent]) => parent === code)
    .map(([part]) => part);

/** The area of a code; null where the city has none of that code. */
export function areaOf(code: string, meta: CityMeta): ShownArea | null {
  const { district = {}, subdistrict = {} } = meta.labels;
  if (Object.hasOwn(district, code))
    return {
      level: 'district',
      code,
      district: code,
      where: [clause('district', code)],
      parts: partsOf(code, meta),
    };
  if (Object.hasOwn(subdistrict, code))
    return {
      level: 'subdistrict',
      code,
      district: meta.parents.subdistrict?.[code] ?? '',
      where: [clause('subdistrict', code)],
      parts: [],
    };
  if (code !== unknownArea) return null;
  return { level: 'district', code: '', district: '', where: [clause('district', '')], parts: [] };
}

/** Whether the appeals of an area may be open to somebody, as their districts and subdistricts tell. */
export function isOpenTo(person: Person, { level, code, district }: ShownArea): boolean {
  const districts = ownValues(person, 'district');
  if (districts !== null && !districts.includes(district)) return false;
  const subdistricts = ownValues(person, 'subdistrict');
  return subdistricts === null || level === 'district' || subdistricts.includes(code);
}
