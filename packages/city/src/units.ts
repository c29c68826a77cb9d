import type { AreaProperties } from '@hotline-atlas/model';
import type { AreaLevel } from './city.ts';
import type { UnitDefinition } from './city-schema.ts';

const mark = '{district}';

function inDistrict(unit: UnitDefinition, { code, en, zh, local }: AreaProperties): UnitDefinition {
  const named = (name: string | undefined, district: string | undefined) =>
    name?.replaceAll(mark, district ?? en);
  return {
    ...unit,
    code: unit.code.replaceAll(mark, code),
    en: unit.en.replaceAll(mark, en),
    zh: named(unit.zh, zh),
    local: named(unit.local, local),
    district: code,
  };
}

/** The units with those that exist in each district written out. */
export function unitsInDistricts(units: UnitDefinition[], areas: AreaLevel[]): UnitDefinition[] {
  const districts = areas.find(({ level }) => level === 'district')?.features.features ?? [];
  return units.flatMap((unit) =>
    unit.code.includes(mark) ? districts.map(({ properties }) => inDistrict(unit, properties)) : [unit],
  );
}

/**
 * The code of the unit that `to` of a dispatch rule means at a place; the district takes what no subdistrict
 * is known for.
 */
export function receiverOf(to: string, place: { district: string; subdistrict: string }): string {
  if (to === 'subdistrict') return place.subdistrict || place.district;
  return to === 'district' ? place.district : to.replaceAll(mark, place.district);
}
