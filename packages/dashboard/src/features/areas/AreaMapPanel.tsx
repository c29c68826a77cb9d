import type { Answer } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import type { WholeFigure } from '@hotline-atlas/ui/map/Legend.tsx';
import { shadingOf } from '@hotline-atlas/ui/map/shading.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { NotLocated } from '../../panel/NotLocated.tsx';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { rankingTitle, subtitle } from '../../panel/titles.ts';
import { figuresQuestion, tilesFor } from '../../questions/figureQuestions.ts';
import { useSelectedMetric } from '../../questions/selectMetric.ts';
import { useAreas } from '../../questions/useAreas.ts';
import { useOverallShare } from '../../questions/useOverallShare.ts';
import { useRecorded } from '../../questions/useRecorded.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { useLevels } from '../rates/useLevels.ts';
import { districtsQuestion, useDistricts } from './AreasPanel.tsx';
import { MeasureSwitch } from './MeasureSwitch.tsx';
import { mapMetric } from './mapMetric.ts';
import { OutlineMap } from './OutlineMap.tsx';
import { areaWords } from './words.ts';

const mapHeight = 476;

function DistrictMap({ answer, whole }: { answer: Answer; whole: WholeFigure | null }) {
  const { palette } = useScreen();
  const areas = useAreas('district');
  const shading = useMemo(() => shadingOf(answer, 'district', palette), [answer, palette]);
  return areas.answer ? (
    <OutlineMap areas={areas.answer} shading={shading} height={mapHeight} whole={whole} />
  ) : (
    <Skeleton />
  );
}

/** The districts at a glance; the page *Map* goes deeper. */
export function AreaMapPanel() {
  const words = useWords(areaWords);
  const screen = useScreen();
  const { state, change } = screen;
  const view = useSelectedMetric(
    useAnswer(districtsQuestion(screen), 'areas'),
    mapMetric('district', screen),
  );
  const whole = useOverallShare(view.answer, 'areas');
  const { isPublished, place } = useDistricts();
  const ready = view.answer !== undefined && !view.stale && !isPublished;
  const lower = useLevels(state.metric, 'district', 'areas', ready);
  const figures = useAnswer(figuresQuestion(tilesFor(useRecorded(), state.metric), 'year'), null);
  const notLocated = numberIn(figures.answer?.rows[0], 'not_located');
  return (
    <PanelFrame
      name="map"
      view={view}
      fallback={words.map}
      heading={(answer) => ({
        title: rankingTitle(answer, 'district', { whole, lower }, screen),
        subtitle: subtitle(answer, place, screen),
      })}
      controls={
        <>
          <MeasureSwitch level="district" />
          <span className="hint">
            <NotLocated count={notLocated} />
          </span>
          <button
            type="button"
            className="link"
            // It stands behind a number that comes later.
            style={{ visibility: figures.answer || figures.error ? 'visible' : 'hidden' }}
            onClick={() => change({ page: 'map' })}
          >
            {words.open}
          </button>
        </>
      }
    >
      {(answer) => (
        <DistrictMap answer={answer} whole={whole === null ? null : { name: place, value: whole }} />
      )}
    </PanelFrame>
  );
}
