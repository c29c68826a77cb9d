import type { Position } from 'geojson';

type Point = [number, number];
/** A line of a hatching, from one place to another. */
export type Stroke = [Point, Point];

/** Where a line of slope 1 through (0, offset) meets the edges of rings, from west to east. */
function crossings(rings: readonly Position[][], offset: number): number[] {
  const found: number[] = [];
  for (const ring of rings)
    ring.forEach(([x = 0, y = 0], at) => {
      const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
      const [side, nextSide] = [y - x - offset, nextY - nextX - offset];
      if (side < 0 !== nextSide < 0) found.push(x + ((nextX - x) * side) / (side - nextSide));
    });
  return found.sort((a, b) => a - b);
}

/**
 * Parallel lines that fill a polygon with its holes, for what has a shape and no value.
 * @param step degrees between two lines
 * @param falling from north-west to south-east, else from south-west to north-east
 */
export function hatching(rings: readonly Position[][], step: number, falling = false): Stroke[] {
  const turned = falling ? rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, -y])) : rings;
  const offsets = turned.flat().map(([x = 0, y = 0]) => y - x);
  const [low, high] = [Math.min(...offsets), Math.max(...offsets)];
  const strokes: Stroke[] = [];
  for (let at = Math.ceil(low / step); at * step < high; at += 1) {
    const offset = at * step;
    const met = crossings(turned, offset);
    for (let pair = 0; pair + 1 < met.length; pair += 2) {
      const [from, to] = [met[pair] ?? 0, met[pair + 1] ?? 0];
      const turn = falling ? -1 : 1;
      strokes.push([
        [from, turn * (from + offset)],
        [to, turn * (to + offset)],
      ]);
    }
  }
  return strokes;
}
