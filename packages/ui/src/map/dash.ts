import type { Position } from 'geojson';
import type { Stroke } from './hatch.ts';

/** Pixels of a dash and of the gap after it. */
const dashOf = { length: 6, gap: 4 } as const;

const keyOf = (one: Position, other: Position): string => [one.join(), other.join()].sort().join(' ');

/**
 * The dashes of some rings, for outlines that are drawn and not surveyed. A border of two areas is dashed
 * once: two rows of dashes would close each other's gaps.
 * @param perDegree pixels of a degree of longitude
 */
export function dashes(rings: readonly (readonly Position[])[], perDegree: number): Stroke[] {
  const strokes: Stroke[] = [];
  const drawn = new Set<string>();
  const period = dashOf.length + dashOf.gap;
  for (const ring of rings) {
    let passed = 0;
    for (const [at, corner] of ring.slice(0, -1).entries()) {
      const next = ring[at + 1] ?? corner;
      const [[x = 0, y = 0], [nextX = 0, nextY = 0]] = [corner, next];
      const stretch = 1 / Math.cos((y * Math.PI) / 180);
      const length = Math.hypot(nextX - x, (nextY - y) * stretch) * perDegree;
      const key = keyOf(corner, next);
      if (length === 0 || drawn.has(key)) continue;
      drawn.add(key);
      const pointAt = (along: number): [number, number] => [
        x + ((nextX - x) * along) / length,
        y + ((nextY - y) * along) / length,
      ];
      for (let begin = -(passed % period); begin < length; begin += period) {
        const [from, to] = [Math.max(0, begin), Math.min(length, begin + dashOf.length)];
        if (to > from) strokes.push([pointAt(from), pointAt(to)]);
      }
      passed += length;
    }
  }
  return strokes;
}
