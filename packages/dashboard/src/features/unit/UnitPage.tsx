import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { screenWithin } from '../../screen/within.ts';
import { AreasPanel } from '../areas/AreasPanel.tsx';
import { CategoryPanel } from '../categories/CategoryPanel.tsx';
import { HoursPanel } from '../hours/HoursPanel.tsx';
import { ObjectFigures } from '../object/ObjectFigures.tsx';
import { ObjectHead } from '../object/ObjectHead.tsx';
import { OrderCounts, WorkList } from '../object/OrdersNow.tsx';
import { Ways } from '../object/Ways.tsx';
import { objectWords } from '../object/words.ts';
import { TopicsPanel } from '../topics/TopicsPanel.tsx';
import { TrendPanel } from '../trend/TrendPanel.tsx';
import '../overview/overview.css';

/** The area whose government a unit is; nothing for departments. */
function Government({ code }: { code: string }) {
  const words = useWords(objectWords);
  const { meta, label } = useScreen();
  const level = (['subdistrict', 'district'] as const).find((each) =>
    Object.hasOwn(meta.labels[each] ?? {}, code),
  );
  if (!level || Object.hasOwn(meta.labels.unit ?? {}, code)) return null;
  return (
    <ValueLink dimension={level} code={code}>
      {words.area(label(level, code))}
    </ValueLink>
  );
}

/** What there is to know of one unit: the orders that need it first, then its figures, matters and places. */
export function UnitPage() {
  const screen = useScreen();
  const code = screen.state.object;
  const within = useMemo(
    () => screenWithin(screen, { where: [{ dimension: 'unit', exclude: false, values: [code] }] }),
    [screen, code],
  );
  const hasAreas = screen.meta.areas.some(({ level }) => level === 'district');
  return (
    <ScreenContext value={within}>
      <div className="object-page" data-testid="unit-page">
        <ObjectHead dimension="unit" code={code} kind={<Government code={code} />} />
        <Ways of="unit" />
        <div className="object-top">
          <WorkList of="unit" />
          <div>
            <OrderCounts />
          </div>
        </div>
        <ObjectFigures />
        <div className="grid">
          <TrendPanel />
          <TopicsPanel />
          {hasAreas && <AreasPanel />}
          <HoursPanel />
          <CategoryPanel dimension="status" />
          <CategoryPanel dimension="channel" />
        </div>
      </div>
    </ScreenContext>
  );
}
