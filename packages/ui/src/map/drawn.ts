import { type Area, type Bounds, boundsOf, centreOf, pathOf, projection } from './outline.ts';

/** An area as it is drawn in a box. */
export interface DrawnArea {
  area: Area;
  path: string;
  centre: [number, number];
  /** Square pixels, roughly. */
  room: number;
}

/** Areas drawn in a box, and where degrees lie in it. */
export interface Drawing {
  drawn: DrawnArea[];
  project: (longitude: number, latitude: number) => [number, number];
  /** Pixels of a degree of longitude. */
  perDegree: number;
}

export interface DrawingBox {
  width: number;
  height: number;
  /** Kept free at the left, for a legend. */
  left?: number;
  /** What is shown; all areas where nothing is said. */
  bounds?: Bounds;
}

/** Draws areas in a box; null where there are none. */
export function drawAreas(
  areas: readonly Area[],
  { width, height, left = 0, bounds: shown }: DrawingBox,
): Drawing | null {
  const bounds = shown ?? boundsOf(areas);
  if (!bounds) return null;
  const inBox = projection(bounds, width - left, height);
  const project = (longitude: number, latitude: number): [number, number] => {
    const [x, y] = inBox(longitude, latitude);
    return [x + left, y];
  };
  const [x0] = project(bounds[0], bounds[1]);
  const [x1] = project(bounds[2], bounds[1]);
  const perDegree = (x1 - x0) / (bounds[2] - bounds[0]);
  const drawn = areas.map((area) => {
    const { centre, size } = centreOf(area);
    return { area, path: pathOf(area, project), centre: project(...centre), room: size * perDegree ** 2 };
  });
  return { drawn, project, perDegree };
}
