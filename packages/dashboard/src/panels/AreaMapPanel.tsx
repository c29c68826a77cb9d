import type { Answer } from '@hotline-atlas/model';
import { inLanguage } from '@hotline-atlas/model';
import { useMemo } from 'react';
import { useAnswer } from '../api/useAnswer.ts';
import { useAreas } from '../api/useAreas.ts';
import { MeasureSwitch } from '../controls/MeasureSwitch.tsx';
import { mapMetric, shadingOf } from '../map/shading.ts';
import { useScreen } from '../state/screen.ts';
import { rankingTitle, subtitle } from '../titles/titles.ts';
import { NotLocated } from './AreasPanel.tsx';
import { OutlineMap } from './OutlineMap.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { LoadingPanel } from './PanelStates.tsx';
import { useFigure } from './useFigure.ts';

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
  const whole = useFigure(state.metric, 'areas');
  const view = useAnswer({ metrics: [mapMetric('district', screen)], by: ['district'] }, 'areas');
  return (
    <PanelFrame
      name="map"
      view={view}
      fallback={messages.areas.map}
      heading={(answer) => ({
        title: rankingTitle(answer, 'district', whole.value, screen),
        subtitle: subtitle(answer, inLanguage(meta.name, language), screen),
      })}
      controls={
        <>
          <MeasureSwitch level="district" />
          <span className="hint">
            <NotLocated />
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
