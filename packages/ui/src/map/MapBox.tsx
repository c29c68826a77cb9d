import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Bounds } from './outline.ts';
import type { Size } from './view.ts';

/** The size of the box the map is drawn in. */
function useSize() {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setSize({ width: Math.round(width), height: Math.round(height) });
    });
    watch.observe(host.current);
    return () => watch.disconnect();
  }, []);
  return { host, size };
}

/** What a map is drawn in, and what it shows whole. */
export interface MapRoom {
  size: Size;
  bounds: Bounds;
}

/** The box a map is drawn in; empty until its size and what it shows are known. */
export function MapBox({
  bounds,
  children,
}: {
  bounds: Bounds | null;
  children: (room: MapRoom) => ReactNode;
}) {
  const { host, size } = useSize();
  return (
    <div className="map-canvas" ref={host} data-testid="map">
      {size && bounds && children({ size, bounds })}
    </div>
  );
}
