import type { CellOutline } from './cellLayer.ts';
import type { Bounds } from './outline.ts';

/** A place along one axis: where it begins and ends, and how much lies there. */
interface Stretch {
  from: number;
  to: number;
  weight: number;
}

/** The stretch that holds all but a share of the weight at each end. */
function trimmed(stretches: readonly Stretch[], share: number): [number, number] {
  const left = share * stretches.reduce((sum, { weight }) => sum + weight, 0);
  const first = (sorted: Stretch[]): Stretch | undefined => {
    let passed = 0;
    return sorted.find(({ weight }) => {
      passed += weight;
      return passed > left;
    });
  };
  const low = first([...stretches].sort((a, b) => a.from - b.from));
  const high = first([...stretches].sort((a, b) => b.to - a.to));
  return [low?.from ?? 0, high?.to ?? 0];
}

/** The box around the cells where appeals are, a few strays apart: one in a thousand at each side. */
export function boxAround(
  cells: readonly CellOutline[],
  weightOf: (code: string) => number,
  strays = 0.001,
): Bounds | null {
  if (cells.length === 0) return null;
  const along = (axis: 0 | 1): [number, number] =>
    trimmed(
      cells.map(({ code, ring }) => {
        const values = ring.map((point) => point[axis]);
        return { from: Math.min(...values), to: Math.max(...values), weight: weightOf(code) };
      }),
      strays,
    );
  const [west, east] = along(0);
  const [south, north] = along(1);
  return [west, south, east, north];
}
