import { type Answer, inLanguage, type Resolution, resolutions } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { wholeAgainstUsual } from '@hotline-atlas/ui/map/usual.ts';
import { resolutionAt } from '@hotline-atlas/ui/map/view.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { valuesAt } from '../../address/path.ts';
import { MetricSelect } from '../../panel/MetricSelect.tsx';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { rankingTitle, subtitle } from '../../panel/titles.ts';
import { useOverallShare } from '../../questions/useOverallShare.ts';
import { chosenArea, wholePlace } from '../../screen/chosen-place.ts';
import { ownValues } from '../../screen/person.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { AppealList } from '../appeals/AppealList.tsx';
import { MeasureSwitch } from '../areas/MeasureSwitch.tsx';
import { useLevels } from '../rates/useLevels.ts';
import { AreaList } from './AreaList.tsx';
import { shapes } from './address.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { type MapAreas, useMapAreas } from './useMapAreas.ts';
import { useMapCells } from './useMapCells.ts';
import { usualHeading } from './usualHeading.ts';
import { mapWords } from './words.ts';
import '../../panel/side-page.css';
import './map.css';

// deck.gl comes after the list.
const MapCanvas = lazy(() => import('./MapCanvas.tsx').then((module) => ({ default: module.MapCanvas })));

/** A list so short leaves room for the appeals under it. */
const fewAreas = 8;

/** Figures in areas or hexagons, or the judgement of them; a city without areas has hexagons only. */
function ShapeChoice() {
  const words = useWords(mapWords);
  const { state, meta, change } = useScreen();
  const hasAreas = meta.areas.some(({ level }) => level === 'district');
  const possible = hasAreas ? shapes : shapes.filter((name) => name !== 'areas');
  const chosen = !hasAreas && state.map.shape === 'areas' ? 'cells' : state.map.shape;
  return (
    <Segmented
      label={words.shape}
      options={possible.map((name) => ({ name, label: words.shapes[name] }))}
      chosen={chosen}
      onChoose={(shape) => change({ map: { shape } })}
    />
  );
}

function MapControls({ areas }: { areas: MapAreas }) {
  const words = useWords(mapWords);
  const { state } = useScreen();
  return (
    <>
      <ShapeChoice />
      <MetricSelect />
      {state.map.shape === 'areas' && areas.drill.level && <MeasureSwitch level={areas.drill.level} usual />}
      {!areas.drill.level && <span className="hint">{words.none}</span>}
    </>
  );
}

/** The resolution of hexagons, no finer than who asks may see. */
function finestSeen(wanted: Resolution, { person }: Screen): Resolution {
  const place = person.scope?.place ?? 'point';
  return place === 'point' ? wanted : (resolutions.findLast((each) => each <= wanted && each <= place) ?? 7);
}

/** Where appeals come from: city, district, subdistrict, and the appeals themselves. */
function FiguresMap() {
  const words = useWords(mapWords);
  const screen = useScreen();
  const { state, messages } = screen;
  const areas = useMapAreas();
  const { level } = areas.drill;
  const [resolution, setResolution] = useState<Resolution>(() => resolutionAt(state.map.view?.zoom ?? 9));
  const onZoom = useCallback((zoom: number) => setResolution(resolutionAt(zoom)), []);
  const cells = useMapCells(finestSeen(resolution, screen), state.map.shape === 'cells' || level === null);
  const hasCells = cells.view.answer !== undefined || cells.view.error !== null || !level;
  const view = cells.wanted && hasCells ? cells.view : areas.view;
  const whole = useOverallShare(view.answer, 'areas');
  const isLimited = ownValues(screen.person, 'district') !== null;
  const ofDistricts =
    level === 'district' && !isLimited && !cells.wanted && view.answer !== undefined && !view.stale;
  const lower = useLevels(state.metric, 'district', 'areas', ofDistricts);
  const closeUp =
    !level ||
    areas.areas.length <= fewAreas ||
    valuesAt(state.where, 'subdistrict').length > 0 ||
    valuesAt(state.where, 'cell').length > 0 ||
    state.appeals.search;
  const parent = areas.drill.above[0];
  const above = parent
    ? screen.label(parent.dimension, parent.value)
    : areas.isPublished
      ? inLanguage(screen.meta.name, screen.language)
      : wholePlace(screen);
  const { usualYears } = areas;
  const together = usualYears !== null && areas.view.answer ? wholeAgainstUsual(areas.view.answer) : whole;
  const plainHeading = (answer: Answer) => ({
    title:
      cells.wanted || !level
        ? messages.titles.cells(screen.metricLabel(metricIn(answer)))
        : rankingTitle(answer, level, { whole, lower }, screen),
    subtitle: subtitle(answer, cells.wanted ? chosenArea(screen) : above, screen),
  });
  const heading = (answer: Answer) =>
    usualYears !== null && level
      ? usualHeading(answer, level, { years: usualYears, place: above, screen })
      : plainHeading(answer);
  return (
    <div className="map-page">
      <PanelFrame
        name="map"
        view={view}
        fallback={words.title}
        heading={heading}
        isEmpty={() => false}
        controls={<MapControls areas={areas} />}
      >
        {() => (
          <Suspense fallback={<Skeleton />}>
            <MapCanvas
              areas={areas}
              cells={cells}
              onZoom={onZoom}
              whole={together === null ? null : { name: above, value: together }}
            />
          </Suspense>
        )}
      </PanelFrame>
      <aside className="panel map-side">
        {level && <Breadcrumb />}
        <AreaList areas={areas} whole={whole} />
        {closeUp && <AppealList limit={20} />}
      </aside>
    </div>
  );
}

export interface MapPageProps {
  /** The map of hot spots and the one of clusters. The app hands them in: they stand above this feature. */
  hotspots: (shapes: ReactNode) => ReactNode;
  clusters: (shapes: ReactNode) => ReactNode;
}

/** The map: figures, or where they are more than was to be expected. */
export function MapPage({ hotspots, clusters }: MapPageProps) {
  const { state } = useScreen();
  const words = useWords(mapWords);
  if (state.map.shape !== 'hotspots') return <FiguresMap />;
  return (
    <Suspense fallback={<p className="page-loading">{words.loading}</p>}>
      {state.hotspots.layer === 'clusters' ? clusters(<ShapeChoice />) : hotspots(<ShapeChoice />)}
    </Suspense>
  );
}
