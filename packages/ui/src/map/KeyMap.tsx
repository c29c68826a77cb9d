import { inLanguage } from '@hotline-atlas/model';
import { useMemo } from 'react';
import { useWidth } from '../kit/useWidth.ts';
import { readableOn } from '../theme/contrast.ts';
import { usePalette } from '../theme/palette.ts';
import { useLanguage } from '../words/dictionary.ts';
import { drawAreas } from './drawn.ts';
import { Hatches, hatchOf } from './Hatches.tsx';
import { placeNames } from './names.ts';
import type { Area } from './outline.ts';
import { SchematicNote } from './SchematicNote.tsx';
import { colorOf, inCircles, radiusOf, type Shading, shadeOf } from './shading.ts';

const largest = 16;

export interface KeyMapProps {
  areas: readonly Area[];
  /** Figures as shades, or as circles where they are counts; null for outlines alone. */
  shading: Shading | null;
  /** Outlined. */
  chosen?: readonly string[];
  /** Areas the text beside it names: they are labelled first. All others follow by their value. */
  named?: readonly string[];
  /** What the picture shows, for whom does not see it. */
  label: string;
  height: number;
  /**
   * Opens an area by a click. The list the map is the key of has to offer the same: the map is one picture
   * for the keyboard, not a stop for each area.
   */
  onChoose?: (code: string) => void;
}

/** A small map that is the key of a list beside it: areas shaded, the chosen one outlined. */
export function KeyMap({
  areas,
  shading,
  chosen = [],
  named = [],
  label,
  height: most,
  onChoose,
}: KeyMapProps) {
  const palette = usePalette();
  const language = useLanguage();
  const { host, width } = useWidth(240);
  const height = Math.min(most, width);
  const drawing = useMemo(() => drawAreas(areas, { width, height }), [areas, width, height]);
  const drawn = drawing?.drawn ?? [];
  const symbols = shading !== null && inCircles(shading);
  const figureOf = (code: string) => shading?.figures.get(code)?.value ?? null;
  const names = placeNames(
    drawn.map(({ area, centre: [x, y], room }) => {
      const { properties } = area;
      return { code: properties.code, text: inLanguage(properties, language), x, y, room };
    }),
    { first: [...chosen, ...named], figureOf, box: { width, height } },
  );
  const groundOf = (code: string) => (!shading || symbols ? palette.sunken : colorOf(shading, code, palette));
  const fillOf = (code: string) => {
    const shade = shading && !symbols ? shadeOf(shading, code) : 0;
    return shade === 'few' || shade === 'none' ? hatchOf[shade] : groundOf(code);
  };
  const isSchematic = areas.some(({ properties }) => properties.schematic);
  const chosenLast = [...drawn].sort((a, b) => {
    const rank = ({ area }: (typeof drawn)[number]) => Number(chosen.includes(area.properties.code));
    return rank(a) - rank(b);
  });
  return (
    <div ref={host} className={`key-map ${isSchematic ? 'schematic-outlines' : ''}`}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <Hatches />
        {chosenLast.map(({ area: { properties }, path }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside has the same choice
          <path
            key={properties.code}
            d={path}
            data-code={properties.code}
            className={`outline ${chosen.includes(properties.code) ? 'chosen' : ''} ${onChoose ? 'opens' : ''}`}
            fill={fillOf(properties.code)}
            onClick={onChoose && (() => onChoose(properties.code))}
          >
            <title>{inLanguage(properties, language)}</title>
          </path>
        ))}
        <g className="map-names">
          {symbols &&
            drawn.map(({ area, centre: [x, y] }) => (
              <circle
                key={area.properties.code}
                cx={x}
                cy={y}
                r={radiusOf(figureOf(area.properties.code) ?? 0, shading?.values.at(-1) ?? 0, largest)}
              />
            ))}
          {names.map(({ code, text, x, y }) => (
            <text
              key={code}
              x={x}
              y={y}
              dy="0.35em"
              fill={readableOn(groundOf(code), palette.text, palette.surface)}
              stroke={groundOf(code)}
            >
              {text}
            </text>
          ))}
        </g>
      </svg>
      {isSchematic && <SchematicNote />}
    </div>
  );
}
