import { useEffect, useRef, useState } from 'react';

/** The width of an element, as it changes. */
export function useWidth(start = 600) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(start);
  useEffect(() => {
    if (!host.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? start)));
    watch.observe(host.current);
    return () => watch.disconnect();
  }, [start]);
  return { host, width };
}
