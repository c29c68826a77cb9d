import type { Bounds } from '@hotline-atlas/ui/map/outline.ts';
import type { MapView } from '@hotline-atlas/ui/map/view.ts';
import { fit, keptWithin, type Size, sameView } from '@hotline-atlas/ui/map/view.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { decode } from '../../address/url.ts';
import { addresses } from '../../address/useAddress.ts';
import { useScreen } from '../../screen/screen.ts';

const settled = 250;

/** The view of the address, else the one that shows everything; moving it is told to the address once it rests. */
export function useMapView(bounds: Bounds, size: Size) {
  const { state, meta, change } = useScreen();
  const whole = useMemo(() => fit(bounds, size), [bounds, size]);
  const view = useMemo(
    () => (state.view ? keptWithin(state.view, meta.bounds) : whole),
    [state.view, whole, meta.bounds],
  );
  const [moved, setMoved] = useState({ from: view, to: view });
  const moving = moved.from === view ? moved.to : view;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = (next: MapView) => {
    setMoved({ from: view, to: next });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!sameView(next, view)) change({ view: sameView(next, whole) ? null : next }, 'replace');
    }, settled);
  };
  /** The next key goes on from what the address says last, which may not be drawn yet. */
  const zoom = (step: number) => {
    const chosen = decode(addresses().chosen).view;
    const from = chosen && (state.view === null || !sameView(chosen, state.view)) ? chosen : moving;
    clearTimeout(timer.current);
    change({ view: keptWithin({ ...from, zoom: from.zoom + step }, meta.bounds) }, 'replace');
  };
  return { view, moving, move, zoom, whole };
}
