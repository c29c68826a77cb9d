/**
 * Who is near whom, in compressed rows: the neighbours of place i are
 * `neighbours[offsets[i]]` … `neighbours[offsets[i + 1] - 1]`.
 * Shapes: offsets n + 1, neighbours as many as there are links. A place without any is an island.
 */
export interface Neighbours {
  offsets: Uint32Array;
  neighbours: Uint32Array;
}

/**
 * Neighbours with a weight for each link, aligned with `neighbours`. Without `values` every link weighs 1.
 */
export interface Weights extends Neighbours {
  values?: Float64Array;
}

/** Number of places. */
export const placeCount = ({ offsets }: Neighbours): number => Math.max(0, offsets.length - 1);

/** @throws RangeError when there are not as many values as places */
export function checkOneEach(values: Float64Array, neighbours: Neighbours): void {
  const places = placeCount(neighbours);
  if (values.length !== places)
    throw new RangeError(`${values.length} values do not fit ${places} places; give one value a place.`);
}

/**
 * Packs one list of neighbours a place. Order is kept; a place is not its own neighbour (methods that count
 * it add it), and a neighbour named twice counts once.
 *
 * @throws RangeError for a neighbour that is no place
 */
export function neighboursFromLists(lists: readonly Iterable<number>[]): Neighbours {
  const offsets = new Uint32Array(lists.length + 1);
  const links: number[] = [];
  lists.forEach((list, place) => {
    for (const neighbour of new Set(list)) {
      if (!(Number.isInteger(neighbour) && neighbour >= 0 && neighbour < lists.length))
        throw new RangeError(
          `Place ${place} names neighbour ${neighbour}, but places run from 0 to ${lists.length - 1}.`,
        );
      if (neighbour !== place) links.push(neighbour);
    }
    offsets[place + 1] = links.length;
  });
  return { offsets, neighbours: Uint32Array.from(links) };
}

/**
 * Contiguity from pairs of places, as a GAL file or a list of shared borders gives them; each pair counts
 * both ways.
 *
 * @param places number of places
 * @param pairs of places, 0 … places − 1
 */
export function neighboursFromPairs(places: number, pairs: Iterable<readonly [number, number]>): Neighbours {
  const lists = Array.from({ length: places }, (): number[] => []);
  for (const [one, other] of pairs) {
    const [ofOne, ofOther] = [lists[one], lists[other]];
    if (!ofOne || !ofOther)
      throw new RangeError(
        `A pair names places ${one} and ${other}, but places run from 0 to ${places - 1}.`,
      );
    ofOne.push(other);
    ofOther.push(one);
  }
  return neighboursFromLists(lists);
}

/** The places without a neighbour, ascending. */
export function islands({ offsets }: Neighbours): Uint32Array {
  return Uint32Array.from(offsets.subarray(0, -1).keys()).filter(
    (place) => offsets[place] === offsets[place + 1],
  );
}
