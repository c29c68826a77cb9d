import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapView } from '../state/schema.ts';
import { useScreen } from '../state/screen.ts';
import type { Bounds } from './outline.ts';
import { fit, type Size, sameView } from './view.ts';

const settled = 250;

/** The view of the address, else the one that shows everything; moving it is told to the address once it rests. */
export function useMapView(bounds: Bounds, size: Size) {
  const { state, change } = useScreen();
  const whole = useMemo(() => fit(bounds, size), [bounds, size]);
  const view = state.view ?? whole;
  const [moving, setMoving] = useState(view);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setMoving(view), [view]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = (next: MapView) => {
    setMoving(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!sameView(next, view)) change({ view: sameView(next, whole) ? null : next }, 'replace');
    }, settled);
  };
  return { view, moving, move, whole };
}
