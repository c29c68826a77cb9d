import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { lazy, memo, type ReactNode, Suspense } from 'react';
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { useScreen } from '../screen/screen.ts';

const MapPage = lazy(() =>
  import('../features/map/MapPage.tsx').then((module) => ({ default: module.MapPage })),
);
const ClusterView = lazy(() =>
  import('../features/clusters/ClusterView.tsx').then((module) => ({ default: module.ClusterView })),
);
const HotspotView = lazy(() =>
  import('../features/hotspots/HotspotView.tsx').then((module) => ({ default: module.HotspotView })),
);
const clusters = (shapes: ReactNode) => <ClusterView shapes={shapes} />;
const hotspots = (shapes: ReactNode) => <HotspotView shapes={shapes} />;
const AlarmsPage = lazy(() =>
  import('../features/alarms/AlarmsPage.tsx').then((module) => ({ default: module.AlarmsPage })),
);
const TrendPage = lazy(() =>
  import('../features/trend/TrendPage.tsx').then((module) => ({ default: module.TrendPage })),
);
const UnitsPage = lazy(() =>
  import('../features/units/UnitsPage.tsx').then((module) => ({ default: module.UnitsPage })),
);
const AppealsPage = lazy(() =>
  import('../features/appeals/AppealsPage.tsx').then((module) => ({ default: module.AppealsPage })),
);
const AppealSheet = lazy(() =>
  import('../features/appeals/AppealSheet.tsx').then((module) => ({ default: module.AppealSheet })),
);

/**
 * The panels of a page, which are drawn for another screen only, not for another choice still to be answered.
 */
export const Page = memo(function Page() {
  const { state, messages } = useScreen();
  const { waiting } = useWords(uiWords);
  return (
    <main id="content" tabIndex={-1} className={`page-${state.page}`}>
      <h1 className="hidden">{messages.pages[state.page]}</h1>
      <PartBoundary key={state.page}>
        <Suspense fallback={<p className="page-loading">{waiting.loading}</p>}>
          {state.page === 'overview' && <OverviewPage />}
          {state.page === 'map' && <MapPage hotspots={hotspots} clusters={clusters} />}
          {state.page === 'alarms' && <AlarmsPage />}
          {state.page === 'trend' && <TrendPage />}
          {state.page === 'units' && <UnitsPage />}
          {state.page === 'appeals' && <AppealsPage />}
        </Suspense>
        {state.appeals.open && (
          <Suspense>
            <AppealSheet key={state.appeals.open} id={state.appeals.open} />
          </Suspense>
        )}
      </PartBoundary>
    </main>
  );
});
