import { inLanguage } from '@hotline-atlas/model';
import { bucketLabel, dayLabel, instantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { describeScope } from '../../screen/describe.ts';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { CityContext } from '../city/CityContext.ts';
import { Keys } from '../city/ContributionTable.tsx';
import { cityScreenOf } from '../city/cityScreen.ts';
import { type WallScreen, wallScreens } from './address.ts';
import { useHealing } from './useHealing.ts';
import { useKeys } from './useKeys.ts';
import { useTurning } from './useTurning.ts';
import { WallContent } from './WallContent.tsx';
import { wallWords } from './words.ts';
import '../city/city.css';
import '../city/city-figures.css';
import '../city/city-tables.css';
import '../city/city-rail.css';
import './wall.css';

/** The wall is laid out on so many pixels, and enlarged to the size of its screen. */
const [layoutWidth, layoutHeight] = [1152, 648];

/** Smaller than this nobody can read it. */
const smallestReadable = 0.5;

const largest = (): number => Math.min(window.innerWidth / layoutWidth, window.innerHeight / layoutHeight);

/** How much larger than it is laid out the wall is shown. */
function useEnlargement(): number {
  const [enlargement, setEnlargement] = useState(largest);
  useEffect(() => {
    const measure = () => setEnlargement(largest());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return enlargement;
}

/** When the connection was lost; null while it is there. */
function useLostSince(isAway: boolean): string | null {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => setSince(isAway ? new Date().toISOString() : null), [isAway]);
  return since;
}

/** What stands on a small screen in place of the wall. */
function ForLargeScreens({ leave }: { leave: () => void }) {
  const words = useWords(wallWords);
  return (
    <main id="content" tabIndex={-1} className="page-message" data-testid="wall-too-small">
      <h1>{words.tooSmall}</h1>
      <p>
        <button type="button" className="button" onClick={leave}>
          {words.leave}
        </button>
      </p>
    </main>
  );
}

function WallHead({ isAway }: { isAway: boolean }) {
  const screen = useScreen();
  const { meta, language, period } = screen;
  const words = useWords(wallWords);
  const since = useLostSince(isAway);
  return (
    <header className="wall-head">
      <p>
        <strong>{inLanguage(meta.name, language)}</strong> {inLanguage(meta.hotline, language)} ·{' '}
        {[
          ...describeScope(screen).map(screen.messages.filters.only),
          bucketLabel(period.from, 'month', language),
        ].join(' · ')}
      </p>
      <p className={since ? 'wall-lost' : ''} role="status" data-testid="wall-as-of">
        {since
          ? words.lost(instantLabel(since, meta.timeZone, language))
          : meta.lastDay && words.asOf(dayLabel(meta.lastDay, language))}
        {meta.synthetic && ` · ${words.synthetic}`}
      </p>
    </header>
  );
}

function WallFoot({ shown, leave }: { shown: WallScreen; leave: () => void }) {
  const { state, change } = useScreen();
  const words = useWords(wallWords);
  const at = wallScreens.indexOf(shown);
  return (
    <footer className="wall-foot">
      <span>
        {words.screens[shown]}
        {state.wallView.still && ` · ${words.held}`}
      </span>
      <nav className="wall-dots" aria-label={words.position(at + 1, wallScreens.length)}>
        {wallScreens.map((name) => (
          <button
            key={name}
            type="button"
            aria-label={words.screens[name]}
            aria-current={name === shown}
            onClick={() => change({ wallView: { screen: name } }, 'replace')}
          />
        ))}
      </nav>
      <span className="wall-keys">
        {words.position(at + 1, wallScreens.length)} · {words.keys}
      </span>
      <IconButton icon="close" label={words.leave} onClick={leave} className="wall-leave" />
    </footer>
  );
}

/**
 * The city on a wall: a few screens that take turns, one message each. As of when it is, and a connection
 * that is lost, are always in sight. @param isAway whether the server does not answer
 */
export function WallPage({ isAway }: { isAway: boolean }) {
  const screen = useScreen();
  const city = useMemo(() => cityScreenOf(screen), [screen]);
  const { change, state } = screen;
  const words = useWords(wallWords);
  const leave = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    // The way back leads to where the wall was entered from, and not onto it again.
    change({ wall: false }, 'replace');
  }, [change]);
  useTurning();
  useKeys(leave);
  useHealing(isAway);
  const enlargement = useEnlargement();
  const shown = state.wallView.screen;
  if (enlargement < smallestReadable) return <ForLargeScreens leave={leave} />;
  return (
    <CityContext value={city}>
      <ScreenContext value={city.screen}>
        <div className="wall-frame" style={{ zoom: enlargement }}>
          <WallHead isAway={isAway} />
          <main
            id="content"
            tabIndex={-1}
            className={`wall-screen wall-${shown}`}
            data-testid={`wall-${shown}`}
          >
            <h1 className="hidden">{labelled(words.label, words.screens[shown], city.screen.language)}</h1>
            <PartBoundary key={shown}>
              <WallContent shown={shown} />
            </PartBoundary>
          </main>
          <Keys />
          <WallFoot shown={shown} leave={leave} />
        </div>
      </ScreenContext>
    </CityContext>
  );
}
