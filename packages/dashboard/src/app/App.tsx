import { inLanguage, type Language, metricOf } from '@hotline-atlas/model';
import { labeller } from '@hotline-atlas/ui/format/labels.ts';
import { onPrinting } from '@hotline-atlas/ui/kit/printing.ts';
import { applyScheme, onSystemScheme, paletteOf, schemeOf } from '@hotline-atlas/ui/theme/apply.ts';
import { lazy, memo, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { choiceShown, resolvePeriod, ripeMonthOf } from '../address/period.ts';
import type { DashboardState } from '../address/state.ts';
import { useAddresses } from '../address/useNavigation.ts';
import { useCellName } from '../features/map/useCellName.ts';
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { FailedPanel } from '../panel/Failure.tsx';
import { PartBoundary } from '../panel/PartBoundary.tsx';
import { useRequest } from '../questions/useRequest.ts';
import { type CityMeta, cityFrom, type WireMeta } from '../screen/city.ts';
import { type Screen, ScreenContext, useScreen } from '../screen/screen.ts';
import { type Spoken, useSpoken } from '../words/index.ts';
import { FilterBar } from './FilterBar.tsx';
import { PrintHead } from './PrintHead.tsx';
import { StandingNotes } from './StandingNotes.tsx';
import { TopBar } from './TopBar.tsx';
import { useMoves } from './useMoves.ts';
import { useNewerData } from './useNewerData.ts';

const MapPage = lazy(() =>
  import('../features/map/MapPage.tsx').then((module) => ({ default: module.MapPage })),
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

/** A load that was published shows within this time; the first one of all sooner, for somebody waits for it. */
const lookEvery = { asUsual: 60_000, withoutData: 5000 };

const ownLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

function usePalette(theme: DashboardState['theme']) {
  const [scheme, setScheme] = useState(() => schemeOf(theme));
  useEffect(() => {
    setScheme(schemeOf(theme));
    return onSystemScheme(() => setScheme(schemeOf(theme)));
  }, [theme]);
  const [printing, setPrinting] = useState(false);
  useEffect(() => onPrinting(setPrinting), []);
  const shown = printing ? 'light' : scheme;
  useLayoutEffect(() => applyScheme(shown), [shown]);
  return paletteOf(shown);
}

function useScreenOf(meta: CityMeta | null, asked: DashboardState, spoken: Spoken | null): Screen | null {
  const palette = usePalette(asked.theme);
  const speaksOfCells = asked.page === 'map' || asked.where.some(({ dimension }) => dimension === 'cell');
  const cellName = useCellName(speaksOfCells, meta, spoken);
  const moves = useMoves();
  return useMemo(() => {
    if (!meta?.firstDay || !meta.lastDay || !spoken) return null;
    const { language, messages } = spoken;
    const coverage = {
      firstDay: meta.firstDay,
      lastDay: meta.lastDay,
      completeTo: meta.completeTo ?? meta.lastDay,
      spans: meta.spans,
    };
    const state = { ...asked, period: choiceShown(asked.period, coverage) };
    const period = resolvePeriod(state.period, coverage, ripeMonthOf(state, meta.lastRipeMonth));
    return {
      state,
      meta,
      period,
      days: state.span ?? period,
      language,
      messages,
      palette,
      label: labeller(meta.labels, language, cellName),
      metricLabel: (metric) => inLanguage(metricOf(metric).label, language),
      ...moves,
    };
  }, [meta, asked, spoken, palette, cellName, moves]);
}

/** The panels of a page, which are drawn for another screen only, not for another choice still to be answered. */
const Page = memo(function Page() {
  const { state, messages } = useScreen();
  return (
    <main id="content" tabIndex={-1} className={`page-${state.page}`}>
      <h1 className="hidden">{messages.pages[state.page]}</h1>
      <PartBoundary key={state.page} messages={messages}>
        <Suspense fallback={<p className="page-loading">{messages.panels.loading}</p>}>
          {state.page === 'overview' && <OverviewPage />}
          {state.page === 'map' && <MapPage />}
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

/** Bars show what is chosen; panels what has been answered. */
function Content({ chosen, drawn, isAway }: { chosen: Screen; drawn: Screen; isAway: boolean }) {
  return (
    <>
      <ScreenContext value={chosen}>
        <a className="skip" href="#content">
          {chosen.messages.skip}
        </a>
        <PrintHead />
        <TopBar />
        <FilterBar />
        <StandingNotes isAway={isAway} />
      </ScreenContext>
      <ScreenContext value={drawn}>
        <Page />
      </ScreenContext>
    </>
  );
}

const loadingCommand = (city: string): string => `CITY=${city} pnpm ingest '<files>' --source <source>`;

/** The page: state from the address, meaning from the city, and the views they give. */
export function App() {
  const state = useAddresses(({ chosen }) => chosen.state);
  const drawnState = useAddresses(({ drawn }) => drawn.state);
  const spoken = useSpoken(state.language ?? ownLanguage());
  const [isEmpty, setEmpty] = useState(false);
  const view = useRequest<WireMeta>('meta', isEmpty ? lookEvery.withoutData : lookEvery.asUsual);
  const { answer, error } = view;
  useEffect(() => setEmpty(answer?.first_day === null), [answer]);
  const meta = useMemo(() => (answer ? cityFrom(answer) : null), [answer]);
  useNewerData(meta?.asOf.version);
  const screen = useScreenOf(meta, state, spoken);
  const drawn = useScreenOf(meta, drawnState, spoken);
  useEffect(() => {
    if (!spoken) return;
    const { language, messages } = spoken;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (meta)
      document.title = `${messages.pages[state.page]} · ${inLanguage(meta.name, language)} · Hotline Atlas`;
  }, [spoken, meta, state.page]);
  if (screen && drawn) return <Content chosen={screen} drawn={drawn} isAway={error !== null} />;
  return (
    <main className="page-message">
      {error && spoken && <FailedPanel view={view} messages={spoken.messages} />}
      {meta && spoken && (
        <>
          <h1>{answer?.loading ? spoken.messages.noData.loading : spoken.messages.noData.title}</h1>
          {!answer?.loading && (
            <p>
              {spoken.messages.noData.advice} <code>{loadingCommand(meta.code)}</code>
            </p>
          )}
          <p>{spoken.messages.noData.opens}</p>
        </>
      )}
    </main>
  );
}
