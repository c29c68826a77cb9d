import { AreaMapPanel } from '../panels/AreaMapPanel.tsx';
import { AreasPanel } from '../panels/AreasPanel.tsx';
import { CategoryPanel } from '../panels/CategoryPanel.tsx';
import { Figures } from '../panels/Figures.tsx';
import { HoursPanel } from '../panels/HoursPanel.tsx';
import { TopicsPanel } from '../panels/TopicsPanel.tsx';
import { TrendPanel } from '../panels/TrendPanel.tsx';
import { useCategories } from '../panels/useCategories.ts';
import { useScreen } from '../state/screen.ts';

/** So few districts leave room beside their map. */
const fewAreas = 8;

/** The state of the city on one screen. */
export function OverviewPage() {
  const { meta } = useScreen();
  const hasAreas = meta.areas.some(({ level }) => level === 'district');
  const districts = Object.keys(meta.labels.district ?? {}).length;
  const categories = useCategories();
  const layout = [
    hasAreas ? (districts <= fewAreas ? 'few-areas' : '') : 'without-areas',
    `categories-${categories.length}`,
  ];
  return (
    <>
      <Figures />
      <div className={`grid ${layout.join(' ')}`}>
        <TrendPanel />
        <TopicsPanel />
        {hasAreas && (
          <>
            <AreaMapPanel />
            <AreasPanel />
          </>
        )}
        <HoursPanel />
        {categories.map((dimension) => (
          <CategoryPanel key={dimension} dimension={dimension} />
        ))}
      </div>
    </>
  );
}
