import { type Completeness, inLanguage, type Session, type Vocabulary } from '@hotline-atlas/model';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { usePalette } from '@hotline-atlas/ui/theme/palette.ts';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { replaceEqualDeep } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isHome } from '../address/place.ts';
import { useAddresses, useNavigation } from '../address/useNavigation.ts';
import { ViewNote } from '../features/views/ViewNote.tsx';
import { PageRowContext } from '../panel/PageRow.tsx';
import { useRequest } from '../questions/useRequest.ts';
import { type CityMeta, cityFrom } from '../screen/city.ts';
import { titleOfPage } from '../screen/describe.ts';
import { homeOf } from '../screen/home.ts';
import { nameOfPlace } from '../screen/known-place.ts';
import type { Person } from '../screen/person.ts';
import { type Screen, ScreenContext } from '../screen/screen.ts';
import { messages } from '../words/index.ts';
import { ContextRow } from './ContextRow.tsx';
import { NoAppeals } from './NoAppeals.tsx';
import { ownLanguage } from './own-language.ts';
import { Page } from './Page.tsx';
import { StandingNotes } from './StandingNotes.tsx';
import { TopBar } from './TopBar.tsx';
import { UnknownAreas, UnreadFilters } from './UnknownAreas.tsx';
import { useNewerData } from './useNewerData.ts';
import { useScreenOf } from './useScreenOf.ts';
import { appWords } from './words.ts';

/**
 * A load that was published shows within this time; the first one of all sooner, for somebody waits for it,
 * and the end of summing up.
 */
const lookEvery = { asUsual: 60_000, onWall: 15_000, summingUp: 15_000, withoutData: 5000 };

function pauseBetween(answer: Vocabulary | undefined, onWall: boolean): number {
  if (answer?.first_day === null) return lookEvery.withoutData;
  if (onWall) return lookEvery.onWall;
  return answer?.completeness?.complete === false ? lookEvery.summingUp : lookEvery.asUsual;
}

/** The city; the same object while nothing of it changes, so that the progress of a load redraws no panel. */
function useCity(answer: Vocabulary | undefined): CityMeta | null {
  const last = useRef<CityMeta | null>(null);
  return useMemo(() => {
    last.current = answer ? replaceEqualDeep(last.current, cityFrom(answer)) : null;
    return last.current;
  }, [answer]);
}

interface Contents {
  chosen: Screen;
  drawn: Screen;
  isAway: boolean;
  completeness: Completeness | null;
}

// Nobody reads it on the screen: it comes after the first page.
const PrintHead = lazy(() => import('./PrintHead.tsx').then((module) => ({ default: module.PrintHead })));

const WallPage = lazy(() =>
  import('../features/wall/WallPage.tsx').then((module) => ({ default: module.WallPage })),
);

/** Bars show what is chosen; panels what has been answered. */
function Content({ chosen, drawn, isAway, completeness }: Contents) {
  const words = useWords(appWords);
  const [row, setRow] = useState<HTMLElement | null>(null);
  if (chosen.state.wall)
    return (
      <ScreenContext value={chosen}>
        <Suspense>
          <WallPage isAway={isAway} />
        </Suspense>
      </ScreenContext>
    );
  return (
    <>
      <ScreenContext value={chosen}>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <Suspense>
          <PrintHead />
        </Suspense>
        <TopBar />
        <ContextRow slot={setRow} />
        <ViewNote />
        <StandingNotes isAway={isAway} completeness={completeness} />
        <UnknownAreas />
        <UnreadFilters />
      </ScreenContext>
      <ScreenContext value={drawn}>
        <PageRowContext value={row}>
          <Page />
        </PageRowContext>
      </ScreenContext>
    </>
  );
}

const loadingCommand = (city: string): string => `CITY=${city} pnpm ingest '<files>' --source <source>`;

/** Before there is anything to show: why, and what to do. */
function NoData({ meta, loading }: { meta: CityMeta; loading: boolean }) {
  const { noData } = useWords(appWords);
  return (
    <>
      <h1>{loading ? noData.loading : noData.title}</h1>
      {!loading && (
        <p>
          {noData.advice} <code>{loadingCommand(meta.code)}</code>
        </p>
      )}
      <p>{noData.opens}</p>
    </>
  );
}

export interface FiguresRoomProps {
  session: Requested<Session>;
  /** Null until it is known who asks. */
  person: Person | null;
}

/**
 * Leads somebody who came without the name of a page to their home.
 * @returns whether they are still on the way
 */
function useHome(person: Person | null): boolean {
  const { change } = useNavigation();
  const atHome = useAddresses(({ chosen }) => {
    const [pathname = '', search] = chosen.address.split('?');
    return isHome(pathname, new URLSearchParams(search));
  });
  useLayoutEffect(() => {
    if (atHome && person?.scope) change(homeOf(person), 'replace');
  }, [atHome, person, change]);
  return atHome;
}

/** The pages with figures: state from the address, meaning from the city and who asks. */
export function FiguresRoom({ session, person }: FiguresRoomProps) {
  const state = useAddresses(({ chosen }) => chosen.state);
  const drawnState = useAddresses(({ drawn }) => drawn.state);
  const [language, palette] = [useLanguage(), usePalette()];
  const [pause, setPause] = useState(lookEvery.asUsual);
  // Asked together with who asks: neither waits for the other.
  const view = useRequest<Vocabulary>('meta', pause);
  const { answer, error } = view;
  useEffect(() => setPause(pauseBetween(answer, state.wall)), [answer, state.wall]);
  const meta = useCity(answer);
  const isOnTheWay = useHome(person);
  useNewerData(meta?.asOf.version);
  const screen = useScreenOf(meta, person, state, language, palette);
  const drawn = useScreenOf(meta, person, drawnState, drawnState.language ?? ownLanguage(), palette);
  useLayoutEffect(() => {
    if (!meta) return;
    const page = screen ? titleOfPage(screen) : messages[language].pages[state.page];
    const parts = [screen && nameOfPlace(screen), page];
    document.title = [...parts, inLanguage(meta.name, language), 'Hotline Atlas'].filter(Boolean).join(' · ');
  }, [language, meta, screen, state.page]);
  if (person && !person.scope) return <NoAppeals person={person} />;
  if (isOnTheWay) return null;
  if (screen && drawn)
    return (
      <Content
        chosen={screen}
        drawn={drawn}
        isAway={error !== null}
        completeness={answer?.completeness ?? null}
      />
    );
  return (
    <main className="page-message">
      {error ? <FailedPanel view={view} /> : session.error && <FailedPanel view={session} />}
      {meta && person && <NoData meta={meta} loading={answer?.loading ?? false} />}
    </main>
  );
}
