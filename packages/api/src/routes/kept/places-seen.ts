import type { City } from '@hotline-atlas/city';
import {
  type Clause,
  contradicts,
  type DimensionName,
  liesWithin,
  parseSelection,
  type Scope,
} from '@hotline-atlas/model';

/** Dimensions that say where; what only says a topic is of the city. */
const placing: ReadonlySet<DimensionName> = new Set(['district', 'subdistrict', 'unit']);

/** Whether somebody sees a note of a place. */
export interface PlacesSeen {
  /** Their own: as long as they see some appeals of the place, as far as is known. */
  own(scope: Scope, place: readonly string[]): boolean;
  /**
   * Anybody's: also of places that are partly theirs, but of a subdistrict or unit only where it is known to
   * lie within what they see; of the city and of topics always.
   */
  anybodys(scope: Scope, place: readonly string[]): boolean;
}

/** The district of every area, and of every unit that works in one. Units of areas have the areas' codes. */
function districtsOf({ areas, units }: City) {
  const ofAreas = areas.flatMap(({ level, features }) =>
    features.features.map(({ properties: { code, parent } }): [string, string] => [
      code,
      level === 'district' ? code : (parent ?? ''),
    ]),
  );
  const ofUnits = units.flatMap(({ code, district }): [string, string][] =>
    district === undefined ? [] : [[code, district]],
  );
  return { ofAreas: new Map(ofAreas), ofUnits: new Map([...ofAreas, ...ofUnits]) };
}

/** Tells notes of places by where subdistricts and units are. */
export function placesSeen(city: City): PlacesSeen {
  const { ofAreas, ofUnits } = districtsOf(city);
  /** The districts in which all of a subdistrict or unit lies; none where that is not known. */
  const districtsOfClause = ({ dimension, exclude, values }: Clause): Clause[] => {
    if (exclude || (dimension !== 'subdistrict' && dimension !== 'unit')) return [];
    const known = values.map((value) =>
      dimension === 'subdistrict' ? (ofAreas.get(value) ?? '') : ofUnits.get(value),
    );
    const districts = known.filter((district) => district !== undefined);
    return districts.length < known.length
      ? []
      : [{ dimension: 'district', exclude: false, values: districts }];
  };
  const placed = (place: readonly string[]): Clause[] => {
    const { where } = parseSelection({ where: place }, []);
    return [...where, ...where.flatMap(districtsOfClause)];
  };
  return {
    own: ({ clauses }, place) => !contradicts(placed(place), clauses),
    anybodys({ clauses }, place) {
      const where = placed(place);
      if (contradicts(where, clauses)) return false;
      return clauses.every(
        (clause) =>
          liesWithin(where, clause) ||
          where.every(({ dimension }) => dimension === clause.dimension || !placing.has(dimension)),
      );
    },
  };
}
