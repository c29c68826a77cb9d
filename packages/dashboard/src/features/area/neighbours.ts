import { type Area, polygonsOf } from '@hotline-atlas/ui/map/outline.ts';

/** Corners as they are compared: about a hundred metres apart they are the same. */
const cornersOf = (area: Area): Set<string> =>
  new Set(
    polygonsOf(area)
      .flat(2)
      .map(([x = 0, y = 0]) => `${x.toFixed(3)} ${y.toFixed(3)}`),
  );

/** The codes of the areas whose outlines have a corner in common with that of another. */
export function neighboursOf(code: string, areas: readonly Area[]): string[] {
  const own = areas.find(({ properties }) => properties.code === code);
  if (!own) return [];
  const corners = cornersOf(own);
  return areas
    .filter((area) => area !== own && [...cornersOf(area)].some((corner) => corners.has(corner)))
    .map(({ properties }) => properties.code);
}
