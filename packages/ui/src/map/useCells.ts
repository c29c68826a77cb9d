import { useEffect, useMemo, useState } from 'react';
import type { CellOutline } from './cellLayer.ts';
import type { Bounds } from './outline.ts';

type H3 = typeof import('h3-js');

/** The hexagon library, loaded when hexagons are first needed. */
export function useH3(needed: boolean): H3 | null {
  const [h3, setH3] = useState<H3 | null>(null);
  useEffect(() => {
    if (!needed || h3) return;
    let here = true;
    void import('h3-js').then((module) => here && setH3(module));
    return () => {
      here = false;
    };
  }, [needed, h3]);
  return h3;
}

/** The corners of cells. */
export const useCellOutlines = (codes: readonly string[], h3: H3 | null): CellOutline[] =>
  useMemo(
    () =>
      h3 ? codes.map((code) => ({ code, ring: h3.cellToBoundary(code, true) as [number, number][] })) : [],
    [codes, h3],
  );

/** Cells of resolution 8 that cover a box, in a fixed order; none where they would be too many to name. */
export function cellsCovering([west, south, east, north]: Bounds, h3: H3): string[] {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as [number, number][];
  const cells = h3.polygonToCellsExperimental(
    ring,
    8,
    h3.POLYGON_TO_CELLS_FLAGS.containmentOverlapping,
    true,
  );
  return cells.length <= 160 ? cells.sort() : [];
}
