import type { Area } from './outline.ts';
import { centreOf } from './outline.ts';

export interface Name {
  code: string;
  text: string;
  position: [number, number];
}

/** A name with the middle of its area, in pixels. */
export interface NameAt {
  code: string;
  text: string;
  x: number;
  y: number;
  /** Square pixels of the area: names only where there is room. */
  room: number;
}

/** Which names come first. */
export interface NameOrder {
  /** Areas a title or a list names, and those chosen, the most important first: named at any size. */
  first: readonly string[];
  /** What the others are ordered by, the greatest first; their room where nothing is known. */
  figureOf?: (code: string) => number | null;
  /** Names stay wholly in a box of this size. */
  box?: { width: number; height: number };
}

const letter = 13;
const height = 16;
const gap = 4;
/** Less room than this names nothing but what comes first. */
const leastRoom = 300;

const textWidth = (text: string) =>
  [...text].reduce(
    (width, character) => width + (character.charCodeAt(0) > 0x2e80 ? letter : letter * 0.55),
    0,
  );

/** From where a name stands first to the places beside it, for names that come first. */
function placesOf({ text, x, y }: NameAt): [number, number][] {
  const aside = textWidth(text) / 2;
  return [
    [x, y],
    [x, y - height],
    [x, y + height],
    [x + aside, y],
    [x - aside, y],
    [x + aside, y - height],
    [x - aside, y + height],
    [x - aside, y - height],
    [x + aside, y + height],
    [x, y - 2 * height],
    [x, y + 2 * height],
  ];
}

function inOrder(names: readonly NameAt[], { first, figureOf }: NameOrder): NameAt[] {
  const rank = new Map(first.map((code, at) => [code, at]));
  const rankOf = ({ code }: NameAt) => rank.get(code) ?? first.length;
  const value = ({ code, room }: NameAt) => (figureOf ? (figureOf(code) ?? -1) : room);
  return [...names].sort((a, b) => rankOf(a) - rankOf(b) || value(b) - value(a) || b.room - a.room);
}

const isWithin = (box: NameOrder['box'], x: number, y: number, half: number): boolean =>
  !box || (x >= half && x <= box.width - half && y >= height / 2 && y <= box.height - height / 2);

/**
 * Names that do not run into each other. Those that come first are named whatever their room, beside their
 * area where others stand on it.
 */
export function placeNames(names: readonly NameAt[], order: NameOrder): NameAt[] {
  const first = new Set(order.first);
  const taken: NameAt[] = [];
  for (const name of inOrder(names, order)) {
    const half = textWidth(name.text) / 2;
    const isFree = ([x, y]: [number, number]) =>
      isWithin(order.box, x, y, half) &&
      !taken.some(
        (other) =>
          Math.abs(x - other.x) < half + textWidth(other.text) / 2 + gap && Math.abs(y - other.y) < height,
      );
    const isFirst = first.has(name.code);
    if (!isFirst && name.room < leastRoom) continue;
    const found = (isFirst ? placesOf(name) : placesOf(name).slice(0, 1)).find(isFree);
    if (found) taken.push({ ...name, x: found[0], y: found[1] });
  }
  return taken;
}

const degree = (zoom: number) => (512 * 2 ** zoom) / 360;
const mercator = (latitude: number) =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
const latitudeOf = (y: number) => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;

/** Names of areas on a map of the web, at a zoom. */
export function namesThatFit(
  areas: readonly Area[],
  nameOf: (area: Area) => string,
  zoom: number,
  order: NameOrder = { first: [] },
): Name[] {
  const scale = degree(zoom);
  const middles = areas.map((area): NameAt => {
    const { centre, size } = centreOf(area);
    // Downwards, as on a screen.
    const [x, y] = [centre[0] * scale, -mercator(centre[1]) * scale];
    return { code: area.properties.code, text: nameOf(area), x, y, room: size * scale ** 2 };
  });
  return placeNames(middles, order).map(({ code, text, x, y }) => ({
    code,
    text,
    position: [x / scale, latitudeOf(-y / scale)],
  }));
}
