import type { Area } from './outline.ts';
import { centreOf } from './outline.ts';

export interface Name {
  code: string;
  text: string;
  position: [number, number];
}

const letter = 13;
const height = 16;
const textWidth = (text: string) =>
  [...text].reduce(
    (width, character) => width + (character.charCodeAt(0) > 0x2e80 ? letter : letter * 0.55),
    0,
  );

const degree = (zoom: number) => (512 * 2 ** zoom) / 360;
const mercator = (latitude: number) =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/** Names of areas that do not run into each other at a zoom, the largest areas first. */
export function namesThatFit(areas: readonly Area[], nameOf: (area: Area) => string, zoom: number): Name[] {
  const scale = degree(zoom);
  const taken: [number, number, number][] = [];
  return areas
    .map((area) => ({ area, ...centreOf(area) }))
    .sort((a, b) => b.size - a.size)
    .flatMap(({ area, centre, size }) => {
      const text = nameOf(area);
      const half = textWidth(text) / 2;
      const [x, y] = [centre[0] * scale, mercator(centre[1]) * scale];
      const crowded = taken.some(
        ([otherX, otherY, otherHalf]) =>
          Math.abs(x - otherX) < half + otherHalf + 4 && Math.abs(y - otherY) < height,
      );
      if (crowded || size * scale ** 2 < 300) return [];
      taken.push([x, y, half]);
      return [{ code: area.properties.code, text, position: centre }];
    });
}
