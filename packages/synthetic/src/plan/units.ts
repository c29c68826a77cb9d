import type { City } from '@hotline-atlas/city';
import type { PlannedArea, PlannedDistrict } from './areas.ts';
import { draw } from './draw.ts';
import { normalQuantile } from './normal.ts';

/** How the unit of an order is found: by its subdistrict, by its district, or always the same. */
export type Receiving = 'subdistrict' | 'district' | 'fixed';

/** A unit with how good it truly is, which nobody in the city knows. */
export interface PlannedUnit {
  code: string;
  name: string;
  /** How slow it is: 0 is typical, 1 clearly slow, -1 clearly quick. */
  weakness: number;
  /** How much likelier than elsewhere its orders stay unsolved; 1 is typical. */
  failure: number;
}

/**
 * Who receives the orders of a topic: a number in the list of units, to which district receivers add their
 * district's.
 */
export interface Receiver {
  receiving: Receiving;
  base: number;
}

function officeOf(name: string): string {
  if (/[镇乡]$/.test(name)) return `${name}政府`;
  return /(街道|地区)$/.test(name) ? `${name}办事处` : `${name}管委会`;
}

function planned(code: string, name: string): PlannedUnit {
  const own = normalQuantile(draw('weakness', code));
  const other = normalQuantile(draw('failure', code));
  return { code, name, weakness: own, failure: Math.exp(0.4 * (0.7 * own + 0.714 * other)) };
}

const suffixOf = (code: string, district: string): string => code.slice(district.length);

/**
 * All units in one list: subdistricts, districts, then each kind of district department for all districts in
 * turn, then the others. The numbers of the areas are their places in it.
 */
export function plannedUnits(
  city: City,
  areas: readonly PlannedArea[],
  districts: readonly PlannedDistrict[],
): { units: PlannedUnit[]; receiverOf: (to: string) => Receiver } {
  const units = [
    ...areas.map(({ code, name }) => planned(code, officeOf(name))),
    ...districts.map(({ code, name }) => planned(code, `${name}政府`)),
  ];
  const bases = new Map<string, Receiver>([
    ['subdistrict', { receiving: 'subdistrict', base: 0 }],
    ['district', { receiving: 'district', base: areas.length }],
  ]);
  const byCode = new Map(city.units.map((unit) => [unit.code, unit]));
  for (const { code, district } of city.units) {
    const suffix = district === undefined ? '' : suffixOf(code, district);
    const departments = districts.map((each) => byCode.get(each.code + suffix));
    const name = `{district}${suffix}`;
    if (district === undefined || bases.has(name) || departments.includes(undefined)) continue;
    bases.set(name, { receiving: 'district', base: units.length });
    for (const unit of departments)
      if (unit) units.push(planned(unit.code, unit.zh ?? unit.local ?? unit.en));
  }
  for (const unit of city.units.filter(({ district }) => district === undefined)) {
    units.push(planned(unit.code, unit.zh ?? unit.local ?? unit.en));
    bases.set(unit.code, { receiving: 'fixed', base: units.length });
  }
  const fallback: Receiver = { receiving: 'subdistrict', base: 0 };
  return { units, receiverOf: (to) => bases.get(to) ?? fallback };
}
