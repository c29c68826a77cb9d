import type { Answer } from '@hotline-atlas/model';
import { inLanguage } from '@hotline-atlas/model';
import { useMemo } from 'react';
import { useOnly } from '../api/narrow.ts';
import { numberIn } from '../api/row.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { useAreas } from '../api/useAreas.ts';
import { MeasureSwitch } from '../controls/MeasureSwitch.tsx';
import { mapMetric } from '../map/mapMetric.ts';
import { shadingOf } from '../map/shading.ts';
import { useLevels } from '../rates/useLevels.ts';
import { useScreen } from '../state/screen.ts';
import { rankingTitle, subtitle } from '../titles/titles.ts';
import { districtsQuestion } from './AreasPanel.tsx';
import { figuresQuestion, tilesFor } from './figureQuestions.ts';
import { NotLocated } from './NotLocated.tsx';
import { OutlineMap } from './OutlineMap.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { LoadingPanel } from './PanelStates.tsx';
import { useRecorded } from './useRecorded.ts';
import { useWhole } from './useWhole.ts';

const mapHeight = 476;

function DistrictMap({ answer }: { answer: Answer }) {
  const { palette } = useScreen();
  const areas = useAreas('district');
  const shading = useMemo(() => shadingOf(answer, 'district', palette), [answer, palette]);
  return areas.answer ? (
    <OutlineMap areas={areas.answer} shading={shading} height={mapHeight} />
  ) : (
    <LoadingPanel />
  );
}

/** The districts at a glance; the page *Map* goes deeper. */
export function AreaMapPanel() {
  const screen = useScreen();
  const { state, messages, language, meta, change } = screen;
  const view = useOnly(useAnswer(districtsQuestion(screen), 'areas'), mapMetric('district', screen));
  const whole = useWhole(view.answer, 'areas');
  const ready = view.answer !== undefined && !view.stale;
  const lower = useLevels(state.metric, 'district', 'areas', ready);
  const figures = useAnswer(figuresQuestion(tilesFor(useRecorded(), state.metric), 'year'), null);
  const notLocated = numberIn(figures.answer?.rows[0], 'not_located');
  return (
    <PanelFrame
      name="map"
      view={view}
      fallback={messages.areas.map}
      heading={(answer) => ({
        title: rankingTitle(answer, 'district', { whole, lower }, screen),
        subtitle: subtitle(answer, inLanguage(meta.name, language), screen),
      })}
      controls={
        <>
          <MeasureSwitch level="district" />
          <span className="hint">
            <NotLocated count={notLocated} />
          </span>
          <button type="button" className="link" onClick={() => change({ page: 'map' })}>
            {messages.areas.open}
          </button>
        </>
      }
    >
      {(answer) => <DistrictMap answer={answer} />}
    </PanelFrame>
  );
}
