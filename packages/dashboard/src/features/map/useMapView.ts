import type { Bounds } from '@hotline-atlas/ui/map/outline.ts';
import type { MapView } from '@hotline-atlas/ui/map/view.ts';
import { keptWithin, type Size, sameView } from '@hotline-atlas/ui/map/view.ts';
import { fit } from '@hotline-atlas/ui/map/viewport.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigation } from '../../address/useNavigation.ts';
import { useScreen } from '../../screen/screen.ts';

const settled = 250;

/**
 * The view of the address, else the one that shows everything; moving it is told to the address once it
 * rests.
 * @param bottom pixels kept free below, for what stands on the map
 */
export function useMapView(bounds: Bounds, size: Size, bottom = 0) {
  const { state, meta, change } = useScreen();
  const navigation = useNavigation();
  const whole = useMemo(() => fit(bounds, size, bottom), [bounds, size, bottom]);
  const view = useMemo(
    () => (state.map.view ? keptWithin(state.map.view, meta.bounds) : whole),
    [state.map.view, whole, meta.bounds],
  );
  const [moved, setMoved] = useState({ from: view, to: view });
  const moving = moved.from === view ? moved.to : view;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const move = (next: MapView) => {
    setMoved({ from: view, to: next });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!sameView(next, view)) change({ map: { view: sameView(next, whole) ? null : next } }, 'replace');
    }, settled);
  };
  /** The next key goes on from what the address says last, which may not be drawn yet. */
  const zoom = (step: number) => {
    const chosen = navigation.addresses().chosen.state.map.view;
    const from = chosen && (state.map.view === null || !sameView(chosen, state.map.view)) ? chosen : moving;
    clearTimeout(timer.current);
    change({ map: { view: keptWithin({ ...from, zoom: from.zoom + step }, meta.bounds) } }, 'replace');
  };
  const showWhole = () => change({ map: { view: null } });
  return { view, moving, move, zoom, whole, showWhole };
}
