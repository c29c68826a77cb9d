import type { Layer } from '@deck.gl/core';
import { LineLayer, PolygonLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import type { Position } from 'geojson';
import { readableOn } from '../theme/contrast.ts';
import { fontFamily, type Palette } from '../theme/tokens.ts';
import { rgba } from './colors.ts';
import { dashes } from './dash.ts';
import { hatching, type Stroke } from './hatch.ts';
import type { Name } from './names.ts';
import { type Area, centreOf, polygonsOf } from './outline.ts';
import { colorOf, radiusOf, type Shading, shadeOf } from './shading.ts';

export interface AreaLayersOptions {
  /** Areas with figures. */
  areas: readonly Area[];
  /** Areas around them, drawn as outlines only. */
  around: readonly Area[];
  /** Outlines only: the figures are drawn in another shape. */
  bare: boolean;
  /** Their outlines are drawn, not surveyed: dashed, so that they are seen to be. */
  schematic: boolean;
  /** Plain areas, for circles instead of shades. */
  symbols: boolean;
  /** Draws the circles. */
  circles: boolean;
  shading: Shading | null;
  chosen: readonly string[];
  names: readonly Name[];
  palette: Palette;
  largest: number;
  /** For hatchings as dense at every zoom. */
  zoom: number;
}

/** One polygon of an area; some have several. */
export interface AreaPart {
  area: Area;
  rings: Position[][];
}

const partsOf = (areas: readonly Area[]): AreaPart[] =>
  areas.flatMap((area) => polygonsOf(area).map((rings) => ({ area, rings })));

const ringsOf = ({ rings }: AreaPart) => rings as [number, number][][];

function fills({ areas, shading, symbols, bare, schematic, palette }: AreaLayersOptions): Layer {
  const plain = rgba(palette.sunken, bare ? 0 : 1);
  return new PolygonLayer<AreaPart>({
    id: 'areas',
    data: partsOf(areas),
    getPolygon: ringsOf,
    pickable: !bare,
    autoHighlight: !bare,
    highlightColor: rgba(palette.text, 0.18),
    stroked: true,
    filled: true,
    getFillColor: ({ area }) =>
      symbols || bare || !shading ? plain : rgba(colorOf(shading, area.properties.code, palette), 0.92),
    getLineColor: rgba(palette.outline, schematic ? 0 : 1),
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    updateTriggers: {
      getFillColor: [shading, symbols, bare, palette],
      getLineColor: [schematic, palette],
    },
  });
}

/** Outlines that are drawn, not surveyed; as dense at every zoom. */
export function dashedOutlines({
  areas,
  palette,
  zoom,
}: Pick<AreaLayersOptions, 'areas' | 'palette' | 'zoom'>): Layer {
  const perDegree = (512 * 2 ** zoom) / 360;
  return new LineLayer<Stroke>({
    id: 'dashes',
    data: dashes(
      areas.flatMap((area) => polygonsOf(area).flat()),
      perDegree,
    ),
    getSourcePosition: ([from]) => from,
    getTargetPosition: ([, to]) => to,
    getColor: rgba(palette.muted),
    getWidth: 1.25,
  });
}

/** Pixels between two lines of a hatching. */
const hatchStep = 7;

/** Lines over what has no value to show: rising for too few, falling for nothing known. */
function hatches({ areas, shading, palette, zoom }: AreaLayersOptions): Layer {
  const step = (hatchStep * 360) / (512 * 2 ** zoom);
  const strokes = areas.flatMap((area) => {
    const shade = shading ? shadeOf(shading, area.properties.code) : 0;
    if (shade !== 'few' && shade !== 'none') return [];
    return polygonsOf(area).flatMap((rings) => hatching(rings, step, shade === 'none'));
  });
  return new LineLayer<Stroke>({
    id: 'hatches',
    data: strokes,
    getSourcePosition: ([from]) => from,
    getTargetPosition: ([, to]) => to,
    getColor: rgba(palette.outline),
    getWidth: 1,
  });
}

const surroundings = ({ around, palette }: AreaLayersOptions): Layer =>
  new PolygonLayer<AreaPart>({
    id: 'around',
    data: partsOf(around),
    getPolygon: ringsOf,
    pickable: true,
    autoHighlight: true,
    highlightColor: rgba(palette.text, 0.08),
    getFillColor: rgba(palette.sunken, 0.6),
    getLineColor: rgba(palette.border),
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
  });

function circles({ areas, shading, palette, largest }: AreaLayersOptions): Layer {
  const most = shading?.values.at(-1) ?? 0;
  return new ScatterplotLayer<Area>({
    id: 'circles',
    data: [...areas],
    getPosition: (area) => centreOf(area).centre,
    getRadius: (area) => radiusOf(shading?.figures.get(area.properties.code)?.value ?? 0, most, largest),
    radiusUnits: 'pixels',
    stroked: true,
    lineWidthUnits: 'pixels',
    getFillColor: rgba(palette.accent, 0.45),
    getLineColor: rgba(palette.accent),
    getLineWidth: 1,
    updateTriggers: { getRadius: [shading] },
  });
}

const outlines = ({ areas, chosen, palette }: AreaLayersOptions): Layer =>
  new PolygonLayer<AreaPart>({
    id: 'chosen',
    data: partsOf(areas.filter(({ properties }) => chosen.includes(properties.code))),
    getPolygon: ringsOf,
    filled: false,
    getLineColor: rgba(palette.accent),
    lineWidthUnits: 'pixels',
    getLineWidth: 3,
  });

/** Names, dark where they stand on a light ground and light where on a dark one, with a thin halo. */
function labels({ names, palette, shading, bare, symbols }: AreaLayersOptions): Layer[] {
  const groundOf = ({ code }: Name) => {
    if (bare) return palette.canvas;
    return !shading || symbols ? palette.sunken : colorOf(shading, code, palette);
  };
  const inkOf = (name: Name) => readableOn(groundOf(name), palette.text, palette.surface);
  return [palette.text, palette.surface].map(
    (ink) =>
      new TextLayer<Name>({
        id: `names-${ink === palette.text ? 'ink' : 'paper'}`,
        data: names.filter((name) => inkOf(name) === ink),
        getText: ({ text }) => text,
        getPosition: ({ position }) => position,
        getSize: 12,
        getColor: rgba(ink),
        outlineColor: rgba(ink === palette.text ? palette.surface : palette.text, 0.55),
        outlineWidth: 4,
        fontSettings: { sdf: true, radius: 12, buffer: 6 },
        fontFamily,
        fontWeight: 600,
        characterSet: 'auto',
      }),
  );
}

/** Areas shaded or with circles, what surrounds them, what is chosen, and their names. */
export const areaLayers = (options: AreaLayersOptions): Layer[] => [
  surroundings(options),
  fills(options),
  ...(options.bare || !options.shading ? [] : [hatches(options)]),
  ...(options.circles && !options.bare ? [circles(options)] : []),
  ...(options.schematic ? [dashedOutlines(options)] : []),
  outlines(options),
  ...(options.names.length > 0 ? labels(options) : []),
];
