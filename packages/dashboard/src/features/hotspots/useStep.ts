import type { Hotspots } from '@hotline-atlas/model';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { stepIndex } from './course.ts';

const settled = 250;

/** The step on the map. */
export interface ShownStep {
  at: number;
  /** Shows a step at once, and nowhere but on the map. */
  show: (at: number | ((last: number) => number)) => void;
  /** Nobody holds the slider: the address, and all that follows it, get the step a moment later. */
  rest: () => void;
}

/** The step shown: at once where it is dragged, in the address once, when it rests. */
export function useStep(answer: Hotspots): ShownStep {
  const { state, change } = useScreen();
  const { hotspots } = state;
  const wanted = stepIndex(answer, hotspots.at);
  const [at, setAt] = useState(wanted);
  useEffect(() => setAt(wanted), [wanted]);
  const newest = useRef({ hotspots, answer, at, wanted });
  newest.current = { hotspots, answer, at, wanted };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback((next: number | ((last: number) => number)) => {
    clearTimeout(timer.current);
    setAt(next);
  }, []);
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const { hotspots: choice, answer: shown, at: now, wanted: before } = newest.current;
      if (now === before) return;
      const isLatest = now === shown.meta.steps.length - 1;
      change({ hotspots: { ...choice, at: isLatest ? '' : (shown.meta.steps[now] ?? '') } }, 'replace');
    }, settled);
  }, [change]);
  return { at, show, rest };
}
