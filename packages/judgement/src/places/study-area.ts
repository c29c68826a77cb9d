import type { City } from '@hotline-atlas/city';
import type {
  AreaProperties,
  Bilingual,
  Clause,
  Expectation,
  PlaceLevel,
  Resolution,
  Scope,
} from '@hotline-atlas/model';
import { seesWholeAreas, selectedAreas } from '@hotline-atlas/query';
import { h3Rings, type Neighbours } from '@hotline-atlas/statistics';
import { cellToLatLng } from 'h3-js';
import { bordersAmong, middleOf } from './area-outlines.ts';
import { cellsOfCity } from './city-cells.ts';

/** The places that are judged together. */
export interface StudyArea {
  places: string[];
  /** Beside the places; null where not known. */
  residents: (number | null)[];
  boundedBy: Bilingual;
}

export type PlacedCity = Pick<City, 'areas' | 'code'>;

/** What decides on the places. */
export interface AreaQuestion {
  level: PlaceLevel;
  resolution: Resolution;
  where: readonly Clause[];
  expected: Expectation;
}

const bounds = {
  even: {
    en: 'Every cell whose middle lies within the outlines of the areas asked for, and every cell beyond them that holds an appeal of any kind in the period: empty cells count as places where nothing was reported.',
    zh: '中心位于所选区域边界内的全部网格，以及边界外本期有任何诉求的网格；没有诉求的网格按零计入。',
  },
  evenWithoutOutlines: {
    en: 'Every cell that holds an appeal of any kind in the period; the city pack has no outlines to fill.',
    zh: '本期有任何诉求的全部网格；本城市没有可填充的边界。',
  },
  appeals: {
    en: 'Every cell that holds an appeal of any kind in the period: where nobody reports anything, a share of appeals cannot be judged.',
    zh: '本期有任何诉求的全部网格；没有任何诉求的地方无法判断占比。',
  },
  usual: {
    en: 'Every place with an appeal of the selection in the period: elsewhere there is no usual level.',
    zh: '本期有所选诉求的全部地点；其他地点没有往常水平可比。',
  },
  areas: {
    en: 'Every area of the level that the conditions leave, appeals or not.',
    zh: '所选条件下该层级的全部区域，无论有无诉求。',
  },
} as const satisfies Record<string, Bilingual>;

const known = (places: Iterable<string>): string[] =>
  [...new Set(places)].filter((place) => place !== '').sort();

const areasOf = (city: PlacedCity, { level, where }: AreaQuestion, scope: Scope): AreaProperties[] => {
  const { districts, subdistricts } = selectedAreas(city, where, scope);
  return level === 'district' ? districts : subdistricts;
};

function areaStudy(
  city: PlacedCity,
  question: AreaQuestion,
  scope: Scope,
  held: readonly string[],
): StudyArea {
  const areas = areasOf(city, question, scope);
  const codes = new Set(held);
  const used = question.expected === 'usual' ? areas.filter(({ code }) => codes.has(code)) : areas;
  return {
    places: used.map(({ code }) => code),
    residents: used.map(({ residents }) => (seesWholeAreas(scope) && residents) || null),
    boundedBy: question.expected === 'usual' ? bounds.usual : bounds.areas,
  };
}

function cellStudy(
  city: PlacedCity,
  { resolution, where, expected }: AreaQuestion,
  scope: Scope,
  held: readonly string[],
  anyAppeal: readonly string[],
): StudyArea {
  const filled = expected === 'even' ? cellsOfCity(city, resolution, where, scope) : [];
  const places = known(expected === 'usual' ? held : [...filled, ...held, ...anyAppeal]);
  const even = filled.length > 0 ? bounds.even : bounds.evenWithoutOutlines;
  return {
    places,
    residents: places.map(() => null),
    boundedBy: expected === 'even' ? even : bounds[expected === 'usual' ? 'usual' : 'appeals'],
  };
}

/**
 * The places a question is judged over.
 * @param held places with appeals of the selection
 * @param anyAppeal places with any appeal
 */
export const studyAreaOf = (
  city: PlacedCity,
  question: AreaQuestion,
  scope: Scope,
  held: readonly string[],
  anyAppeal: readonly string[],
): StudyArea =>
  question.level === 'cell'
    ? cellStudy(city, question, scope, held, anyAppeal)
    : areaStudy(city, question, scope, held);

const rings = new Map<string, Neighbours>();
const mostKept = 8;

/** The first ring of cells; kept, for most questions are about the same cells. */
function ringsOf(cells: readonly string[]): Neighbours {
  const key = cells.join(' ');
  const found = rings.get(key) ?? h3Rings(cells);
  rings.delete(key);
  rings.set(key, found);
  for (const oldest of rings.keys()) if (rings.size > mostKept) rings.delete(oldest);
  return found;
}

/** Who is whose neighbour: the first ring of cells, or a shared border. */
export function neighboursOf(city: PlacedCity, level: PlaceLevel, places: readonly string[]): Neighbours {
  if (level === 'cell') return ringsOf(places);
  const areas = city.areas.find((area) => area.level === level);
  if (!areas) throw new RangeError(`There are no outlines of the level ${level}.`);
  return bordersAmong(areas, places);
}

/** The middle of a place as longitude and latitude. */
export function middleOfPlace(city: PlacedCity, level: PlaceLevel, place: string): [number, number] {
  if (level !== 'cell') return middleOf(city, level, place);
  const [latitude, longitude] = cellToLatLng(place);
  return [longitude, latitude];
}
