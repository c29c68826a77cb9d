import { useEffect } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { type WallScreen, wallScreens } from './address.ts';

/** Milliseconds a screen stays. */
const staysFor = 30_000;

/** The screen some steps on, or back. */
export function turned(from: WallScreen, steps: number): WallScreen {
  const at = wallScreens.indexOf(from) + steps;
  return wallScreens[(at + wallScreens.length) % wallScreens.length] ?? from;
}

/**
 * Turns to the next screen after a while, unless the wall is held.
 * @param every milliseconds a screen stays
 */
export function useTurning(every = staysFor): void {
  const { state, change } = useScreen();
  const { screen, still } = state.wallView;
  useEffect(() => {
    if (still) return;
    const timer = setTimeout(() => change({ wallView: { screen: turned(screen, 1) } }, 'replace'), every);
    return () => clearTimeout(timer);
  }, [screen, still, every, change]);
}
