import { inLanguage, metricOf } from '@hotline-atlas/model';
import { exact, formatExact } from '@hotline-atlas/ui/format/numbers.ts';
import { isPressed, isTogether } from '@hotline-atlas/ui/kit/press.ts';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { Hatches, hatchOf } from '@hotline-atlas/ui/map/Hatches.tsx';
import { Legend } from '@hotline-atlas/ui/map/Legend.tsx';
import {
  type Area,
  type Areas,
  boundsOf,
  centreOf,
  pathOf,
  projection,
} from '@hotline-atlas/ui/map/outline.ts';
import { colorOf, isCount, radiusOf, type Shading, shadeOf } from '@hotline-atlas/ui/map/shading.ts';
import { readableOn } from '@hotline-atlas/ui/theme/contrast.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { useMemo } from 'react';
import { type Path, valuesAt } from '../../address/path.ts';
import { useAmongChosen } from '../../address/useChosen.ts';
import { isOwnDistrict } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import { areaWords } from './words.ts';
import './areas.css';

const largest = 26;
/** Kept free for the legend where there is room beside it. */
const legendWidth = 112;

interface Placed {
  area: Area;
  path: string;
  centre: [number, number];
  /** Square pixels, roughly: names only where there is room. */
  room: number;
}

function place(areas: Areas, width: number, height: number): Placed[] {
  const bounds = boundsOf(areas.features);
  if (!bounds) return [];
  const left = width > 480 ? legendWidth : 0;
  const inBox = projection(bounds, width - left, height);
  const project = (longitude: number, latitude: number): [number, number] => {
    const [x, y] = inBox(longitude, latitude);
    return [x + left, y];
  };
  const [x0] = project(bounds[0], bounds[1]);
  const [x1] = project(bounds[2], bounds[1]);
  const perDegree = (x1 - x0) / (bounds[2] - bounds[0]);
  return areas.features.map((area) => {
    const { centre, size } = centreOf(area);
    return { area, path: pathOf(area, project), centre: project(...centre), room: size * perDegree ** 2 };
  });
}

interface ShapeProps {
  area: Area;
  path: string;
  shading: Shading;
}

/** One area, reached and chosen like a button. */
function AreaShape({ area, path, shading }: ShapeProps) {
  const words = useWords(uiWords);
  const { palette, language, messages, label, person, toggle, prefetchToggle } = useScreen();
  const { code } = area.properties;
  const chosen = useAmongChosen('district', code);
  const shade = shadeOf(shading, code);
  const figure = shading.figures.get(code);
  const value = figure?.value ?? (shade === 'zero' ? 0 : null);
  const { unit } = metricOf(shading.metric);
  const text =
    shade === 'few'
      ? messages.panels.tooFew(exact(figure?.cases ?? 0, language))
      : value === null
        ? words.map.noData
        : formatExact(value, unit, language);
  const plain = isCount(shading.metric) ? palette.sunken : colorOf(shading, code, palette);
  const sentence = `${label('district', code)}: ${text}`;
  const choice: Path = [{ dimension: 'district', value: code }];
  const select = (together: boolean) => toggle(choice, 'areas', together);
  const fill = shade === 'few' || shade === 'none' ? hatchOf[shade] : plain;
  if (!isOwnDistrict(person, code))
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an outline that is only looked at
      <path d={path} role="img" aria-label={sentence} data-code={code} className="area" fill={fill}>
        <title>{sentence}</title>
      </path>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: an outline cannot be a button element
    <path
      d={path}
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={sentence}
      data-code={code}
      className={`area ${chosen ? 'chosen' : ''} ${typeof shade === 'number' ? '' : 'no-class'}`}
      fill={fill}
      onPointerDown={(event) => isPressed(event) && prefetchToggle(choice, 'areas', isTogether(event))}
      onClick={(event) => select(isTogether(event))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        select(false);
      }}
    >
      <title>{sentence}</title>
    </path>
  );
}

/** The name of an area where there is room, and a circle where counts are shown. */
function AreaMark({ placed, shading }: { placed: Placed; shading: Shading }) {
  const { palette, language } = useScreen();
  const { area, centre, room } = placed;
  const { code } = area.properties;
  const symbols = isCount(shading.metric);
  const fill = symbols ? palette.sunken : colorOf(shading, code, palette);
  const value = shading.figures.get(code)?.value ?? 0;
  return (
    <g transform={`translate(${centre[0].toFixed(1)} ${centre[1].toFixed(1)})`}>
      {symbols && <circle r={radiusOf(value, shading.values.at(-1) ?? 0, largest)} />}
      {room > 900 && (
        <text fill={readableOn(fill, palette.text, palette.surface)} stroke={fill} dy="0.35em">
          {inLanguage(area.properties, language)}
        </text>
      )}
    </g>
  );
}

/**
 * Whole-city outlines as buttons; drawn as SVG so that every area can be reached by keyboard and read aloud.
 */
export function OutlineMap(props: { areas: Areas; shading: Shading; height: number }) {
  const words = useWords(areaWords);
  const { areas, shading } = props;
  const { state } = useScreen();
  const { host, width } = useWidth(500);
  const height = Math.min(props.height, width);
  const placed = useMemo(() => place(areas, width, height), [areas, width, height]);
  const chosen = valuesAt(state.where, 'district');
  const isChosen = ({ area }: Placed) => chosen.includes(area.properties.code);
  const chosenLast = [...placed].sort((a, b) => Number(isChosen(a)) - Number(isChosen(b)));
  return (
    <div ref={host} className="outline-map">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={words.map}>
        <Hatches />
        {chosenLast.map((each) => (
          <AreaShape key={each.area.properties.code} area={each.area} path={each.path} shading={shading} />
        ))}
        <g className="area-marks">
          {placed.map((each) => (
            <AreaMark key={each.area.properties.code} placed={each} shading={shading} />
          ))}
        </g>
      </svg>
      <Legend
        shading={shading}
        symbols={isCount(shading.metric)}
        largest={largest}
        codes={areas.features.map(({ properties }) => properties.code)}
        small
      />
    </div>
  );
}
