import type { Clause, Resolution, Scope } from '@hotline-atlas/model';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { cellToParent, getResolution, polygonToCells } from 'h3-js';
import { selectedAreas } from '../../plan/residents.ts';
import { type OutlinedAreas, outlinesOf } from './area-outlines.ts';

const parts = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];

/** Whether a cell lies in, or holds, a cell that is named. */
function meets(cell: string, named: string): boolean {
  const [own, other] = [getResolution(cell), getResolution(named)];
  return own >= other ? cellToParent(cell, other) === named : cellToParent(named, own) === cell;
}

/** Whether conditions on cells let a cell through. */
export const passesCells = (cell: string, where: readonly Clause[]): boolean =>
  where.every(
    ({ dimension, values, exclude }) =>
      dimension !== 'cell' || values.some((named) => named !== '' && meets(cell, named)) !== exclude,
  );

const made = new Map<string, string[]>();
const mostKept = 24;

/** Cells whose middle lies in the outlines of the areas asked for; none where the city pack has no outlines. */
export function cellsOfCity(
  city: OutlinedAreas & { code: string },
  resolution: Resolution,
  where: readonly Clause[],
  scope: Scope,
): string[] {
  const { districts, subdistricts } = selectedAreas(city, where, scope);
  const finer = where.some(({ dimension }) => dimension === 'subdistrict');
  const chosen = finer ? subdistricts : districts;
  const key = JSON.stringify([city.code, resolution, finer, chosen.map(({ code }) => code)]);
  let cells = made.get(key);
  if (!cells) {
    const outlines = outlinesOf(city, finer ? 'subdistrict' : 'district', chosen);
    cells = [...new Set(outlines.flatMap(parts).flatMap((part) => polygonToCells(part, resolution, true)))];
    if (made.size >= mostKept) made.clear();
    made.set(key, cells);
  }
  return cells.filter((cell) => passesCells(cell, where));
}
