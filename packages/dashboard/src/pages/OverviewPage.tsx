import { AreaMapPanel } from '../panels/AreaMapPanel.tsx';
import { AreasPanel } from '../panels/AreasPanel.tsx';
import { CategoryPanel } from '../panels/CategoryPanel.tsx';
import { Figures } from '../panels/Figures.tsx';
import { HoursPanel } from '../panels/HoursPanel.tsx';
import { TopicsPanel } from '../panels/TopicsPanel.tsx';
import { TrendPanel } from '../panels/TrendPanel.tsx';
import { useScreen } from '../state/screen.ts';

/** The state of the city on one screen. */
export function OverviewPage() {
  const { meta, messages } = useScreen();
  const hasAreas = meta.areas.some(({ level }) => level === 'district');
  return (
    <>
      <Figures />
      <div className={`grid ${hasAreas ? '' : 'without-areas'}`}>
        <TrendPanel />
        <TopicsPanel />
        {hasAreas && (
          <>
            <AreaMapPanel />
            <AreasPanel />
          </>
        )}
        <HoursPanel />
        <CategoryPanel name="channels" dimension="channel" phrase={messages.titles.brings} />
        <CategoryPanel name="kinds" dimension="kind" phrase={messages.titles.are} />
      </div>
    </>
  );
}
