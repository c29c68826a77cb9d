import type { AreaLevel } from '@hotline-atlas/city';
import type { AreaProperties, Clause, Resolution, Scope } from '@hotline-atlas/model';
import { selectedAreas } from '@hotline-atlas/query';
import { cellToParent, getResolution, polygonToCells } from 'h3-js';
import { type OutlinedAreas, outlinesOf, partsOf } from './area-outlines.ts';

/** Whether a cell lies in, or holds, a cell that is named. */
function meets(cell: string, named: string): boolean {
  const [own, other] = [getResolution(cell), getResolution(named)];
  return own >= other ? cellToParent(cell, other) === named : cellToParent(named, own) === cell;
}

/** Whether conditions on cells let a cell through. */
const passesCells = (cell: string, where: readonly Clause[]): boolean =>
  where.every(
    ({ dimension, values, exclude }) =>
      dimension !== 'cell' || values.some((named) => named !== '' && meets(cell, named)) !== exclude,
  );

type OutlinedCity = OutlinedAreas & { code: string };

const made = new Map<string, string[]>();
/** More than two for every subdistrict of a large city. */
const mostKept = 800;

/**
 * Cells whose middle lies in the outline of an area; kept, for to find those of a large city takes half a
 * second.
 */
function cellsOfArea(
  city: OutlinedCity,
  resolution: Resolution,
  level: AreaLevel['level'],
  area: AreaProperties,
): string[] {
  const key = JSON.stringify([city.code, resolution, level, area.code]);
  const known = made.get(key);
  if (known) return known;
  const found = outlinesOf(city, level, [area])
    .flatMap(partsOf)
    .flatMap((part) => polygonToCells(part, resolution, true));
  if (made.size >= mostKept) made.clear();
  made.set(key, found);
  return found;
}

/**
 * Cells whose middle lies in the outlines of the areas asked for; none where the city pack has no outlines.
 */
export function cellsOfCity(
  city: OutlinedCity,
  resolution: Resolution,
  where: readonly Clause[],
  scope: Scope,
): string[] {
  const { districts, subdistricts } = selectedAreas(city, where, scope);
  const clauses = [...where, ...scope.clauses];
  const finer = clauses.some(({ dimension }) => dimension === 'subdistrict');
  const cells = finer
    ? subdistricts.map((area) => cellsOfArea(city, resolution, 'subdistrict', area))
    : districts.map((area) => cellsOfArea(city, resolution, 'district', area));
  return [...new Set(cells.flat())].filter((cell) => passesCells(cell, clauses));
}
