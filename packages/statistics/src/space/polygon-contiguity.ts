import { type Neighbours, neighboursFromLists } from './neighbours.ts';

/**
 * One place's outline: rings of [x, y] corners, as the coordinates of a GeoJSON polygon; parts of a
 * multipolygon side by side.
 */
export type Outline = readonly (readonly (readonly number[])[])[];

/** Queen: a corner in common is enough. Rook: a stretch of border, that is two corners in a row. */
export type ContiguityRule = 'queen' | 'rook';

const corner = (point: readonly number[] | undefined): string => `${point?.[0]},${point?.[1]}`;

function* cornersOf(outline: Outline): Generator<string> {
  for (const ring of outline) for (const point of ring) yield corner(point);
}

function* edgesOf(outline: Outline): Generator<string> {
  for (const ring of outline)
    for (let index = 1; index < ring.length; index++) {
      const [one, other] = [corner(ring[index - 1]), corner(ring[index])];
      if (one !== other) yield one < other ? `${one} ${other}` : `${other} ${one}`;
    }
}

/**
 * Which outlines touch. Corners must be equal to the last digit, as in boundaries cut from one topology;
 * outlines that were simplified one by one do not touch. Order of neighbours: ascending. O(corners).
 *
 * @param outlines one a place
 */
export function polygonContiguity(outlines: readonly Outline[], rule: ContiguityRule = 'queen'): Neighbours {
  const owners = new Map<string, Set<number>>();
  outlines.forEach((outline, place) => {
    for (const feature of rule === 'queen' ? cornersOf(outline) : edgesOf(outline)) {
      const known = owners.get(feature);
      if (known) known.add(place);
      else owners.set(feature, new Set([place]));
    }
  });
  const lists = outlines.map(() => new Set<number>());
  for (const places of owners.values())
    if (places.size > 1) for (const place of places) for (const other of places) lists[place]?.add(other);
  return neighboursFromLists(lists.map((list) => [...list].sort((one, other) => one - other)));
}
