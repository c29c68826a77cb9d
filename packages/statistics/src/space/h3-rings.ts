import { gridDisk } from 'h3-js';
import { type Neighbours, neighboursFromLists } from './neighbours.ts';

/**
 * Neighbours by name: those that `neighboursOf` lists and that are places themselves.
 *
 * @param names one a place, all different
 * @throws RangeError when a name comes twice
 */
export function neighboursByName(
  names: readonly string[],
  neighboursOf: (name: string) => Iterable<string>,
): Neighbours {
  const numbers = new Map(names.map((name, place) => [name, place]));
  if (numbers.size < names.length)
    throw new RangeError(`${names.length - numbers.size} places come twice; give every place once.`);
  const listOf = (name: string): number[] => {
    const list: number[] = [];
    for (const other of neighboursOf(name)) {
      const place = numbers.get(other);
      if (place !== undefined) list.push(place);
    }
    return list;
  };
  return neighboursFromLists(names.map(listOf));
}

const touching = new Map<string, string[]>();
const mostKept = 200_000;

/**
 * A cell and those that touch it; kept, for to find them takes some ten microseconds a cell, half of what hot
 * spots of a city take.
 */
function withTouching(cell: string): string[] {
  const known = touching.get(cell);
  if (known) return known;
  const found = gridDisk(cell, 1);
  if (touching.size >= mostKept) touching.clear();
  touching.set(cell, found);
  return found;
}

/**
 * Cells within some rings of H3's grid (1: the six that touch; five around a pentagon). Cells that are not in
 * the list are outside the study area; give the empty cells inside it as well. O(n·k).
 *
 * @param cells H3 indexes as text, one resolution, all different
 * @throws RangeError when a cell comes twice
 */
export const h3Rings = (cells: readonly string[], rings = 1): Neighbours =>
  neighboursByName(cells, rings === 1 ? withTouching : (cell) => gridDisk(cell, rings));
