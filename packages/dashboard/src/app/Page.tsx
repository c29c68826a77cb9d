import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { type ComponentType, lazy, memo, type ReactNode, Suspense } from 'react';
import { type Page as PageName, unknownArea } from '../address/place.ts';
// Its styles come before those that lay out the whole page anew for phones, paper and forced colours.
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { useObjectDimension } from '../questions/useObjectDimension.ts';
import { levelsOf, nameOfPlace } from '../screen/known-place.ts';
import { useScreen } from '../screen/screen.ts';
import { MissingPage } from './MissingPage.tsx';

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
/** The page of the city, which is a chunk of its own. */
export const loadCityPage = () =>
  import('../features/city/CityPage.tsx').then((module) => ({ default: module.CityPage }));
const CityPage = lazy(loadCityPage);
const AreaPage = lazy(() =>
  import('../features/area/AreaPage.tsx').then((module) => ({ default: module.AreaPage })),
);
const TopicPage = lazy(() =>
  import('../features/topic/TopicPage.tsx').then((module) => ({ default: module.TopicPage })),
);
const UnitPage = lazy(() =>
  import('../features/unit/UnitPage.tsx').then((module) => ({ default: module.UnitPage })),
);
const AppealPage = lazy(() =>
  import('../features/appeals/AppealPage.tsx').then((module) => ({ default: module.AppealPage })),
);
const AlertPage = lazy(() =>
  import('../features/alarms/AlertPage.tsx').then((module) => ({ default: module.AlertPage })),
);
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
const EvaluationPage = lazy(() =>
  import('../features/evaluation/EvaluationPage.tsx').then((module) => ({ default: module.EvaluationPage })),
);
const UnitEvaluationPage = lazy(() =>
  import('../features/unit-evaluation/UnitEvaluationPage.tsx').then((module) => ({
    default: module.UnitEvaluationPage,
  })),
);
const SchemesPage = lazy(() =>
  import('../features/schemes/SchemesPage.tsx').then((module) => ({ default: module.SchemesPage })),
);
const IntegrityPage = lazy(() =>
  import('../features/integrity/IntegrityPage.tsx').then((module) => ({ default: module.IntegrityPage })),
);
const MonthlyTopicsPage = lazy(() =>
  import('../features/monthly-topics/MonthlyTopicsPage.tsx').then((module) => ({
    default: module.MonthlyTopicsPage,
  })),
);

/** The table of a month, or what there is to know of one of its units. */
function Evaluation() {
  const { state } = useScreen();
  return state.object === '' ? <EvaluationPage /> : <UnitEvaluationPage />;
}

const MapTools = () => <MapPage hotspots={hotspots} clusters={clusters} />;

const contents: Record<PageName, ComponentType> = {
  city: CityPage,
  area: AreaPage,
  topic: TopicPage,
  unit: UnitPage,
  appeal: AppealPage,
  alert: AlertPage,
  overview: OverviewPage,
  alarms: AlarmsPage,
  map: MapTools,
  trend: TrendPage,
  units: UnitsPage,
  appeals: AppealsPage,
  evaluation: Evaluation,
  schemes: SchemesPage,
  integrity: IntegrityPage,
  monthlyTopics: MonthlyTopicsPage,
  missing: MissingPage,
};

/**
 * The panels of a page, which are drawn for another screen only, not for another choice still to be answered.
 */
export const Page = memo(function Page() {
  const screen = useScreen();
  const { state, messages, language } = screen;
  const { waiting } = useWords(uiWords);
  const dimension = useObjectDimension();
  const isUnlocated = state.page === 'area' && state.object === unknownArea;
  const isUnknown = levelsOf(state.page).length > 0 && dimension === null && !isUnlocated;
  const Content = isUnknown ? MissingPage : contents[state.page];
  const name = nameOfPlace(screen);
  return (
    <main id="content" tabIndex={-1} className={`page-${state.page}`}>
      <h1 className="hidden">
        {name ? labelled(messages.pages[state.page], name, language) : messages.pages[state.page]}
      </h1>
      <PartBoundary key={`${state.page} ${state.object}`}>
        <Suspense fallback={<p className="page-loading">{waiting.loading}</p>}>
          <Content />
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
