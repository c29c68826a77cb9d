import { type Completeness, inLanguage, type Language, type Vocabulary } from '@hotline-atlas/model';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { PaletteContext } from '@hotline-atlas/ui/theme/palette.ts';
import { LanguageContext, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { replaceEqualDeep } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAddresses } from '../address/useNavigation.ts';
import { useRequest } from '../questions/useRequest.ts';
import { type CityMeta, cityFrom } from '../screen/city.ts';
import { type Screen, ScreenContext } from '../screen/screen.ts';
import { messages } from '../words/index.ts';
import { ContextRow } from './ContextRow.tsx';
import { Page } from './Page.tsx';
import { PrintHead } from './PrintHead.tsx';
import { StandingNotes } from './StandingNotes.tsx';
import { TopBar } from './TopBar.tsx';
import { useNewerData } from './useNewerData.ts';
import { useScheme } from './useScheme.ts';
import { useScreenOf } from './useScreenOf.ts';
import { appWords } from './words.ts';

/**
 * A load that was published shows within this time; the first one of all sooner, for somebody waits for it,
 * and the end of summing up.
 */
const lookEvery = { asUsual: 60_000, summingUp: 15_000, withoutData: 5000 };

function pauseBetween(answer: Vocabulary | undefined): number {
  if (answer?.first_day === null) return lookEvery.withoutData;
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

const ownLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

interface Contents {
  chosen: Screen;
  drawn: Screen;
  isAway: boolean;
  completeness: Completeness | null;
}

/** Bars show what is chosen; panels what has been answered. */
function Content({ chosen, drawn, isAway, completeness }: Contents) {
  const words = useWords(appWords);
  return (
    <>
      <ScreenContext value={chosen}>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <PrintHead />
        <TopBar />
        <ContextRow />
        <StandingNotes isAway={isAway} completeness={completeness} />
      </ScreenContext>
      <ScreenContext value={drawn}>
        <Page />
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

/** The page: state from the address, meaning from the city, and the views they give. */
export function App() {
  const state = useAddresses(({ chosen }) => chosen.state);
  const drawnState = useAddresses(({ drawn }) => drawn.state);
  const language = state.language ?? ownLanguage();
  const palette = useScheme(state.theme);
  const [pause, setPause] = useState(lookEvery.asUsual);
  const view = useRequest<Vocabulary>('meta', pause);
  const { answer, error } = view;
  useEffect(() => setPause(pauseBetween(answer)), [answer]);
  const meta = useCity(answer);
  useNewerData(meta?.asOf.version);
  const screen = useScreenOf(meta, state, language, palette);
  const drawn = useScreenOf(meta, drawnState, drawnState.language ?? ownLanguage(), palette);
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    const page = messages[language].pages[state.page];
    if (meta) document.title = `${page} · ${inLanguage(meta.name, language)} · Hotline Atlas`;
  }, [language, meta, state.page]);
  return (
    <LanguageContext value={language}>
      <PaletteContext value={palette}>
        {screen && drawn ? (
          <Content
            chosen={screen}
            drawn={drawn}
            isAway={error !== null}
            completeness={answer?.completeness ?? null}
          />
        ) : (
          <main className="page-message">
            {error && <FailedPanel view={view} />}
            {meta && <NoData meta={meta} loading={answer?.loading ?? false} />}
          </main>
        )}
      </PaletteContext>
    </LanguageContext>
  );
}
