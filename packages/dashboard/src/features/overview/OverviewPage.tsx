import { MayDrawContext, useFirstPaint } from '@hotline-atlas/ui/kit/firstPaint.ts';
import { useScreen } from '../../screen/screen.ts';
import { AreaMapPanel } from '../areas/AreaMapPanel.tsx';
import { AreasPanel } from '../areas/AreasPanel.tsx';
import { CategoryPanel } from '../categories/CategoryPanel.tsx';
import { useCategories } from '../categories/useCategories.ts';
import { Figures } from '../figures/Figures.tsx';
import { HoursPanel } from '../hours/HoursPanel.tsx';
import { TopicsPanel } from '../topics/TopicsPanel.tsx';
import { TrendPanel } from '../trend/TrendPanel.tsx';
import './overview.css';

/** So few districts leave room beside their map. */
const fewAreas = 8;

/** The state of the city on one screen. */
export function OverviewPage() {
  const { meta } = useScreen();
  const hasAreas = meta.areas.some(({ level }) => level === 'district');
  const districts = Object.keys(meta.labels.district ?? {}).length;
  const categories = useCategories();
  const { done, drawn } = useFirstPaint();
  const layout = [
    hasAreas ? (districts <= fewAreas ? 'few-areas' : '') : 'without-areas',
    `categories-${categories.length}`,
  ];
  return (
    <>
      <Figures onDrawn={drawn} />
      <MayDrawContext value={done}>
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
      </MayDrawContext>
    </>
  );
}
