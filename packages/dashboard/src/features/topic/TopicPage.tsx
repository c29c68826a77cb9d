import { useMemo } from 'react';
import { useObjectDimension } from '../../questions/useObjectDimension.ts';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { screenWithin } from '../../screen/within.ts';
import { AreaMapPanel } from '../areas/AreaMapPanel.tsx';
import { AreasPanel } from '../areas/AreasPanel.tsx';
import { CategoryPanel } from '../categories/CategoryPanel.tsx';
import { HoursPanel } from '../hours/HoursPanel.tsx';
import { ChildrenPanel } from '../object/ChildrenPanel.tsx';
import { ObjectFigures } from '../object/ObjectFigures.tsx';
import { ObjectHead } from '../object/ObjectHead.tsx';
import { OrderCounts, WorkList } from '../object/OrdersNow.tsx';
import { Ways } from '../object/Ways.tsx';
import { TrendPanel } from '../trend/TrendPanel.tsx';
import '../overview/overview.css';

/** What there is to know of one topic: how it moves, where, who handles it, and what is open. */
export function TopicPage() {
  const screen = useScreen();
  const code = screen.state.object;
  const dimension = useObjectDimension();
  const within = useMemo(
    () =>
      dimension ? screenWithin(screen, { where: [{ dimension, exclude: false, values: [code] }] }) : null,
    [screen, dimension, code],
  );
  if (!dimension || !within) return null;
  const hasAreas = screen.meta.areas.some(({ level }) => level === 'district');
  return (
    <ScreenContext value={within}>
      <div className="object-page" data-testid="topic-page">
        <ObjectHead dimension={dimension} code={code} />
        <Ways of="topic" />
        <div className="object-top">
          <ObjectFigures />
          <div>
            <OrderCounts />
          </div>
        </div>
        <div className="grid">
          <TrendPanel />
          <ChildrenPanel dimension={dimension} code={code} />
          {hasAreas && <AreasPanel />}
          {hasAreas && <AreaMapPanel />}
          <CategoryPanel dimension="unit" />
          <HoursPanel />
        </div>
        <WorkList of="topic" />
      </div>
    </ScreenContext>
  );
}
