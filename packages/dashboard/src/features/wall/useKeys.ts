import { useEffect } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { turned } from './useTurning.ts';

const steps: Record<string, number> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** Arrow keys turn, the space bar holds, Esc leaves: also where the browser takes it to end full screen. */
export function useKeys(leave: () => void): void {
  const { state, change } = useScreen();
  const { screen, still } = state.wallView;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (event.key === 'Escape') leave();
      else if (event.key === ' ') change({ wallView: { still: !still } }, 'replace');
      else if (step) change({ wallView: { screen: turned(screen, step) } }, 'replace');
      else return;
      event.preventDefault();
    };
    const onFullScreen = () => {
      if (!document.fullscreenElement) leave();
    };
    window.addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onFullScreen);
    return () => {
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onFullScreen);
    };
  }, [screen, still, change, leave]);
}
