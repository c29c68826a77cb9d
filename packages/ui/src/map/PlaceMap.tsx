import { inLanguage } from '@hotline-atlas/model';
import { useMemo } from 'react';
import { exact } from '../format/numbers.ts';
import { useWidth } from '../kit/useWidth.ts';
import { usePalette } from '../theme/palette.ts';
import { useLanguage, useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { drawAreas } from './drawn.ts';
import { placeNames } from './names.ts';
import { type Area, type Bounds, boundsOf } from './outline.ts';
import { SchematicNote } from './SchematicNote.tsx';

type Position = readonly [number, number];

export interface PlaceMapProps {
  /** The areas to see the place among: one level, such as all subdistricts of a district. */
  areas: readonly Area[];
  /** The area the place lies in, by its code; empty where it is not known. */
  area: string;
  /** Longitude and latitude; null where the place is not known, or not open to who asks. */
  point: Position | null;
  /** The corners of the hexagon that stands for a place which is not open to the point. */
  cell?: readonly Position[];
  /** What the picture shows, for whom does not see it. */
  label: string;
  height: number;
}

/** Kilometres of a degree of longitude at the equator. */
const equator = 111.32;
/** Kept free of names at the bottom, in pixels: scale and note stand there. */
const noteHeight = 28;
const lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** The longest round length that is shorter than some pixels, in kilometres. */
const scaleLength = (perKilometre: number, pixels: number): number =>
  lengths.findLast((length) => length * perKilometre <= pixels) ?? (lengths[0] as number);

/** A box with room around it. */
function widened([west, south, east, north]: Bounds, share: number): Bounds {
  const [x, y] = [(east - west) * share + 0.002, (north - south) * share + 0.002];
  return [west - x, south - y, east + x, north + y];
}

/** The box around an area and a place: a schematic outline may leave the place outside. */
function shownBounds(own: readonly Area[], points: readonly Position[]): Bounds | null {
  const box = boundsOf(own);
  const [first] = points;
  if (!box && !first) return null;
  const start: Bounds = box ?? [first?.[0] ?? 0, first?.[1] ?? 0, first?.[0] ?? 0, first?.[1] ?? 0];
  return points.reduce<Bounds>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    start,
  );
}

function Scale({ perKilometre, width, height }: { perKilometre: number; width: number; height: number }) {
  const { map } = useWords(uiWords);
  const language = useLanguage();
  const length = scaleLength(perKilometre, width / 4);
  return (
    <g transform={`translate(8 ${height - 8})`}>
      <path className="scale" d={`M0 -4V0H${(length * perKilometre).toFixed(1)}V-4`} />
      <text className="scale-length" y="-8">
        {map.kilometres(exact(length, language, length < 1 ? 1 : 0))}
      </text>
    </g>
  );
}

/** One place on a small map: its point or hexagon, its area outlined, and the areas around it. */
export function PlaceMap({ areas, area, point, cell = [], label, height }: PlaceMapProps) {
  const palette = usePalette();
  const language = useLanguage();
  const { host, width } = useWidth(320);
  const drawing = useMemo(() => {
    const own = areas.filter(({ properties }) => properties.code === area);
    const box = shownBounds(own, point ? [point] : cell);
    return box && drawAreas(areas, { width, height, bounds: widened(box, 0.15) });
  }, [areas, area, point, cell, width, height]);
  if (!drawing) return null;
  const { drawn, project, perDegree } = drawing;
  const isSchematic = areas.some(({ properties }) => properties.schematic);
  const names = placeNames(
    drawn.map(({ area: { properties }, centre: [x, y], room }) => ({
      code: properties.code,
      text: inLanguage(properties, language),
      x,
      y: properties.code === area && point ? y - 16 : y,
      room,
    })),
    { first: [area], box: { width, height: height - noteHeight } },
  );
  const ownLast = [...drawn].sort(
    (a, b) => Number(a.area.properties.code === area) - Number(b.area.properties.code === area),
  );
  const middle = point ?? cell[0] ?? null;
  const latitude = middle ? middle[1] : (areas[0] && boundsOf(areas)?.[1]) || 0;
  const perKilometre = perDegree / (equator * Math.cos((latitude * Math.PI) / 180));
  const [x, y] = point ? project(...point) : [0, 0];
  return (
    <div ref={host} className={`place-map ${isSchematic ? 'schematic-outlines' : ''}`}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {ownLast.map(({ area: { properties }, path }) => (
          <path
            key={properties.code}
            d={path}
            data-code={properties.code}
            className={`outline ${properties.code === area ? 'chosen' : ''}`}
            fill={properties.code === area ? palette.accentSoft : palette.sunken}
          />
        ))}
        {cell.length > 0 && !point && (
          <polygon className="cell" points={cell.map((corner) => project(...corner).join(',')).join(' ')} />
        )}
        <g className="map-names">
          {names.map((name) => (
            <text
              key={name.code}
              x={name.x}
              y={name.y}
              dy="0.35em"
              fill={palette.text}
              stroke={palette.surface}
            >
              {name.text}
            </text>
          ))}
        </g>
        {point && <circle className="point" cx={x} cy={y} r="6" />}
        <Scale perKilometre={perKilometre} width={width} height={height} />
      </svg>
      {isSchematic && <SchematicNote />}
    </div>
  );
}
