import type { AreaLevel, City } from '@hotline-atlas/city';
import type { AreaProperties, Clause, Query, Scope } from '@hotline-atlas/model';

/**
 * Residents that appeals are set against: of each area the answer is grouped by, or of all that was asked
 * for.
 */
export type Residents =
  | { by: 'district' | 'subdistrict'; areas: ReadonlyMap<string, number> }
  | { by: null; total: number | null };

/** Where none are asked for, or known. */
export const nobody: Residents = { by: null, total: null };

const areasOf = (city: Pick<City, 'areas'>, level: AreaLevel['level']): AreaProperties[] =>
  city.areas.find((area) => area.level === level)?.features.features.map(({ properties }) => properties) ??
  [];

const passes = (code: string, clauses: readonly Clause[], dimension: Clause['dimension']): boolean =>
  clauses
    .filter((clause) => clause.dimension === dimension)
    .every(({ values, exclude }) => values.includes(code) !== exclude);

/** The residents of some areas together; null where one is not known, or there is none. */
const sum = (areas: readonly AreaProperties[]): number | null => {
  const known = areas.flatMap(({ residents }) => residents ?? []);
  return known.length === areas.length && areas.length > 0 ? known.reduce((a, b) => a + b) : null;
};

const knownResidents = (areas: readonly AreaProperties[]): Map<string, number> =>
  new Map(areas.flatMap(({ code, residents }) => (residents ? [[code, residents] as const] : [])));

/** Selected areas: districts, or, where subdistricts are chosen or excluded, those. */
export function selectedAreas(city: Pick<City, 'areas'>, where: readonly Clause[], scope: Scope) {
  const clauses = [...where, ...scope.clauses];
  const districts = areasOf(city, 'district').filter(({ code }) => passes(code, clauses, 'district'));
  const subdistricts = areasOf(city, 'subdistrict').filter(
    ({ code, parent = '' }) => passes(parent, clauses, 'district') && passes(code, clauses, 'subdistrict'),
  );
  return { districts, subdistricts };
}

function byDistrict(subdistricts: readonly AreaProperties[]): Map<string, number> {
  const parents = [...new Set(subdistricts.flatMap(({ parent }) => parent ?? []))];
  return new Map(
    parents.flatMap((district) => {
      const total = sum(subdistricts.filter(({ parent }) => parent === district));
      return total === null ? [] : [[district, total] as const];
    }),
  );
}

/** Whether an unknown area, which nobody lives in, is asked for. */
const asksUnknown = (where: readonly Clause[]): boolean =>
  where.some(
    ({ dimension, exclude, values }) =>
      (dimension === 'district' || dimension === 'subdistrict') && !exclude && values.includes(''),
  );

/**
 * Whether whoever asks sees all appeals of the areas they see. If not, how many residents their appeals are
 * of is not known.
 */
export const seesWholeAreas = ({ clauses }: Scope): boolean =>
  clauses.every(({ dimension }) => dimension === 'district' || dimension === 'subdistrict');

/** The residents a question's appeals are set against. */
export function residentsOf({ by, where: asked }: Query, city: Pick<City, 'areas'>, scope: Scope): Residents {
  const where = [...asked, ...scope.clauses];
  const byCell = by.includes('cell') || where.some(({ dimension }) => dimension === 'cell');
  if (byCell || !seesWholeAreas(scope)) return nobody;
  const { districts, subdistricts } = selectedAreas(city, asked, scope);
  if (by.includes('subdistrict')) return { by: 'subdistrict', areas: knownResidents(subdistricts) };
  const chosen = where.some(({ dimension }) => dimension === 'subdistrict');
  if (by.includes('district'))
    return { by: 'district', areas: chosen ? byDistrict(subdistricts) : knownResidents(districts) };
  if (asksUnknown(where)) return nobody;
  return { by: null, total: sum(chosen ? subdistricts : districts) };
}
