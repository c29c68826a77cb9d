import type { Hotspots } from '@hotline-atlas/model';
import type { Table } from '@hotline-atlas/ui/answer/table.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { describeLimits } from '../../screen/describe.ts';
import { useScreen } from '../../screen/screen.ts';
import { mapWords } from '../map/words.ts';
import { binCounts, stepIndex } from './course.ts';
import { HotspotControls } from './HotspotControls.tsx';
import { HotspotLegend } from './HotspotLegend.tsx';
import { PlaceList } from './PlaceList.tsx';
import { PlaceSheet } from './PlaceSheet.tsx';
import { placesTable } from './placesTable.ts';
import { StepSlider } from './StepSlider.tsx';
import { type HotspotAreas, useHotspotAreas } from './useHotspotAreas.ts';
import { hotspotsAddress, useHotspots } from './useHotspots.ts';
import { usePlaceName } from './usePlaceName.ts';
import { useStep } from './useStep.ts';
import { hotspotWords } from './words.ts';
import './hotspots.css';

// deck.gl comes after the list.
const HotspotCanvas = lazy(() =>
  import('./HotspotCanvas.tsx').then((module) => ({ default: module.HotspotCanvas })),
);

interface ScrubbedMapProps {
  answer: Hotspots;
  areas: HotspotAreas;
  nameOf: (place: string) => string;
}

function ScrubbedMap({ answer, areas, nameOf }: ScrubbedMapProps) {
  const { state } = useScreen();
  const { at, show, rest } = useStep(answer);
  return (
    <div className="scrubbed">
      <Suspense fallback={<Skeleton />}>
        <HotspotCanvas answer={answer} at={at} areas={areas} nameOf={nameOf} />
      </Suspense>
      <HotspotLegend answer={answer} at={at} />
      {state.hotspots.layer === 'bins' && <StepSlider answer={answer} at={at} onStep={show} onRest={rest} />}
    </div>
  );
}

function useTitle(answer: Hotspots | undefined): string {
  const { hotspots } = useWords(mapWords).shapes;
  const { state, language } = useScreen();
  const words = useWords(hotspotWords);
  if (!answer || answer.notice) return hotspots;
  const sum = (counts: Iterable<readonly [number, number]>, sign: 1 | -1) =>
    exact(
      [...counts].reduce((all, [code, places]) => (code * sign > 0 ? all + places : all), 0),
      language,
    );
  if (state.hotspots.layer === 'classes') {
    const counts = answer.classes.map(({ code, places }) => [code, places] as const);
    return words.classTitle(sum(counts, 1), sum(counts, -1));
  }
  const counts = binCounts(answer, stepIndex(answer, state.hotspots.at));
  if ((counts.get(0) ?? 0) === answer.places.place.length) return words.none;
  return words.title(sum(counts, 1), sum(counts, -1));
}

/** Where appeals are more or fewer than was to be expected, in place of the map of figures. */
export function HotspotView({ shapes }: { shapes: ReactNode }) {
  const screen = useScreen();
  const { state, language, days, meta } = screen;
  const words = useWords(hotspotWords);
  const view = useHotspots();
  const areas = useHotspotAreas();
  const nameOf = usePlaceName();
  const { answer } = view;
  const judged = answer?.meta.period ?? days;
  const filters = describeLimits(screen);
  const subtitle = [
    words.levels[state.hotspots.level],
    ...filters,
    periodLabel(judged, language),
    answer && labelled(words.against, words.expectations[answer.meta.expected], language),
  ];
  const at = answer && !answer.notice ? stepIndex(answer, state.hotspots.at) : 0;
  const table = (shown: Hotspots): Table =>
    placesTable(shown, stepIndex(shown, state.hotspots.at), nameOf, words, language);
  return (
    <div className="map-page" data-city={meta.code}>
      <JudgementPanel
        name="map"
        view={view}
        title={useTitle(answer)}
        subtitle={subtitle.filter(Boolean).join(' · ')}
        controls={
          <>
            {shapes}
            <HotspotControls />
          </>
        }
        table={table}
        file={`/api/${hotspotsAddress(screen)}&format=csv`}
      >
        {(shown) => <ScrubbedMap answer={shown} areas={areas} nameOf={nameOf} />}
      </JudgementPanel>
      <aside className="panel map-side">
        {answer && !answer.notice && !state.hotspots.place && (
          <PlaceList answer={answer} at={at} nameOf={nameOf} />
        )}
        {answer && !answer.notice && state.hotspots.place && (
          <PlaceSheet answer={answer} at={at} nameOf={nameOf} />
        )}
      </aside>
    </div>
  );
}
