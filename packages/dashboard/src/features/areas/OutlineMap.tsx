import { inLanguage } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { isPressed, isTogether } from '@hotline-atlas/ui/kit/press.ts';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { type DrawnArea, drawAreas } from '@hotline-atlas/ui/map/drawn.ts';
import { Hatches, hatchOf } from '@hotline-atlas/ui/map/Hatches.tsx';
import { Legend, type WholeFigure } from '@hotline-atlas/ui/map/Legend.tsx';
import { placeNames } from '@hotline-atlas/ui/map/names.ts';
import type { Area, Areas } from '@hotline-atlas/ui/map/outline.ts';
import {
  colorOf,
  extremes,
  inCircles,
  radiusOf,
  type Shading,
  shadeOf,
  toldIn,
} from '@hotline-atlas/ui/map/shading.ts';
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
  const text =
    shade === 'few'
      ? messages.panels.tooFew(exact(figure?.cases ?? 0, language))
      : value === null
        ? words.map.noData
        : toldIn(shading, value, language);
  const plain = inCircles(shading) ? palette.sunken : colorOf(shading, code, palette);
  const sentence = labelled(label('district', code), text, language);
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
      className={`area ${chosen ? 'chosen' : ''}`}
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

/** Circles where counts are shown, and names: those of what the page speaks of first. */
function AreaMarks({ drawn, shading }: { drawn: readonly DrawnArea[]; shading: Shading }) {
  const { palette, language, state } = useScreen();
  const symbols = inCircles(shading);
  const most = shading.values.at(-1) ?? 0;
  const figureOf = (code: string) => shading.figures.get(code)?.value ?? null;
  const names = placeNames(
    drawn.map(({ area: { properties }, centre: [x, y], room }) => ({
      code: properties.code,
      text: inLanguage(properties, language),
      x,
      y,
      room,
    })),
    { first: [...valuesAt(state.where, 'district'), ...extremes(shading)], figureOf },
  );
  return (
    <g className="area-marks map-names">
      {symbols &&
        drawn.map(({ area: { properties }, centre: [x, y] }) => (
          <circle
            key={properties.code}
            cx={x}
            cy={y}
            r={radiusOf(figureOf(properties.code) ?? 0, most, largest)}
          />
        ))}
      {names.map(({ code, text, x, y }) => {
        const fill = symbols ? palette.sunken : colorOf(shading, code, palette);
        return (
          <text
            key={code}
            x={x}
            y={y}
            dy="0.35em"
            fill={readableOn(fill, palette.text, palette.surface)}
            stroke={fill}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}

export interface OutlineMapProps {
  areas: Areas;
  shading: Shading;
  height: number;
  /** The figure of all areas together, for rates. */
  whole: WholeFigure | null;
}

/**
 * Whole-city outlines as buttons; drawn as SVG so that every area can be reached by keyboard and read aloud.
 */
export function OutlineMap(props: OutlineMapProps) {
  const words = useWords(areaWords);
  const { areas, shading } = props;
  const { state } = useScreen();
  const { host, width } = useWidth(500);
  const height = Math.min(props.height, width);
  const drawn = useMemo(() => {
    const left = width > 480 ? legendWidth : 0;
    return drawAreas(areas.features, { width, height, left })?.drawn ?? [];
  }, [areas, width, height]);
  const chosen = valuesAt(state.where, 'district');
  const isChosen = ({ area }: DrawnArea) => chosen.includes(area.properties.code);
  const chosenLast = [...drawn].sort((a, b) => Number(isChosen(a)) - Number(isChosen(b)));
  return (
    <div ref={host} className="outline-map">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-label={words.map}>
        <Hatches />
        {chosenLast.map((each) => (
          <AreaShape key={each.area.properties.code} area={each.area} path={each.path} shading={shading} />
        ))}
        <AreaMarks drawn={drawn} shading={shading} />
      </svg>
      <Legend
        shading={shading}
        symbols={inCircles(shading)}
        largest={largest}
        codes={areas.features.map(({ properties }) => properties.code)}
        whole={props.whole}
        small
      />
    </div>
  );
}
